/** Statements and sections of which only a part can be seen, because a variable or a template stands in them. */
import type { Bound } from "../../../schema/bound.ts";

/** Whether words beside the first `known` ones hold settings that only the host knows. */
export function mayHoldMore({ statement }: Bound, known: number): boolean {
  return statement.words.some((word, index) => index >= known && word.unknown === true);
}

/** Whether lines of a section begin with something that only the host knows. */
export function mayHoldLines(block: Bound): boolean {
  return block.children.some((child) => child.keyword === undefined && child.statement.words[0]?.unknown === true);
}

/** Whether it is not known that the daemon takes these statements: they stand behind `.if`. */
export function isUncertain(...statements: readonly (Bound | undefined)[]): boolean {
  return statements.some((one) => one?.statement.uncertain === true || one?.parent?.statement.uncertain === true);
}
