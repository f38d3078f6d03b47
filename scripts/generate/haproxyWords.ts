// What the TextMate grammar of haproxy.cfg wants to know of the tables: which words begin a line and what they take.

import { signature } from "../../server/src/core/features/hover.ts";
import { predicates } from "../../server/src/core/languages/haproxy/conditionals.ts";
import { directives } from "../../server/src/core/languages/haproxy/directives.ts";
import {
  aclKeywords,
  allConverters,
  allFetches,
  logAliases,
  predefinedAcls,
} from "../../server/src/core/languages/haproxy/samples/index.ts";
import { methods } from "../../server/src/core/languages/haproxy/samples/methods.ts";
import { bindOptions } from "../../server/src/core/languages/haproxy/schema/bindOptions.ts";
import { root } from "../../server/src/core/languages/haproxy/schema/index.ts";
import { serverOptions } from "../../server/src/core/languages/haproxy/schema/serverOptions.ts";
import { eachKeyword, type Keyword } from "../../server/src/core/schema/spec.ts";
import { allSuggestions } from "./suggestions.ts";

/** What stands behind a keyword, as far as it has colours of its own. */
export interface Line {
  /** Words that a value follows, or that switch something. */
  readonly options: readonly string[];
  /** Words with a fixed meaning: `roundrobin`. */
  readonly constants: readonly string[];
  /** Samples stand as words of their own: `stick on src`. */
  readonly samples: boolean;
  /** Log formats: `%ci %[src]`. */
  readonly format: boolean;
  /** `if` and `unless` end it. */
  readonly condition: boolean;
  /** A regular expression comes first, or second behind a header. */
  readonly regex: "first" | "second" | undefined;
  /** Options whose value is a regular expression. */
  readonly regexOptions: readonly string[];
  /** What the first word is, where it is a name. */
  readonly first: "definition" | "reference" | undefined;
}

/** Keywords with the same things behind them. */
export interface LineGroup {
  /** From the group's first keyword, so that it stays when other groups come or go. */
  readonly name: string;
  /** With a star at the end where more of the word may follow. */
  readonly keywords: readonly string[];
  readonly line: Line;
}

export interface HaproxyWords {
  readonly sections: readonly string[];
  readonly groups: readonly LineGroup[];
  readonly fetches: readonly string[];
  readonly converters: readonly string[];
  readonly criteria: readonly string[];
  readonly predefinedAcls: readonly string[];
  readonly methods: readonly string[];
  readonly aliases: readonly string[];
  readonly predicates: readonly string[];
  /** `.if`, with its dot. */
  readonly directives: readonly string[];
}

export function haproxyWords(): HaproxyWords {
  const names = (list: readonly { readonly name: string }[]) => [...new Set(list.map(({ name }) => name))].sort();
  return {
    sections: names(root.keywords),
    groups: groups(),
    fetches: names(allFetches),
    converters: names(allConverters),
    criteria: names(aclKeywords),
    predefinedAcls: names(predefinedAcls),
    methods: names(methods),
    aliases: names(logAliases),
    predicates: Object.keys(predicates).sort(),
    directives: names(directives),
  };
}

/** Of lines that differ in nothing but the words that they offer, one group: what is wrong there is not for colours. */
function groups(): readonly LineGroup[] {
  const byName = new Map<string, Keyword[]>();
  eachKeyword(root, (keyword) => {
    if (keyword.body === undefined) byName.set(keyword.name, [...(byName.get(keyword.name) ?? []), keyword]);
  });
  const found = new Map<string, { name: string; keywords: string[]; line: Line }>();
  for (const [name, entries] of [...byName].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const line = lineOf(entries);
    const key = JSON.stringify(line.options.length === 0 ? { ...line, constants: line.constants.length > 0 } : line);
    const group = found.get(key) ?? { name: name.replaceAll(" ", "-"), keywords: [], line };
    group.keywords.push(entries.every(goesOn) ? `${name}*` : name);
    group.line = { ...line, constants: unique([...group.line.constants, ...line.constants]) };
    found.set(key, group);
  }
  // "timeout" of resolvers is also where "timeout connect" begins: what is longer comes first.
  const heads = new Set([...byName.keys()].flatMap((name) => (name.includes(" ") ? [name.replace(/ .*/, "")] : [])));
  const isShort = ({ keywords }: LineGroup) => Number(keywords.some((name) => heads.has(name)));
  return [...found.values()].sort((a, b) => isShort(a) - isShort(b));
}

/** Only begins the word that is written: `track-sc0`; what takes its value in parentheses ends there. */
function goesOn(keyword: Keyword): boolean {
  return keyword.prefix === true && !signature(keyword).slice(keyword.name.length).trim().startsWith("(");
}

/** Every line may have these, in its condition. */
const everywhere = new Set(["if", "unless", "or", ...predefinedAcls.map(({ name }) => name)]);

function lineOf(entries: readonly Keyword[]): Line {
  const signatures = entries.map((keyword) => signature(keyword).slice(keyword.name.length).trim());
  const isName = !entries.some(goesOn);
  const has = (pattern: RegExp) => signatures.some((one) => pattern.test(one));
  const offered = entries
    .flatMap(({ args }) => args.flatMap(({ value }) => allSuggestions(value)))
    .filter(({ label }) => /^[A-Za-z][\w-]*$/.test(label) && !everywhere.has(label));
  const labels = (kind: string) => offered.filter((one) => one.kind === kind).map(({ label }) => label);
  const listed = has(/OPTION…/)
    ? entries.some(({ name }) => name.includes("bind"))
      ? bindOptions
      : serverOptions
    : [];
  const options = unique([...labels("option"), ...listed.map(({ name }) => name)]);
  return {
    options,
    constants: unique(labels("value")).filter((label) => !options.includes(label)),
    samples: has(/\b(?:EXPRESSION|CRITERION)\b/),
    format: has(/\bFORMAT\b/),
    condition: has(/\bCONDITION\b/),
    regex: has(/^REGEX\b/) ? "first" : has(/^HEADER REGEX\b/) ? "second" : undefined,
    regexOptions: unique(
      signatures.flatMap((one) => [...one.matchAll(/([a-z]+) REGEX\b/g)].map(([, option = ""]) => option)),
    ),
    first: isName && has(/^NAME\b/) ? "definition" : isName && has(reference) ? "reference" : undefined,
  };
}

/** Names of sections in signatures. */
const reference = new RegExp(`^(?:${[...root.keywords.map(({ name }) => name.toUpperCase()), "SERVER"].join("|")})\\b`);

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort();
}
