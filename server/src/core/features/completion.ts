/** What may be written here, from the table: keywords of the block, values of the argument. */
import type { Language } from "../model/language.ts";
import type { Workspace } from "../model/workspace.ts";
import { lookup, lookupPartly, wordOfName } from "../schema/lookup.ts";
import { StatementReader } from "../schema/reader.ts";
import {
  type Argument,
  effectHere,
  isDeprecatedIn,
  isKnownIn,
  type Keyword,
  type KeywordBody,
} from "../schema/spec.ts";
import type { SuggestContext, Suggestion } from "../schema/value.ts";
import type { Word } from "../syntax/ast.ts";
import { type Locale, list, say } from "../text/localized.ts";
import type { Position, Range } from "../text/range.ts";
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
  /** What stands in the list beside the label: at once behind it, and at the end of the row. */
  readonly beside?: { readonly detail?: string; readonly description?: string };
  readonly markdown?: string;
  /** Snippet syntax. */
  readonly insert: string;
  /** What is compared with what was typed, where that is not the label. */
  readonly filter?: string;
  /** Where what it replaces begins, where that is inside of the word; relative to the place's section. */
  readonly start?: number;
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
  // Around the blocks of such a language stands text of others.
  if (place.configuration.language.layout === "indented" && place.block === undefined) return undefined;
  const variable = variables(place, locale);
  if (variable !== undefined) return variable;
  const typed = typedWords(place);
  const body = bodyAt(place);
  if (body === undefined) return undefined;
  const items =
    body.kind === "lines"
      ? values(body.line, typed.words, place, typed, locale)
      : inBlock(body, typed, place, place.configuration.language, locale);
  return { place, range: typed.range, items };
}

function inBlock(body: KeywordBody, typed: Typed, place: Place, language: Language, locale: Locale): CompletionItem[] {
  const [first] = typed.words;
  const words = first !== undefined && language.negations.includes(first.value) ? typed.words.slice(1) : typed.words;
  if (words.length === 0 && first !== undefined) {
    const negatable = body.keywords.filter((keyword) => keyword.negatable !== undefined && keyword.negatable !== false);
    return keywordItems(negatable, place, typed, locale).filter(({ kind }) => kind === "keyword");
  }
  if (words.length === 0) {
    return [
      ...(lineItems(language, place, typed, locale) ?? keywordItems(body.keywords, place, typed, locale)),
      ...outside(body, place, typed, locale),
      ...snippetItems(language, body, locale),
    ];
  }
  const found = lookup(body, words);
  const partial = lookupPartly(body, words);
  return [
    ...(found === undefined ? [] : values(found.keyword.args, found.args, place, typed, locale)),
    ...(partial?.count === words.length ? nextWords(partial.candidates, words.length, place, locale) : []),
  ];
}

/** What a language itself offers at the start of a line. */
function lineItems(
  language: Language,
  { configuration }: Place,
  typed: Typed,
  locale: Locale,
): CompletionItem[] | undefined {
  const used = (scope: string) => {
    const mentions = configuration?.references.filter((mention) => mention.scope === scope) ?? [];
    return [...new Set(mentions.map(({ name }) => name))];
  };
  return language.suggestLine?.(typed.current?.raw ?? "", used).map(
    ({ label, insert = label, keyword, again = false }): CompletionItem => ({
      label,
      kind: "keyword",
      insert,
      again,
      rank: 1,
      ...(keyword === undefined ? {} : { markdown: describeKeyword(keyword, locale) }),
    }),
  );
}

