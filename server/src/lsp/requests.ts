/** The read-only requests: each asks the core and converts the answer. */
import { CodeActionKind, type Connection } from "vscode-languageserver";
import type { CodeAction, FormattingOptions, TextEdit as LspTextEdit } from "vscode-languageserver-types";
import { complete } from "../core/features/completion.ts";
import { format } from "../core/features/format.ts";
import { hover } from "../core/features/hover.ts";
import { links } from "../core/features/links.ts";
import { definition, references, rename, renameTarget } from "../core/features/names.ts";
import { folds, outline } from "../core/features/outline.ts";
import { tokens } from "../core/features/tokens.ts";
import type { FileHost } from "../core/model/workspace.ts";
import type { Problem } from "../core/schema/problem.ts";
import type { Service } from "../core/service.ts";
import { type Locale, say, text } from "../core/text/localized.ts";
import { type Position, touches } from "../core/text/range.ts";
import {
  toCodeAction,
  toCompletionItems,
  toLocation,
  toOfferedAction,
  toRange,
  toSymbol,
  toWorkspaceEdit,
} from "./convert.ts";
import type { TokenResults } from "./semanticTokens.ts";
import { shield } from "./shield.ts";

export interface RequestContext {
  readonly service: Service;
  readonly files: FileHost;
  readonly tokenResults: TokenResults;
  /** The language of messages, which the settings may change at any time. */
  readonly locale: () => Locale;
  /** The URIs of the workspace's folders. */
  readonly folders: () => readonly string[];
  /** Whether the client can write new files. */
  readonly createsFiles: () => boolean;
}

const fixAllTitle = text("Fix all auto-fixable problems", "修复所有可自动修复的问题");

