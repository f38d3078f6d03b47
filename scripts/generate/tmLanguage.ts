// The form of a TextMate grammar, and what the grammars of all languages are put together with.

export interface Rule {
  readonly comment?: string;
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly applyEndPatternLast?: boolean;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Rule[];
  readonly include?: string;
}

export type Captures = Readonly<Record<string, { readonly name?: string; readonly patterns?: readonly Rule[] }>>;

export type Repository = Readonly<Record<string, Rule>>;

export function include(name: string): Rule {
  return { include: `#${name}` };
}

/** Names of scopes end with the language's id. */
export function scopes(id: string): (name: string) => { readonly name: string } {
  return (name) => ({
    name: name
      .split(" ")
      .map((one) => `${one}.${id}`)
      .join(" "),
  });
}

/** Words as an alternative, the longer ones first, so that none hides another that it begins. A star ends a beginning. */
export function oneOf(words: readonly string[]): string {
  const sorted = [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(?:${sorted.map(escaped).join("|")})`;
}

function escaped(word: string): string {
  const [, fixed = "", star = ""] = /^(.*?)(\*?)$/.exec(word) ?? [];
  return fixed.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "[ \\t]+") + (star === "" ? "" : "[^\\s(#]*");
}

/** A whole grammar; `source` is the script that it is written in. */
export function grammar(id: string, source: string, patterns: readonly Rule[], repository: Repository): object {
  return {
    $schema: "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
    information_for_contributors: [
      `Written by scripts/generate.ts from ${source} and the table of keywords.`,
      "Change those, not this file.",
    ],
    name: id,
    scopeName: `source.${id}`,
    patterns,
    repository,
  };
}
