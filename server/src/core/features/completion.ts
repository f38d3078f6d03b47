/** What may be written here, from the table: keywords of the block, values of the argument. */
import type { Workspace } from "../model/workspace.ts";
import { StatementReader } from "../schema/reader.ts";
import type { Argument, Keyword } from "../schema/spec.ts";
import { findKeyword } from "../schema/spec.ts";
import type { Suggestion } from "../schema/value.ts";
import type { Statement, Word } from "../syntax/ast.ts";
import { type Locale, say } from "../text/localized.ts";
import type { Position, Range } from "../text/range.ts";
import { atLeast } from "../text/version.ts";
import { describeKeyword, signature } from "./hover.ts";
import { bodyAt, type Place, placeAt } from "./place.ts";
import { snippetItems } from "./snippetItems.ts";
import { isInComment, type Typed, typedWords } from "./typing.ts";

export interface Completion {
  readonly place: Place;
  /** What is replaced, relative to the place's section. */
  readonly range: Range;
  readonly items: readonly CompletionItem[];
}

export interface CompletionItem {
  readonly label: string;
  readonly kind: Suggestion["kind"] | "block";
  readonly detail?: string;
  readonly markdown?: string;
  /** Snippet syntax. */
  readonly insert: string;
  /** What is compared with what was typed, where that is not the label. */
  readonly filter?: string;
  /** Items with a lower rank come first. */
  readonly rank: number;
  readonly deprecated?: boolean;
  /** Completion should open again at once, for the value. */
  readonly again?: boolean;
}

export function complete(
  workspace: Workspace,
  uri: string,
  position: Position,
  locale: Locale,
): Completion | undefined {
  const place = placeAt(workspace, uri, position);
  if (place?.configuration === undefined || isInComment(place)) return undefined;
  const variable = variables(place, locale);
  if (variable !== undefined) return variable;
  const typed = typedWords(place);
  const body = bodyAt(place);
  if (body === undefined) return undefined;
  const [head, ...others] = typed.words;
  let items: readonly CompletionItem[];
  if (body.kind === "lines") items = values(body.line, typed.words, place, locale);
  else if (head === undefined) {
    const snippets = snippetItems(place.configuration.language, body, locale);
    items = [...keywordItems(body.keywords, place, typed, locale), ...snippets];
  } else items = values(findKeyword(body, head.value)?.args ?? [], others, place, locale);
  return { place, range: typed.range, items };
}

/** Names behind a dollar sign: those that are defined up to this section, and those of the daemon. */
function variables(place: Place, locale: Locale): Completion | undefined {
  const { section, offset, configuration } = place;
  const typed = /\$\{?\w*$/.exec(section.text.slice(Math.max(0, offset - 64), offset))?.[0];
  if (typed === undefined || configuration === undefined) return undefined;
  const tail = typed.startsWith("${") ? (/^\w*\}?/.exec(section.text.slice(offset))?.[0] ?? "") : "";
  const state = configuration.sections.find((one) => one.source.section === section);
  const defined = [...(state?.environment.definitions ?? [])].map(
    ([name, value]): CompletionItem => ({
      label: name,
      kind: "value",
      detail: value,
      filter: `\${${name}}`,
      insert: `\\\${${name}\\}`,
      rank: 0,
    }),
  );
  const given = configuration.language.predefined.map(
    ({ name, signature: detail, doc, insert }): CompletionItem => ({
      label: name,
      kind: "value",
      detail,
      markdown: say(doc, locale),
      filter: `\${${name}}`,
      insert,
      rank: 1,
    }),
  );
  return { place, range: { start: offset - typed.length, end: offset + tail.length }, items: [...defined, ...given] };
}

