/** The comments of a file of rules that are lines of their own. */
import { type Configuration, type SectionState, treeOf } from "../../../model/configuration.ts";
import type { Location } from "../../../schema/problem.ts";
import { walk } from "../../../syntax/ast.ts";
import { lineStartOf } from "../../../text/lines.ts";

export interface CommentLine {
  readonly at: Location;
  /** Blanks stand before it. */
  readonly isIndented: boolean;
}

/** All of them, in the order of the file. */
export function commentLines({ language, sections }: Configuration): readonly CommentLine[] {
  return sections.flatMap(({ source }: SectionState) => {
    const { text } = source.section;
    const found: CommentLine[] = [];
    if (!text.includes("#")) return found;
    walk(treeOf(language, source.section).items, (item) => {
      if (item.kind !== "comment") return;
      const before = text.slice(lineStartOf(text, item.start), item.start);
      if (before.trim() !== "") return;
      found.push({ at: { source, start: item.start, end: item.end }, isIndented: before !== "" });
    });
    return found;
  });
}
