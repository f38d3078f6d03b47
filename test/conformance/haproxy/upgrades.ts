/** Outdated lines, or what their fixes make of them: whichever of the two the judging version is for. */
import { atLeast } from "../../../server/src/core/text/version.ts";
import { fileWith, outcomes } from "../../kit/upgrades.ts";
import type { Base } from "../judged.ts";

export function rewrittenLines(version: string): readonly Base[] {
  return outcomes.flatMap(([frame, since, before, , after]): readonly Base[] => {
    const isNew = atLeast(version, since);
    const name = `${isNew ? "instead of" : "before it is outdated,"} ${before}`;
    return [{ name, text: fileWith(frame, isNew ? after : before), included: [] }];
  });
}