function keywordItems(all: readonly Keyword[], place: Place, typed: Typed, locale: Locale): CompletionItem[] {
  const version = place.configuration?.version ?? "";
  const siblings = place.block?.children ?? [];
  const present = new Set(
    siblings
      .filter((child) => child.head.start !== typed.range.start)
      .map(({ keyword }) => keyword && (keyword.aliasOf ?? keyword.name)),
  );
  const isPresent = (keyword: Keyword) => present.has(keyword.aliasOf ?? keyword.name);
  const items = all
    .filter((keyword) => atLeast(version, keyword.since))
    .filter((keyword) => keyword.repeat === true || place.block === undefined || !isPresent(keyword))
    .map((keyword): CompletionItem => {
      const deprecated = keyword.deprecated !== undefined || keyword.aliasOf !== undefined;
      const missing = keyword.required === true && !isPresent(keyword);
      // Outside of any block one begins a block; the few settings there are rare.
      const isRare = place.block === undefined && keyword.body === undefined;
      return {
        label: keyword.name,
        kind: keyword.body === undefined ? "keyword" : "block",
        ...(keyword.args.length === 0 && keyword.body === undefined ? {} : { detail: signature(keyword) }),
        markdown: describeKeyword(keyword, locale),
        insert: insertText(keyword),
        rank: missing ? 0 : deprecated ? 3 : isRare ? 2 : 1,
        deprecated,
        again: keyword.body === undefined && keyword.args.length > 0,
      };
    });
  const directives = (place.configuration?.language.directives ?? []).map(
    (directive): CompletionItem => ({
      label: directive.name,
      kind: "function",
      detail: directive.signature,
      markdown: say(directive.doc, locale),
      insert: directive.insert,
      rank: 4,
    }),
  );
  return [...items, ...directives];
}

/** The keyword with gaps for what must follow. */
function insertText(keyword: Keyword): string {
  const needed = keyword.args.filter((argument) => argument.optional !== true);
  const gaps = needed.map((argument, index) => `\${${index + 1}:${argument.name}}`);
  if (keyword.body !== undefined) return `${[keyword.name, ...gaps].join(" ")} {\n\t$0\n}`;
  return needed.length === 0 ? keyword.name : `${keyword.name} $0`;
}

function values(args: readonly Argument[], words: readonly Word[], place: Place, locale: Locale): CompletionItem[] {
  const { configuration } = place;
  if (configuration === undefined) return [];
  const context = { names: (scope: string) => configuration.names(scope) };
  const suggestions = waiting(args, words, place).flatMap(
    ({ argument, before }) => argument.value.suggest?.(before, context) ?? [],
  );
  return suggestions.map((suggestion) => ({
    label: suggestion.label,
    kind: suggestion.kind,
    insert: suggestion.insert ?? escapeSnippet(suggestion.label),
    rank: 1,
    ...(suggestion.doc === undefined ? {} : { markdown: say(suggestion.doc, locale) }),
  }));
}

/** The arguments that may take the next word, with the words that each of them has taken already. */
function waiting(args: readonly Argument[], words: readonly Word[], place: Place) {
  const statement: Statement = {
    kind: "statement",
    form: "plain",
    condition: undefined,
    words,
    block: undefined,
    start: 0,
    end: 0,
  };
  const source = { uri: place.uri, section: place.section };
  const reader = new StatementReader(statement, 0, source, place.configuration?.version ?? "");
  const found: { argument: Argument; before: readonly Word[] }[] = [];
  for (const argument of args) {
    const left = reader.left();
    if (left.length === 0) {
      found.push({ argument, before: [] });
      if (argument.optional !== true) break;
      continue;
    }
    argument.value.match(reader, argument.name);
    while (argument.repeat === true && reader.peek() !== undefined) argument.value.match(reader, argument.name);
    const goesOn = argument.repeat === true || argument.value.many === true;
    if (reader.peek() === undefined && goesOn) {
      found.push({ argument, before: argument.repeat === true ? [] : left });
      break;
    }
  }
  return found;
}

function escapeSnippet(label: string): string {
  return label.replace(/[\\$}]/g, "\\$&");
}
