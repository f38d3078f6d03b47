/** `ha-config-ignore` comments: whoever knows better can say so in the file, where the next reader sees it. */

import type { Problem } from "../schema/problem.ts";
import type { Section } from "../text/document.ts";
import { lineEndOf, lineStartOf } from "../text/lines.ts";

const marker = "ha-config-ignore";

/**
 * Whether a comment on the problem's line, or alone on the line before it, says `ha-config-ignore` and names the
 * rule's id or none.
 */
export function isSuppressed(problem: Problem): boolean {
  const { section } = problem.source;
  if (!hasMarker(section)) return false;
  const { text } = section;
  const lineStart = lineStartOf(text, problem.start);
  const lineEnd = lineEndOf(text, problem.start);
  const before = lineStart === 0 ? "" : text.slice(lineStartOf(text, lineStart - 1), lineStart - 1);
  return [text.slice(lineStart, lineEnd), /^\s*[#!]/.test(before) ? before : ""].some((line) =>
    says(line, problem.code),
  );
}

const marked = new WeakMap<Section, boolean>();

/** Whether a section says it anywhere, looked up once for all of its problems. */
function hasMarker(section: Section): boolean {
  const known = marked.get(section) ?? section.text.includes(marker);
  marked.set(section, known);
  return known;
}

function says(line: string, code: string): boolean {
  const found = new RegExp(`[#!].*${marker}(?:\\s+([\\w/, -]+))?`).exec(line);
  if (found === null) return false;
  const ids = found[1]?.split(/[\s,]+/).filter((id) => id.includes("/")) ?? [];
  return ids.length === 0 || ids.includes(code);
}
