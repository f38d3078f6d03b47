/** From the core's terms to the protocol's. The only place that knows both. */
import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentSymbol,
  InsertTextFormat,
  type Location as LspLocation,
  type Range as LspRange,
  type TextEdit as LspTextEdit,
  MarkupKind,
  SymbolKind,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import type { Completion, CompletionItem as CoreItem } from "../core/features/completion.ts";
import type { Outline } from "../core/features/outline.ts";
import type { Offer } from "../core/model/companion.ts";
import type { Fix, Location, Problem, Severity, TextEdit } from "../core/schema/problem.ts";
import type { Service } from "../core/service.ts";
import { type Locale, say } from "../core/text/localized.ts";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toRange(service: Service, location: Location): LspRange {
  const { start, end } = service.range(location);
  return { start, end };
}

export function toLocation(service: Service, location: Location): LspLocation {
  return { uri: location.source.uri, range: toRange(service, location) };
}

export function toDiagnostic(service: Service, problem: Problem, locale: Locale): Diagnostic {
  const diagnostic: Diagnostic = {
    range: toRange(service, problem),
    severity: severities[problem.severity],
    code: problem.code,
    source: "ha-config",
    message: say(problem.message, locale),
  };
  if (problem.tag !== undefined) {
    diagnostic.tags = [problem.tag === "deprecated" ? DiagnosticTag.Deprecated : DiagnosticTag.Unnecessary];
  }
  if (problem.related !== undefined) {
    diagnostic.relatedInformation = problem.related.map((related) => ({
      location: toLocation(service, related),
      message: say(related.message, locale),
    }));
  }
  return diagnostic;
}

export function toWorkspaceEdit(service: Service, edits: readonly TextEdit[]): WorkspaceEdit {
  const changes: Record<string, LspTextEdit[]> = {};
  for (const edit of edits) {
    const list = changes[edit.source.uri] ?? [];
    list.push({ range: toRange(service, edit), newText: edit.text });
    changes[edit.source.uri] = list;
  }
  return { changes };
}

/** The changes of a fix or an offer: edits, and files that it writes. */
function toFileEdit(
  service: Service,
  { edits, creates = [] }: Pick<Fix, "edits" | "creates">,
  locale: Locale,
): WorkspaceEdit {
  const { changes = {} } = toWorkspaceEdit(service, edits);
  if (creates.length === 0) return { changes };
  const origin = { line: 0, character: 0 };
  return {
    documentChanges: [
      // Where a file has come up meanwhile the client refuses, and nothing is written over.
      ...creates.flatMap(({ uri, text }) => [
        { kind: "create" as const, uri },
        {
          textDocument: { uri, version: null },
          edits: [{ range: { start: origin, end: origin }, newText: say(text, locale) }],
        },
      ]),
      ...Object.entries(changes).map(([uri, list]) => ({ textDocument: { uri, version: null }, edits: list })),
    ],
  };
}

/** Something that may be written although nothing is wrong. */
export function toOfferedAction(service: Service, { title, creates, edits }: Offer, locale: Locale): CodeAction {
  const written = edits.map((edit) => ({ ...edit, text: say(edit.text, locale) }));
  return {
    title: say(title, locale),
    kind: CodeActionKind.RefactorRewrite,
    edit: toFileEdit(service, { edits: written, creates }, locale),
  };
}

/** A quick fix of one problem. The first safe one is what "fix" without a choice applies. */
export function toCodeAction(
  service: Service,
  problem: Problem,
  fix: Fix,
  preferred: boolean,
  locale: Locale,
): CodeAction {
  return {
    title: say(fix.title, locale),
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(service, problem, locale)],
    isPreferred: preferred,
    edit: toFileEdit(service, fix, locale),
  };
}

const itemKinds: Readonly<Record<CoreItem["kind"], CompletionItemKind>> = {
  keyword: CompletionItemKind.Property,
  block: CompletionItemKind.Module,
  value: CompletionItemKind.EnumMember,
  option: CompletionItemKind.Field,
  reference: CompletionItemKind.Reference,
  snippet: CompletionItemKind.Snippet,
  function: CompletionItemKind.Function,
};

export function toCompletionItems(service: Service, completion: Completion): CompletionItem[] {
  const { uri, section } = completion.place;
  const source = { uri, section };
  const range = toRange(service, { source, ...completion.range });
  const rangeOf = (start: number | undefined) =>
    start === undefined ? range : toRange(service, { source, start, end: completion.range.end });
  return completion.items.map((item): CompletionItem => {
    const made: CompletionItem = {
      label: item.label,
      kind: itemKinds[item.kind],
      sortText: `${item.rank}${item.label}`,
      insertTextFormat: InsertTextFormat.Snippet,
      textEdit: { range: rangeOf(item.start), newText: item.insert },
    };
    if (item.filter !== undefined) made.filterText = item.filter;
    if (item.detail !== undefined) made.detail = item.detail;
    if (item.beside !== undefined) made.labelDetails = item.beside;
    if (item.markdown !== undefined) made.documentation = { kind: MarkupKind.Markdown, value: item.markdown };
    if (item.deprecated === true) made.tags = [CompletionItemTag.Deprecated];
    if (item.again === true) made.command = { title: "", command: "editor.action.triggerSuggest" };
    return made;
  });
}

export function toSymbol(service: Service, uri: string, outline: Outline): DocumentSymbol {
  const source = { uri, section: outline.section };
  return {
    name: outline.name,
    detail: outline.detail,
    kind: outline.named ? SymbolKind.Class : SymbolKind.Namespace,
    range: toRange(service, { source, start: outline.start, end: outline.end }),
    selectionRange: toRange(service, { source, ...outline.selection }),
    children: outline.children.map((child) => toSymbol(service, uri, child)),
  };
}
