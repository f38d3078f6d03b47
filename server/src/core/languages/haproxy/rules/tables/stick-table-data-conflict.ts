import { edit } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import type { BoundValue } from "../../../../schema/value.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { http } from "../examples.ts";

const messages = {
  covers: text('"{0}" and "{1}" exclude each other: the one is part of the other', '"{0}"与"{1}"互斥：前者包含后者'),
  twice: text('"{0}" is stored already', '"{0}"已经存储'),
  remove: text('Remove the second "{0}"', '删除第二个"{0}"'),
};

/** Arrays, and what is an element of them under another name. */
const parts: Readonly<Record<string, readonly string[]>> = {
  gpt: ["gpt0"],
  gpc: ["gpc0", "gpc1"],
  gpc_rate: ["gpc0_rate", "gpc1_rate"],
};

/** src/stick_table.c: parse_stick_table. */
export const stickTableDataConflict: BlockRule<Globals> = {
  id: "haproxy/stick-table-data-conflict",
  severity: "error",
  scope: "block",
  on: ["stick-table", "table"],
  summary: text(
    "Data that a stick table cannot store together, or stores twice.",
    "粘性表中不能同时存储或重复存储的数据。",
  ),
  why: text(
    "`gpc0` is the first element of the array `gpc`, so a table has either the array or the single counters; the same goes for `gpt` and the rates. HAProxy refuses both together, and ignores with a warning what is listed twice.",
    "`gpc0` 就是数组 `gpc` 的第一个元素，因此表中要么使用数组，要么使用单个计数器；`gpt` 和各种速率也一样。两者并存会被拒绝，重复列出的会被忽略并给出告警。",
  ),
  bad: [
    `${http}
backend limits
    stick-table type ip size 100k expire 10m store gpc(3),gpc0
#                                                         ^^^^ "gpc" and "gpc0" exclude each other
frontend web
    bind :8080
`,
  ],
  good: [
    `${http}
backend limits
    stick-table type ip size 100k expire 10m store gpc(3),gpc_rate(3,10s),gpt0
frontend web
    bind :8080
`,
  ],
  check(table, { report }) {
    const stored = table.values.filter((value) => value.name === "store" && value.data !== true);
    const severity = isUncertain(table) ? "warning" : "error";
    for (const [index, value] of stored.entries()) {
      const before = stored.slice(0, index);
      const rival = before.find((other) => excludes(other, value) || excludes(value, other));
      if (rival !== undefined) {
        const [array, part] = excludes(rival, value) ? [rival, value] : [value, rival];
        report({
          at: table.at(value.word),
          message: fill(messages.covers, String(array.data), String(part.data)),
          severity,
        });
      } else if (before.some((other) => other.data === value.data)) {
        const { text: content } = table.source.section;
        const written = /^[^,\s]*\([^)]*\)|^[^,\s]*/.exec(content.slice(value.word.start))?.[0] ?? "";
        const range = { start: value.word.start - 1, end: value.word.start + written.length };
        const isListed = content[range.start] === ",";
        report({
          at: table.at(value.word),
          message: fill(messages.twice, String(value.data)),
          severity: "warning",
          fixes: isListed
            ? [{ title: fill(messages.remove, String(value.data)), safety: "safe", edits: [edit(table, range, "")] }]
            : [],
        });
      }
    }
  },
};

function excludes(array: BoundValue, part: BoundValue): boolean {
  return parts[String(array.data)]?.includes(String(part.data)) ?? false;
}
