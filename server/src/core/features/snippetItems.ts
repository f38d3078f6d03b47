/** Snippets as completion items, only where what they begin with is allowed. */
import type { Language } from "../model/language.ts";
import type { KeywordBody } from "../schema/spec.ts";
import { findKeyword } from "../schema/spec.ts";
import type { Locale } from "../text/localized.ts";
import type { CompletionItem } from "./completion.ts";

/** The snippets that may stand in a block, after its keywords. */
export function snippetItems(language: Language, body: KeywordBody, locale: Locale): readonly CompletionItem[] {
  return Object.values(language.snippets).flatMap(({ prefix, description, body: lines }): CompletionItem[] => {
    const first = firstKeyword(lines);
    if (first === undefined || !begins(body, first)) return [];
    const [en = "", zh = en] = description.split(" · ");
    const insert = lines.join("\n");
    const preview = `\`\`\`${language.id}\n${plain(insert)}\n\`\`\``;
    return [
      { label: prefix, kind: "snippet", detail: locale === "zh-cn" ? zh : en, markdown: preview, insert, rank: 5 },
    ];
  });
}

/** The first word that is a keyword: comments, definitions and the heads of conditions and loops come before it. */
function firstKeyword(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const word = /^\s*(?:@\S+\s+|~\w+\([^)]*\)\s+)?(-{0,2}[a-zA-Z_][\w-]*)/.exec(plain(line))?.[1];
    if (word !== undefined) return word;
  }
  return undefined;
}

/** Whether a block knows a keyword that begins with this word. */
function begins(body: KeywordBody, word: string): boolean {
  return (
    findKeyword(body, word) !== undefined ||
    body.keywords.some(({ name }) => /^[ .]/.test(name.slice(word.length)) && name.startsWith(word))
  );
}

/** The text with the defaults of its gaps. */
function plain(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, "$1")
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, "$1")
    .replace(/\$\d+/g, "")
    .replace(/\\([$}\\])/g, "$1");
}
