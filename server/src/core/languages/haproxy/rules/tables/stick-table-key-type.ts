import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { ofLines } from "../../model/gathered.ts";
import { tablesOf } from "../../model/tables.ts";
import { typeName } from "../../samples/table.ts";
import { cast } from "../../samples/types.ts";
import type { TypedExpression } from "../../values/typedExpression.ts";
import { http } from "../examples.ts";

const message = text(
  '"{0}" gives {1}, which cannot be a key of "{2}": its keys are {3}',
  '"{0}"的结果是{1}，不能作为"{2}"的键：该表的键是{3}',
);
const defined = text("The table is defined here", "表在此处定义");

const users = /^(?:.* track-sc|stick (?:on|match|store-request|store-response))$/;

/** The lines that look keys up, with the type of the sample. */
const keysOf = ofLines((line) => {
  if (!users.test(line.keyword?.name ?? "") || isUncertain(line)) return [];
  const key = line.value("key") ?? line.value("pattern");
  const type = (key?.inner as TypedExpression | undefined)?.type;
  const named = line.values.findLast((value) => value.name === "table" && value.data !== true);
  const table = String(named?.data ?? line.parent?.name ?? "");
  return key === undefined || type === undefined ? [] : [{ line, key, type, table }];
});

/** src/stick_table.c: stktable_compatible_sample; src/action.c: check_trk_action; src/proxy.c: resolve_stick_rule. */
export const stickTableKeyType: ConfigurationRule<Globals> = {
  id: "haproxy/stick-table-key-type",
  severity: "error",
  scope: "configuration",
  reads: (configuration) => [keysOf(configuration), tablesOf(configuration)],
  summary: text("A key that a stick table cannot have.", "粘性表无法使用的键。"),
  why: text(
    "A table's `type` says what its keys are. HAProxy turns samples into that type where there is a way; where there is none, such as from a method to an address, it refuses the rule.",
    "表的 `type` 决定键的类型。能转换时 HAProxy 会把取样转换为该类型；无法转换（例如从请求方法到地址）时拒绝该规则。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    stick-table type ip size 100k expire 10m store http_req_rate(10s)
    http-request track-sc0 method
#                          ^^^^^^ cannot be a key of "web"
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    stick-table type string len 64 size 100k expire 10m store http_req_rate(10s)
    http-request track-sc0 method
    http-request track-sc1 req.hdr(authorization) table addresses
backend addresses
    stick-table type ip size 100k expire 10m store http_req_rate(10s)
`,
  ],
  check(configuration, { report, version }) {
    const tables = tablesOf(configuration);
    for (const { line, key, type, table: name } of keysOf(configuration)) {
      const table = tables.get(name);
      if (table?.keys === undefined || table.partial) continue;
      if (cast(type, table.keys, version) !== undefined) continue;
      report({
        at: line.at(key.word),
        message: fill(message, key.word.value, typeName(type), table.name, typeName(table.keys)),
        related: [{ ...table.line.at(table.line.title), message: defined }],
      });
    }
  },
};
