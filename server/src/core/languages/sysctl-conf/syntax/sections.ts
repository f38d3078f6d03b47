/**
 * Where sysctl.conf is cut so that an edit stays cheap: before each paragraph, and before comments that follow a
 * setting. What belongs together for the eye, such as a comment of several lines, stays in one piece.
 */
import type { Splitter } from "../../../text/document.ts";

type Line = "blank" | "comment" | "setting";

/** The offset of the next section start behind `from`, or the length of the text. */
export const splitter: Splitter = (text, from) => {
  let before: Line | undefined;
  let at = from;
  while (at < text.length) {
    const newline = text.indexOf("\n", at);
    const end = newline === -1 ? text.length : newline + 1;
    const line = kindOf(text, at, end);
    const starts = line === "comment" ? before !== "comment" : before === "blank" && line === "setting";
    if (before !== undefined && starts) return at;
    before = line;
    at = end;
  }
  return text.length;
};

function kindOf(text: string, start: number, end: number): Line {
  for (let at = start; at < end; at++) {
    const character = text[at] ?? "";
    if (character === "#" || character === ";") return "comment";
    if (!/[ \t\v\f\r\n]/.test(character)) return "setting";
  }
  return "blank";
}