export function registerRequests(connection: Connection, context: RequestContext): void {
  const { service, files, tokenResults, locale, folders, createsFiles } = context;
  const { workspace } = service;

  connection.onHover(
    shield(connection, "hover", null, ({ textDocument, position }) => {
      const found = hover(workspace, textDocument.uri, position, locale());
      if (found === undefined) return null;
      const source = { uri: found.place.uri, section: found.place.section };
      return {
        contents: { kind: "markdown" as const, value: found.markdown },
        range: toRange(service, { source, ...found.range }),
      };
    }),
  );

  connection.onCompletion(
    shield(connection, "completion", [], ({ textDocument, position, context }) => {
      // The client knows the characters of all languages together.
      const typed = context?.triggerCharacter;
      const triggers = workspace.language(textDocument.uri)?.triggers ?? [];
      if (typed !== undefined && !triggers.includes(typed)) return [];
      const found = complete(workspace, textDocument.uri, position, locale());
      return found === undefined ? [] : toCompletionItems(service, found);
    }),
  );

  connection.onDefinition(
    shield(connection, "definition", [], ({ textDocument, position }) =>
      definition(workspace, textDocument.uri, position).map((location) => toLocation(service, location)),
    ),
  );

  connection.onReferences(
    shield(connection, "references", [], ({ textDocument, position, context }) =>
      references(workspace, textDocument.uri, position, context.includeDeclaration).map((location) =>
        toLocation(service, location),
      ),
    ),
  );

  connection.onPrepareRename(
    shield(connection, "prepareRename", null, ({ textDocument, position }) => {
      const target = renameTarget(workspace, textDocument.uri, position);
      return target === undefined ? null : { range: toRange(service, target.word), placeholder: target.name };
    }),
  );

  connection.onRenameRequest(
    shield(connection, "rename", null, ({ textDocument, position, newName }) =>
      toWorkspaceEdit(service, rename(workspace, textDocument.uri, position, newName)),
    ),
  );

  connection.onDocumentSymbol(
    shield(connection, "documentSymbol", [], ({ textDocument: { uri } }) => {
      const file = ownFile(uri);
      if (file === undefined) return [];
      return outline(file.language, file.document).map((block) => toSymbol(service, uri, block));
    }),
  );

  connection.onFoldingRanges(
    shield(connection, "foldingRange", [], ({ textDocument: { uri } }) => {
      const file = ownFile(uri);
      if (file === undefined) return [];
      const { document, language } = file;
      return folds(language, document).map((fold) => {
        const range = toRange(service, { source: { uri, section: fold.section }, start: fold.start, end: fold.end });
        // The line of the closing brace stays in sight.
        const isClosed = fold.kind === "block" && language.layout === "braces";
        const endLine = isClosed ? range.end.line - 1 : range.end.line;
        return { startLine: range.start.line, endLine, ...(fold.kind === "comment" ? { kind: "comment" } : {}) };
      });
    }),
  );

  connection.onDocumentLinks(
    shield(connection, "documentLink", [], ({ textDocument: { uri } }) =>
      links(workspace, files, uri).map((link) => ({ range: toRange(service, link), target: link.target })),
    ),
  );

  connection.onDocumentFormatting(
    shield(connection, "formatting", [], ({ textDocument: { uri }, options }) =>
      formatLines(uri, options, 0, Number.POSITIVE_INFINITY),
    ),
  );

  connection.onDocumentRangeFormatting(
    shield(connection, "rangeFormatting", [], ({ textDocument: { uri }, range, options }) =>
      formatLines(uri, options, range.start.line, range.end.line + (range.end.character > 0 ? 1 : 0)),
    ),
  );

  /** A file, unless it is a guest in a language whose own tools outline, fold, colour and format it. */
  function ownFile(uri: string) {
    const document = workspace.document(uri);
    const language = workspace.language(uri);
    const isOwn = document !== undefined && language !== undefined && language.guest === undefined;
    return isOwn ? { document, language } : undefined;
  }

  function formatLines(uri: string, options: FormattingOptions, from: number, to: number): LspTextEdit[] {
    const file = ownFile(uri);
    if (file === undefined) return [];
    const { document, language } = file;
    const step = options.insertSpaces ? " ".repeat(options.tabSize) : "\t";
    return format(language, document, { step, from, to }).map((edit) => {
      const source = { uri, section: edit.section };
      return { range: toRange(service, { source, start: edit.start, end: edit.end }), newText: edit.text };
    });
  }

  connection.onCodeAction(
    shield(connection, "codeAction", [], ({ textDocument: { uri }, range, context }): CodeAction[] => {
      const document = workspace.document(uri);
      if (document === undefined) return [];
      const offered = offers(uri, range.start, context.only);
      const problems = service.problems(uri).get(uri) ?? [];
      if (context.only?.includes(CodeActionKind.SourceFixAll) === true) return fixAll(problems);
      const absolute = (position: { line: number; character: number }) => {
        const { section, offset } = document.placeAt(position);
        return document.offsetOf(section) + offset;
      };
      const wanted = { start: absolute(range.start), end: absolute(range.end) };
      const near = problems.filter((problem) => {
        const start = document.offsetOf(problem.source.section) + problem.start;
        const own = { start, end: start + problem.end - problem.start };
        return touches(own, wanted.start) || touches(own, wanted.end) || touches(wanted, own.start);
      });
      const fixes = near.flatMap((problem) =>
        (problem.fixes ?? [])
          .filter(({ creates = [] }) => creates.length === 0 || createsFiles())
          .map((fix, index) => toCodeAction(service, problem, fix, index === 0, locale())),
      );
      return [...fixes, ...offered];
    }),
  );

  /** What belongs to the line and is not there yet, as far as the client asks for it and is able to write it. */
  function offers(uri: string, position: Position, only: readonly string[] | undefined): CodeAction[] {
    const kind = CodeActionKind.RefactorRewrite;
    if (only !== undefined && !only.some((one) => kind === one || kind.startsWith(`${one}.`))) return [];
    return service
      .offers({ uri, position, roots: folders() })
      .filter(({ creates }) => creates.length === 0 || createsFiles())
      .map((offer) => toOfferedAction(service, offer, locale()));
  }

  function fixAll(problems: readonly Problem[]): CodeAction[] {
    const edits = service.safeEdits(problems);
    if (edits.length === 0) return [];
    const title = say(fixAllTitle, locale());
    return [{ title, kind: CodeActionKind.SourceFixAll, edit: toWorkspaceEdit(service, edits) }];
  }

  connection.languages.semanticTokens.on(
    shield(connection, "semanticTokens", { data: [] }, ({ textDocument: { uri } }) =>
      tokenResults.full(uri, ownTokens(uri)),
    ),
  );

  connection.languages.semanticTokens.onDelta(
    shield(connection, "semanticTokens/delta", { data: [] }, ({ textDocument: { uri }, previousResultId }) =>
      tokenResults.delta(uri, previousResultId, ownTokens(uri)),
    ),
  );

  connection.languages.semanticTokens.onRange(
    shield(connection, "semanticTokens/range", { data: [] }, ({ textDocument: { uri }, range }) => ({
      data: ownTokens(uri, range.start.line, range.end.line + 1),
    })),
  );

  function ownTokens(uri: string, ...lines: [from: number, to: number] | []) {
    return ownFile(uri) === undefined ? [] : tokens(workspace, uri, ...lines);
  }
}
