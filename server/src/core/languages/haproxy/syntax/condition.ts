/** Conditions: the words behind `if` and `unless`. */
import { createTokenInstance, type IToken, type TokenType } from "chevrotain";
import type { Word } from "../../../syntax/ast.ts";
import { bangsOf } from "./conditionBuilder.ts";
import type { Condition } from "./inner.ts";
import { ConditionClose, ConditionName, ConditionNot, ConditionOpen, ConditionOr } from "./innerTokens.ts";
import { prepare } from "./parser.ts";

/** The condition that the words make. An empty word ends it, as it ends the line for the daemon. */
export function condition(words: readonly Word[]): Condition {
  const { parser } = prepare();
  const ending = words.findIndex((word) => word.value === "" && word.unknown !== true);
  const read = ending === -1 ? words : words.slice(0, ending);
  parser.conditions.begin(read);
  parser.input = read.map(tokenOf);
  parser.condition();
  return parser.conditions.condition();
}

/** Its offset is the index of the word. */
function tokenOf(word: Word, index: number): IToken {
  return createTokenInstance(typeOf(word.value), word.value, index, index, 0, 0, 0, 0);
}

function typeOf(value: string): TokenType {
  const name = value.slice(bangsOf(value));
  if (name === "" && value !== "") return ConditionNot;
  if (name === "||" || name.toLowerCase() === "or") return ConditionOr;
  if (name === "{") return ConditionOpen;
  return value === "}" ? ConditionClose : ConditionName;
}