/** Where blocks have no end of their own, a new one may begin at any line. */
function outside(body: KeywordBody, place: Place, typed: Typed, locale: Locale): CompletionItem[] {
  const { configuration } = place;
  if (configuration?.language.layout !== "lines" || body === configuration.language.root) return [];
  const { root } = configuration.language;
  const items = keywordItems(root.keywords, { ...place, block: undefined }, typed, locale);
  const blocks = items.filter((item) => item.kind === "block").map((item) => ({ ...item, rank: item.rank + 3 }));
  return [...blocks, ...snippetItems(configuration.language, root, locale)];
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
  const known = all.filter((keyword) => isOffered(keyword, place, version));
  const items = known
    .filter((keyword) => !keyword.name.includes(" "))
    .filter((keyword) => keyword.repeat === true || place.block === undefined || !isPresent(keyword))
    .flatMap((keyword) => [keyword.name, ...(keyword.spelled ?? [])].map((name) => ({ ...keyword, name })))
    .map((keyword): CompletionItem => {
      const deprecated = isDeprecatedIn(keyword, version) || keyword.aliasOf !== undefined;
      const missing = keyword.required === true && !isPresent(keyword);
      // Outside of any block one begins a block; the few settings there are rare.
      const isRare = place.block === undefined && keyword.body === undefined;
      return {
        label: keyword.name,
        kind: keyword.body === undefined ? "keyword" : "block",
        ...signatureBeside(keyword, place),
        markdown: describeKeyword(keyword, locale),
        insert: insertText(keyword, place),
        rank: missing ? 0 : deprecated ? 3 : isRare ? 2 : rankOf(place, keyword.name),
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
  return [...items, ...groups(known, place, locale), ...directives];
}

/** Whether the version knows a keyword and does something with it in this block. */
function isOffered(keyword: Keyword, { block }: Place, version: string): boolean {
  const effect = effectHere(keyword, version);
  return isKnownIn(keyword, version) && (effect === "works" || (effect === "refused-unnamed" && block?.name !== ""));
}

/** Keywords of several words: their first words, and behind everything else the whole of them, to be found by any part. */
function groups(all: readonly Keyword[], place: Place, locale: Locale): CompletionItem[] {
  const version = place.configuration?.version ?? "";
  const several = all.filter((keyword) => keyword.name.includes(" "));
  const heads = [...new Set(several.flatMap((keyword) => wordOfName(keyword, 0) ?? []))];
  return [
    ...heads.map((head): CompletionItem => {
      const names = several.filter((keyword) => wordOfName(keyword, 0) === head);
      const tails = names.map((keyword) => `\`${keyword.name.slice(head.length + 1)}\``);
      return {
        label: head,
        kind: "keyword",
        beside: { detail: " …" },
        markdown: say(list(tails), locale),
        insert: `${head} $0`,
        rank: rankOf(place, head),
        again: true,
      };
    }),
    ...several.map(
      (keyword): CompletionItem => ({
        label: keyword.name,
        kind: "keyword",
        insert: keyword.name + gapBehind(keyword),
        rank: 6,
        deprecated: isDeprecatedIn(keyword, version),
        again: keyword.args.length > 0,
      }),
    ),
  ];
}

/** The words with which keywords go on whose names have begun. */
function nextWords(candidates: readonly Keyword[], count: number, place: Place, locale: Locale): CompletionItem[] {
  const version = place.configuration?.version ?? "";
  const byWord = new Map<string, Keyword[]>();
  for (const keyword of candidates) {
    const next = wordOfName(keyword, count);
    if (next === undefined || !isOffered(keyword, place, version)) continue;
    byWord.set(next, [...(byWord.get(next) ?? []), keyword]);
  }
  return [...byWord].map(([label, [first, ...others]]): CompletionItem => {
    const names = [first, ...others].flatMap((one) => one?.name ?? []);
    const whole = others.length === 0 && first?.name.split(" ").length === count + 1 ? first : undefined;
    const gap = whole === undefined ? " $0" : gapBehind(whole);
    return {
      label,
      kind: "keyword",
      insert: label + gap,
      rank: whole !== undefined && isDeprecatedIn(whole, version) ? 3 : rankOf(place, ...names),
      again: gap !== "",
      ...(whole === undefined
        ? {}
        : {
            ...beside(whole),
            markdown: describeKeyword(whole, locale),
            deprecated: isDeprecatedIn(whole, version),
          }),
    };
  });
}

/** What most files hold comes first. */
function rankOf({ configuration }: Place, ...names: readonly string[]): number {
  return names.some((name) => configuration?.language.common?.keywords.has(name) === true) ? 0.5 : 1;
}

/** What is inserted behind a keyword for what follows it; some are one word with it: `set-var(…)`. */
function gapBehind(keyword: Keyword): string {
  if (keyword.args.length === 0) return "";
  if (keyword.prefix !== true) return " $0";
  return signature(keyword).startsWith(`${keyword.name}(`) ? "($0)" : "$0";
}

/** The signature, where the lists are long as a part of the row. */
function signatureBeside(keyword: Keyword, place: Place): Pick<CompletionItem, "beside" | "detail"> {
  if (keyword.args.length === 0 && keyword.body === undefined) return {};
  return place.configuration?.language.common === undefined ? { detail: signature(keyword) } : beside(keyword);
}

/** More of a signature than this hides the others in the list. In characters. */
const longestBeside = 48;

/** What follows a keyword, as far as it is short; the whole of it is in its card. */
function beside(keyword: Keyword): Pick<CompletionItem, "beside"> {
  const [argument] = keyword.args;
  const rest = signature(keyword)
    .slice(keyword.name.length)
    .replace(/ \[\{if\|unless\} CONDITION\]$/, "");
  if (argument === undefined || rest === "") return {};
  const needed = argument.optional === true ? "…" : (argument.value.needs ?? rest.trimStart());
  const shown = rest.length <= longestBeside ? rest : ` ${needed}`;
  return { beside: { detail: shown.length <= longestBeside ? shown : " …" } };
}

/** The keyword with gaps for what must follow. */
function insertText(keyword: Keyword, place: Place): string {
  if (place.configuration?.language.layout === "indented") return fieldText(keyword);
  const needed = keyword.args.filter((argument) => argument.optional !== true);
  const gaps = needed.map((argument, index) => `\${${index + 1}:${argument.name}}`);
  const isFlush = place.configuration?.language.flush === true;
  if (keyword.body !== undefined && place.configuration?.language.layout === "lines" && !isFlush) {
    return `${keyword.name}${needed.length === 0 ? "" : " ${1:name}"}\n    $0`;
  }
  if (keyword.body !== undefined && !isFlush) return `${[keyword.name, ...gaps].join(" ")} {\n\t$0\n}`;
  // Where a line is all there is, what may follow is mostly what is wanted: `balance leastconn`.
  const goesOn = place.configuration?.language.layout === "lines" ? keyword.args : needed;
  return goesOn.length === 0 ? keyword.name : `${keyword.name} $0`;
}

/** A field with a gap for its value, which goes further in where it is more than one. */
function fieldText({ name, body }: Keyword): string {
  if (body === undefined) return `${name}: $0`;
  return `${name}:\n  ${body.kind === "lines" && body.line.length === 1 ? "- " : ""}$0`;
}

function values(
  args: readonly Argument[],
  words: readonly Word[],
  place: Place,
  typed: Typed,
  locale: Locale,
): CompletionItem[] {
  const { configuration } = place;
  if (configuration === undefined) return [];
  const context: SuggestContext = {
    names: (scope, owner) => configuration.names(scope, owner),
    typed: typed.current?.value ?? "",
    version: configuration.version,
    block: place.block,
  };
  const suggestions = waiting(args, words, place).flatMap(
    ({ argument, before }) => argument.value.suggest?.(before, context) ?? [],
  );
  return firstOfEach(suggestions).map((suggestion) => {
    const { keyword, doc } = suggestion;
    const markdown = keyword !== undefined ? describeKeyword(keyword, locale) : doc && say(doc, locale);
    const start = suggestion.from === undefined ? undefined : typed.startOf(suggestion.from);
    return {
      label: suggestion.label,
      kind: suggestion.kind,
      insert: suggestion.insert ?? escapeSnippet(suggestion.label),
      rank: suggestedRank(suggestion, place),
      ...(markdown === undefined ? {} : { markdown }),
      ...detailOf(suggestion, place),
      ...(start === undefined ? {} : { start }),
      ...(suggestion.again === true ? { again: true } : {}),
      ...(keyword !== undefined && isDeprecatedIn(keyword, configuration.version) ? { deprecated: true } : {}),
    };
  });
}

/** What several values of a place offer is one entry. */
function firstOfEach(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const byLabel = new Map<string, Suggestion>();
  for (const one of suggestions) if (!byLabel.has(one.label)) byLabel.set(one.label, one);
  return [...byLabel.values()];
}

/** Where a language says what is common, the person's own names come before the words of the language. */
function suggestedRank({ kind, label, keyword }: Suggestion, place: Place): number {
  const common = place.configuration?.language.common;
  if (common === undefined) return 1;
  if (kind === "reference") return 0.3;
  return kind === "snippet" || common.words.has(keyword?.name ?? label) ? 0.5 : 1;
}

/** The value that follows an option; what a function gives. */
function detailOf({ kind, keyword, detail }: Suggestion, place: Place): Pick<CompletionItem, "beside" | "detail"> {
  if (place.configuration?.language.common === undefined) return detail === undefined ? {} : { detail };
  if (detail !== undefined) return { beside: { description: detail } };
  return kind === "option" && keyword !== undefined ? beside(keyword) : {};
}

/** The arguments that may take the next word, with the words that each of them has taken already. */
function waiting(args: readonly Argument[], words: readonly Word[], place: Place) {
  const source = { uri: place.uri, section: place.section };
  const reader = new StatementReader(words, undefined, source, place.configuration?.version ?? "", place.block);
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
