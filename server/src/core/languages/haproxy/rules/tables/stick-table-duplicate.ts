import type { ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { http } from "../examples.ts";

const message = text('There is a stick table "{0}" already', '已经有名为"{0}"的粘性表');
const first = text("It is defined here", "在此处定义");

/** src/stick_table.c: parse_stick_table; src/cfgparse-listen.c: "stick-table". */
export const stickTableDuplicate: ConfigurationRule<Globals> = {
  id: "haproxy/stick-table-duplicate",
  severity: "error",
  scope: "configuration",
  reads: ["frontend", "backend", "listen"],
  summary: text("Two stick tables with one name.", "两个粘性表同名。"),
  why: text(
    "A table is called by the name of its section, so each section has one table at most. For another one, write a `backend` of its own that holds nothing else, and name it with `table`.",
    "粘性表以所在段命名，因此每段最多一个。需要另一个表时，可写一个只包含该表的 `backend`，并用 `table` 引用。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    stick-table type ip size 100k expire 10m store http_req_rate(10s)
    stick-table type ip size 100k expire 10m store conn_cur
#   ^^^^^^^^^^^ There is a stick table "web" already
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    stick-table type ip size 100k expire 10m store http_req_rate(10s)
backend connections
    stick-table type ip size 100k expire 10m store conn_cur
`,
  ],
  check(configuration, { report }) {
    const seen = new Map<string, Bound>();
    for (const line of configuration.all("stick-table")) {
      const name = line.parent?.name ?? "";
      if (line.parent?.nameWord.unknown === true || isUncertain(line)) continue;
      const before = seen.get(name);
      if (before === undefined) seen.set(name, line);
      else {
        const related = [{ ...before.at(before.title), message: first }];
        report({ at: line.at(line.title), message: fill(message, name), related });
      }
    }
  },
};
