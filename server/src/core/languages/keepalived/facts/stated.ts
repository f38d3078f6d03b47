/** Words of statements as facts: a value with its place. */
import type { Known, Stated } from "../../../model/facts.ts";
import type { Bound } from "../../../schema/bound.ts";

/** The first value of a statement as a fact; undefined where there is none or only the host knows it. */
export function stated<T>(statement: Bound | undefined, value: T | undefined): Stated<T> | undefined {
  if (statement === undefined || value === undefined) return undefined;
  const word = statement.nameWord;
  return word.unknown === true ? undefined : { value, at: statement.at(word) };
}

/** A value that a statement sets, or that holds without one; its place is then that of the block's name. */
export function known<T>(block: Bound, statement: Bound | undefined, value: T | undefined): Known<T> | undefined {
  if (value === undefined) return undefined;
  if (statement === undefined) return { value, at: block.at(block.nameWord), isWritten: false };
  const found = stated(statement, value);
  return found === undefined ? undefined : { ...found, isWritten: true };
}

/** A number that a block sets, or `otherwise`; undefined where only the host knows it. Where it stands comes with it. */
export function knownNumber(block: Bound, keyword: string, otherwise: number): Known<number> | undefined {
  const statement = block.find(keyword);
  if (statement === undefined) return known(block, undefined, otherwise);
  const number = block.number(keyword);
  return known(block, statement, number ?? (statement.nameWord.unknown === true ? undefined : otherwise));
}
