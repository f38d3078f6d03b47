/** Tokens of nft's language (nft(8), "Lexical conventions"). */
import type { Word } from "../words.ts";

export interface NftToken extends Word {
  readonly kind: "word" | "string" | "sign" | "end";
}

const patterns: readonly { readonly kind: NftToken["kind"] | "blank"; readonly pattern: RegExp }[] = [
  { kind: "blank", pattern: /[ \t\r]+|\\\r?\n|#[^\n]*/y },
  { kind: "end", pattern: /[\n;]/y },
  { kind: "string", pattern: /"[^"\n]*"?/y },
  // An IPv6 address or network has two colons at least, where `lo : accept` has one.
  { kind: "word", pattern: /[\da-fA-F]*:[\da-fA-F]*:[\da-fA-F:.]*(?:\/\d+)?(?:-[\da-fA-F:.]*:[\da-fA-F:.]*)?/y },
  { kind: "word", pattern: /[$@]?[\w*][\w./\\*-]*/y },
  { kind: "sign", pattern: /[!=<>]=|<<|>>|./sy },
];

/** The tokens; `;` and line ends are both ends, for they mean the same. */
export function nftTokens(text: string): readonly NftToken[] {
  const tokens: NftToken[] = [];
  for (let at = 0; at < text.length; ) {
    for (const { kind, pattern } of patterns) {
      pattern.lastIndex = at;
      const found = pattern.exec(text)?.[0];
      if (found === undefined || found === "") continue;
      const isString = kind === "string";
      const end = at + found.length;
      if (kind !== "blank") tokens.push({ kind, text: isString ? found.replaceAll('"', "") : found, start: at, end });
      at = end;
      break;
    }
  }
  return tokens;
}
