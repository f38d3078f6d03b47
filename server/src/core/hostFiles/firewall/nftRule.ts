/**
 * One rule of nft: matches and statements from left to right (nft(8), "Expressions" and "Statements"). Each selector is an
 * entry of a table. What is not in it makes the rest of the rule uncertain.
 */
import type { Range } from "../../text/range.ts";
import { isPassing, open, type Reader, selectorAt } from "./nftSelectors.ts";
import type { NftPart } from "./nftStatements.ts";
import { elementsOf, isSign, type NftNames } from "./nftValues.ts";
import type { Action, Match, Rule } from "./ruleset.ts";

export interface NftScope {
  readonly names: NftNames;
  readonly table: string;
}

const perhaps: Match = { kind: "perhaps" };
const verdicts = new Set(["accept", "drop", "reject", "continue", "return", "jump", "goto", "queue"]);
const nat: ReadonlyMap<string, Action> = new Map<string, Action>([
  ["masquerade", { kind: "accept" }],
  ["snat", { kind: "accept" }],
  ["dnat", { kind: "unclear" }],
  ["redirect", { kind: "unclear" }],
  ["tproxy", { kind: "unclear" }],
  ["synproxy", { kind: "unclear" }],
  ["fwd", { kind: "unclear" }],
  // What iptables-nft keeps of its own extensions.
  ["xt", { kind: "unclear" }],
]);

/** The rules that a statement stands for: one, or with a verdict map one for each of its elements. */
export function readNftRule(parts: readonly NftPart[], range: Range, scope: NftScope): readonly Rule[] {
  const { start, end } = range;
  const matches: Match[] = [];
  const rule = (action: Action): Rule => ({ matches, action, start, end });
  for (let at = 0; at < parts.length; ) {
    const text = textOf(parts[at]);
    const action = actionAt(parts, at, scope.table);
    if (action !== undefined) return [rule(action)];
    const passed = isPassing(parts.slice(at).map(textOf));
    if (passed > 0) {
      at += passed;
      continue;
    }
    if (text === "notrack" || text === "comment") {
      at += text === "comment" ? 2 : 1;
      continue;
    }
    const selector = selectorAt(parts, at);
    if (text === "vmap") return [...readMap(parts[at + 1], open, matches, range, scope)];
    if (selector === undefined) {
      // Not understood: the next verdict may or may not be reached.
      matches.push(perhaps);
      at++;
      continue;
    }
    const value = valueEnd(parts, selector.next);
    if (textOf(parts[selector.next]) === "vmap") {
      return [...readMap(parts[selector.next + 1], selector.match, matches, range, scope)];
    }
    matches.push(...selector.match(value.parts, value.negated, value.isPlain, scope));
    at = value.next;
  }
  return [rule({ kind: "continue" })];
}

/** Whether the rule takes packets out of connection tracking. */
export function takesOut(parts: readonly NftPart[]): boolean {
  return parts.some((part) => part.kind === "word" && part.text === "notrack");
}

function* readMap(
  map: NftPart | undefined,
  match: Reader,
  matches: readonly Match[],
  { start, end }: Range,
  scope: NftScope,
): Generator<Rule> {
  const elements = map === undefined ? undefined : elementsOf([map], scope.names, scope.table);
  if (elements === undefined) {
    yield { matches: [...matches, perhaps], action: { kind: "unclear" }, start, end };
    return;
  }
  for (const { key, parts } of elements) {
    const action = actionAt(parts, 0, scope.table) ?? { kind: "unclear" as const };
    const place = { start: parts[0]?.start ?? start, end: parts.at(-1)?.end ?? end };
    const word: NftPart = { kind: "string", text: key ?? "", ...place };
    const own = key === undefined ? [perhaps] : match([word], false, true, scope);
    yield { matches: [...matches, ...own], action, start, end };
  }
}

function actionAt(parts: readonly NftPart[], at: number, table: string): Action | undefined {
  const part = parts[at];
  const text = part?.kind === "word" ? part.text : "";
  const given = nat.get(text);
  if (given !== undefined) return given;
  if (!verdicts.has(text)) return undefined;
  if (text === "accept" || text === "drop" || text === "return" || text === "continue") return { kind: text };
  if (text === "reject") return { kind: "drop" };
  const chain = textOf(parts[at + 1]);
  if ((text !== "jump" && text !== "goto") || chain === "" || chain.startsWith("$")) return { kind: "unclear" };
  return { kind: text, chain: `${table} ${chain}` };
}

interface ValueEnd {
  readonly parts: readonly NftPart[];
  readonly negated: boolean;
  /** Whether it is compared for being equal, or unequal. */
  readonly isPlain: boolean;
  readonly next: number;
}

/** The value from `from` on: an operator, then one word or block with what commas and dashes add. */
function valueEnd(parts: readonly NftPart[], from: number): ValueEnd {
  const sign = textOf(parts[from]);
  const isOperator = /^(?:==|!=|<=|>=|<|>|eq|ne|lt|gt|le|ge)$/.test(sign);
  const isPlain = !isOperator || /^(?:==|!=|eq|ne)$/.test(sign);
  const first = isOperator ? from + 1 : from;
  let next = first + 1;
  while (next < parts.length) {
    const part = parts[next];
    if (part === undefined || !(isSign(part, ",") || isSign(part, "-"))) break;
    next += 2;
  }
  const isMasked = /^(?:&|\||and|or|xor|\^|<<|>>)$/.test(textOf(parts[first])) || /^[&|^]$/.test(textOf(parts[next]));
  return {
    parts: parts.slice(first, Math.min(next, parts.length)),
    negated: sign === "!=" || sign === "ne",
    isPlain: isPlain && !isMasked,
    next: Math.max(next, from + 1),
  };
}

function textOf(part: NftPart | undefined): string {
  return part === undefined || part.kind === "block" ? "" : part.text;
}
