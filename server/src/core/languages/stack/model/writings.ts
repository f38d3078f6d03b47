/** What companions write, as the edits of a fix. */
import type { Writing } from "../../../model/companion.ts";
import type { TextEdit } from "../../../schema/problem.ts";

/** Without the lines that are comments: a fix has one text for readers of all languages. */
export function bareEdits(writings: readonly Writing[]): readonly TextEdit[] {
  return writings.map((one) => ({ ...one, text: one.text.en.replace(/^[ \t]*(?:#|<!--).*\n/gm, "") }));
}
