/**
 * The language server: protocol on one side, the service on the other. Diagnostics are pushed after every change,
 * without a delay, for an edit costs only the section that it falls in.
 */
import {
  CodeActionKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import type { CodeAction, FormattingOptions, TextEdit as LspTextEdit } from "vscode-languageserver-types";
import { complete } from "../core/features/completion.ts";
import { format } from "../core/features/format.ts";
import { hover } from "../core/features/hover.ts";
import { links } from "../core/features/links.ts";
import { definition, references, rename, renameTarget } from "../core/features/names.ts";
import { folds, outline } from "../core/features/outline.ts";
import { tokenModifiers, tokens, tokenTypes } from "../core/features/tokens.ts";
import type { Problem } from "../core/schema/problem.ts";
import { languages, Service } from "../core/service.ts";
import { touches } from "../core/text/range.ts";
import type { DiscoveringFiles } from "../files/clientFiles.ts";
import {
  toCodeAction,
  toCompletionItems,
  toDiagnostic,
  toLocation,
  toRange,
  toSymbol,
  toWorkspaceEdit,
} from "./convert.ts";
import { TokenResults } from "./semanticTokens.ts";
import { readSettings } from "./settings.ts";
import { guarded, shield } from "./shield.ts";

/** How files that are not open are had: what differs between Node and the browser. */
export type OpenFiles = (connection: Connection, arrived: () => void) => DiscoveringFiles;

/** More diagnostics of one file than anybody reads; sending them all would only make the editor slow. */
const maxDiagnostics = 1000;

export function startServer(connection: Connection, openFiles: OpenFiles): void {
  let editorLocale = "en";
  let settings = readSettings({}, editorLocale);
  let folders: readonly string[] = [];
  const files = openFiles(connection, () => {
    workspace.filesChanged();
    refreshAll();
  });
  const service = new Service(
    {
      list: (pattern) => files.list(pattern),
      read: (uri) => files.read(uri),
      failed: (rule, error) => connection.console.error(`rule ${rule} failed: ${String(error)}`),
    },
    settings,
  );
  const { workspace } = service;
  const open = new Set<string>();
  const published = new Set<string>();
  const tokenResults = new TokenResults();

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    editorLocale = params.locale ?? "en";
    settings = readSettings(params.initializationOptions, editorLocale);
    service.settings = settings;
    folders = params.workspaceFolders?.map((folder) => folder.uri) ?? [];
    return {
      serverInfo: { name: "ha-config" },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        completionProvider: { triggerCharacters: [" ", "$", "~"] },
        definitionProvider: true,
        referencesProvider: true,
        renameProvider: { prepareProvider: true },
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        documentLinkProvider: {},
        documentFormattingProvider: true,
        documentRangeFormattingProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll] },
        semanticTokensProvider: {
          legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
          full: { delta: true },
          range: true,
        },
      },
    };
  });

  connection.onInitialized(() => {
    // Grammars take some milliseconds to build: after the answer, before the first file.
    for (const language of languages) language.prepare();
    void discoverAll();
  });

  /** Takes in the configurations of the workspace, so that an open file knows who includes it. */
  async function discoverAll(): Promise<void> {
    const wanted = (path: string) => languages.some((language) => language.recognise(path, "") > 0);
    for (const folder of folders) {
      for (const { uri, text } of await files.discover(folder, wanted)) {
        if (!workspace.has(uri)) workspace.add(uri, text, { languageId: undefined, open: false });
      }
    }
    refreshAll();
  }

  connection.onDidChangeConfiguration((params) => {
    settings = readSettings((params.settings as { haConfig?: unknown } | null)?.haConfig, editorLocale);
    service.settings = settings;
    refreshAll();
  });

  connection.onDidChangeWatchedFiles(() => {
    files.changed();
    workspace.filesChanged();
    refreshAll();
  });

  connection.onDidOpenTextDocument(({ textDocument }) => {
    const { uri, languageId, text } = textDocument;
    open.add(uri);
    service.open(uri, languageId, text);
    publish(uri);
  });

  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    service.change(
      textDocument.uri,
      contentChanges.map((change) =>
        "range" in change ? { range: change.range, text: change.text } : { text: change.text },
      ),
    );
    publish(textDocument.uri);
  });

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    open.delete(uri);
    tokenResults.forget(uri);
    workspace.close(uri);
    published.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
    refreshAll();
  });

  function refreshAll(): void {
    for (const uri of open) publish(uri);
  }

  /** Sends the problems of all open files that one file's configurations read. */
  function publish(uri: string): void {
    guarded(connection, "diagnostics", undefined, () => {
      for (const [file, problems] of service.problems(uri)) {
        if (!open.has(file) || (problems.length === 0 && !published.has(file))) {
          if (file !== uri) continue;
        }
        published.add(file);
        const diagnostics = problems
          .slice(0, maxDiagnostics)
          .map((problem) => toDiagnostic(service, problem, settings.locale));
        void connection.sendDiagnostics({ uri: file, diagnostics });
      }
    });
  }

  connection.onHover(
    shield(connection, "hover", null, ({ textDocument, position }) => {
      const found = hover(workspace, textDocument.uri, position, settings.locale);
      if (found === undefined) return null;
      const source = { uri: found.place.uri, section: found.place.section };
      return {
        contents: { kind: "markdown" as const, value: found.markdown },
        range: toRange(service, { source, ...found.range }),
      };
    }),
  );

  connection.onCompletion(
    shield(connection, "completion", [], ({ textDocument, position }) => {
      const found = complete(workspace, textDocument.uri, position, settings.locale);
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
      const document = workspace.document(uri);
      const language = workspace.language(uri);
      if (document === undefined || language === undefined) return [];
      return outline(language, document).map((block) => toSymbol(service, uri, block));
    }),
  );

  connection.onFoldingRanges(
    shield(connection, "foldingRange", [], ({ textDocument: { uri } }) => {
      const document = workspace.document(uri);
      const language = workspace.language(uri);
      if (document === undefined || language === undefined) return [];
      return folds(language, document).map((fold) => {
        const range = toRange(service, { source: { uri, section: fold.section }, start: fold.start, end: fold.end });
        // The line of the closing brace stays in sight.
        const endLine = fold.kind === "block" ? range.end.line - 1 : range.end.line;
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

  function formatLines(uri: string, options: FormattingOptions, from: number, to: number): LspTextEdit[] {
    const document = workspace.document(uri);
    const language = workspace.language(uri);
    if (document === undefined || language === undefined) return [];
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
      return near.flatMap((problem) =>
        (problem.fixes ?? []).map((fix, index) => toCodeAction(service, problem, fix, index === 0, settings.locale)),
      );
    }),
  );

  function fixAll(problems: readonly Problem[]): CodeAction[] {
    const edits = service.safeEdits(problems);
    if (edits.length === 0) return [];
    const title = settings.locale === "zh-cn" ? "修复所有可自动修复的问题" : "Fix all auto-fixable problems";
    return [{ title, kind: CodeActionKind.SourceFixAll, edit: toWorkspaceEdit(service, edits) }];
  }

  connection.languages.semanticTokens.on(
    shield(connection, "semanticTokens", { data: [] }, ({ textDocument: { uri } }) =>
      tokenResults.full(uri, tokens(workspace, uri)),
    ),
  );

  connection.languages.semanticTokens.onDelta(
    shield(connection, "semanticTokens/delta", { data: [] }, ({ textDocument: { uri }, previousResultId }) =>
      tokenResults.delta(uri, previousResultId, tokens(workspace, uri)),
    ),
  );

  connection.languages.semanticTokens.onRange(
    shield(connection, "semanticTokens/range", { data: [] }, ({ textDocument: { uri }, range }) => ({
      data: tokens(workspace, uri, range.start.line, range.end.line + 1),
    })),
  );

  connection.listen();
}
