/**
 * The statements of nft's language as a flat-handed tree: words, and blocks in braces. Braces of sets are blocks too, with
 * their commas among the words. Depth costs memory, not the call stack.
 */
import { type NftToken, nftTokens } from "./nftLexer.ts";

export interface NftBlock {
  readonly kind: "block";
  readonly statements: readonly NftStatement[];
  readonly start: number;
  readonly end: number;
}

export type NftPart = NftToken | NftBlock;

/** What stands between two ends: a rule, a declaration, a command. */
export interface NftStatement {
  readonly parts: readonly NftPart[];
  readonly start: number;
  readonly end: number;
}

interface Open {
  readonly start: number;
  readonly statements: NftStatement[];
  parts: NftPart[];
}

export function nftStatements(text: string): readonly NftStatement[] {
  const stack: Open[] = [];
  let current: Open = { start: 0, statements: [], parts: [] };
  const endStatement = () => {
    const [first] = current.parts;
    const last = current.parts.at(-1);
    if (first === undefined || last === undefined) return;
    current.statements.push({ parts: current.parts, start: first.start, end: last.end });
    current.parts = [];
  };
  const close = (end: number) => {
    endStatement();
    const outer = stack.pop();
    if (outer === undefined) return;
    outer.parts.push({ kind: "block", statements: current.statements, start: current.start, end });
    current = outer;
  };
  for (const token of nftTokens(text)) {
    if (token.kind === "end") endStatement();
    else if (token.kind === "sign" && token.text === "{") {
      stack.push(current);
      current = { start: token.start, statements: [], parts: [] };
    } else if (token.kind === "sign" && token.text === "}") close(token.end);
    else current.parts.push(token);
  }
  while (stack.length > 0) close(text.length);
  endStatement();
  return current.statements;
}
