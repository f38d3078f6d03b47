/** The fix for a line that works on the preferred node only and stands on another. */
import { insertInto, removeStatement } from "../../../../rules/fixes.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { Fix } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Standing } from "../../model/standings.ts";

const move = text('Move "{0}" to {1}', '把"{0}"移到 {1}');

/** Moves a statement of an instance to that of the preferred node, which must begin as BACKUP then, or removes it. */
export function moveOrRemove(statement: Bound | undefined, { instance, member }: Standing): readonly Fix[] {
  if (statement === undefined) return [];
  const removal = removeStatement(statement, "unsafe");
  const { state, priority, block } = instance;
  // Without a written priority MASTER means 255, which BACKUP would change.
  if (state?.value === "MASTER" && priority?.isWritten !== true) return [removal];
  const start = state?.value === "MASTER" ? [{ ...state.at, text: "BACKUP" }] : [];
  const { source, statement: words } = statement;
  const line = source.section.text.slice(words.start, words.end);
  const title = fill(move, line, member.host.name);
  const edits = [...removal.edits, ...start, ...insertInto(block, line, "unsafe").edits];
  return [{ title, safety: "unsafe", edits }, removal];
}
