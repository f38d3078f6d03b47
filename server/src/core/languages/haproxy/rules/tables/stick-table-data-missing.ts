import type { Configuration } from "../../../../model/configuration.ts";
import { edit } from "../../../../rules/fixes.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { titles } from "../../../../schema/fixTitles.ts";
import type { Fix } from "../../../../schema/problem.ts";
import type { BoundValue } from "../../../../schema/value.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { counterOfAction, counterUsesIn, trackersOf } from "../../model/counters.ts";
import { isUncertain } from "../../model/gaps.ts";
import { type StickTable, tablesOf } from "../../model/tables.ts";
import { root } from "../../schema/index.ts";
import { dataTypes } from "../../schema/tableTypes.ts";
import { http } from "../examples.ts";

const message = text(
  'The table "{1}" does not store {0}, so this is never known',
  '表"{1}"没有存储 {0}，此处永远得不到值',
);
const action = text('The table "{1}" does not store {0}, so this does nothing', '表"{1}"没有存储 {0}，此处不起作用');
const defined = text("The table is defined here", "表在此处定义");

/** What samples and actions look at where it is not called like the data itself; each of it will do. */
const needs: Readonly<Record<string, readonly string[]>> = {
  kbytes_in: ["bytes_in_cnt"],
  kbytes_out: ["bytes_out_cnt"],
  updt_conn_cnt: ["conn_cnt"],
  get_gpc: ["gpc"],
  get_gpc0: ["gpc0", "gpc"],
  get_gpc1: ["gpc1", "gpc"],
  clr_gpc: ["gpc"],
  clr_gpc0: ["gpc0", "gpc"],
  clr_gpc1: ["gpc1", "gpc"],
  inc_gpc: ["gpc", "gpc_rate"],
  inc_gpc0: ["gpc0", "gpc0_rate", "gpc", "gpc_rate"],
  inc_gpc1: ["gpc1", "gpc1_rate", "gpc", "gpc_rate"],
  gpc0_rate: ["gpc0_rate", "gpc_rate"],
  gpc1_rate: ["gpc1_rate", "gpc_rate"],
  get_gpt: ["gpt"],
  get_gpt0: ["gpt0", "gpt"],
  "sc-inc-gpc": ["gpc", "gpc_rate"],
  "sc-inc-gpc0": ["gpc0", "gpc0_rate", "gpc", "gpc_rate"],
  "sc-inc-gpc1": ["gpc1", "gpc1_rate", "gpc", "gpc_rate"],
  "sc-add-gpc": ["gpc", "gpc_rate"],
  "sc-set-gpt": ["gpt"],
  "sc-set-gpt0": ["gpt0", "gpt"],
};

/** Stick rules add the server to their table by themselves (src/proxy.c: resolve_stick_rule). */
const implied: ReadonlySet<string> = new Set(["server_id", "server_key", "server_name"]);

const known = new Map(dataTypes.map((type) => [type.name, type]));

/** src/stick_table.c: stktable_data_ptr gives nothing for what a table does not store. */
export const stickTableDataMissing: ConfigurationRule<Globals> = {
  id: "haproxy/stick-table-data-missing",
  severity: "warning",
  scope: "configuration",
  reads: root.keywords.map((keyword) => keyword.name),
  summary: text("Something is read from a stick table that it does not store.", "读取了粘性表没有存储的数据。"),
  why: text(
    "A stick table keeps only what its `store` lists. To ask it for anything else is no error: the sample has no value, comparisons fail, and a limit built on it never acts.",
    "粘性表只保存 `store` 列出的数据。读取其他数据不会报错：取样没有值，比较不成立，基于它的限制永远不会生效。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    stick-table type ip size 100k expire 10m store conn_rate(10s)
    http-request track-sc0 src
    http-request deny deny_status 429 if { sc_http_req_rate(0) gt 100 }
#                                          ^^^^^^^^^^^^^^^^ The table "web" does not store http_req_rate
    http-request deny deny_status 429 if { src_conn_cur gt 20 }
#                                          ^^^^^^^^^^^^ The table "web" does not store conn_cur
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    stick-table type ip size 100k expire 10m store http_req_rate(10s),gpc0
    http-request track-sc0 src
    http-request sc-inc-gpc0(0) if { path /login }
    http-request deny deny_status 429 if { sc_http_req_rate(0) gt 100 } || { sc0_get_gpc0 gt 10 }
`,
  ],
  check(configuration, { report, globals }) {
    if (globals.partial) return;
    const tables = tablesOf(configuration);
    const tracked = tablesByCounter(configuration, tables);
    for (const line of configuration.sections.flatMap((state) => state.statements.flatMap((block) => block.children))) {
      if (isUncertain(line)) continue;
      for (const { value, what, wanted, from, isAction } of readsOf(line, tables, tracked)) {
        const lacking = from.filter((table) => !table.partial && !wanted.some((data) => table.stored.has(data)));
        const [first] = lacking;
        // A counter may be filled from several tables; one that knows is enough.
        if (first === undefined || lacking.length < from.length) continue;
        report({
          at: line.at(value.word),
          message: fill(isAction ? action : message, wanted[0] ?? what, first.name),
          related: [{ ...first.line.at(first.line.title), message: defined }],
          fixes: fixesOf(first, wanted[0]),
        });
      }
    }
  },
};

type Tracked = ReadonlyMap<number, readonly (StickTable | undefined)[]>;

function tablesByCounter(configuration: Configuration, tables: ReadonlyMap<string, StickTable>): Tracked {
  const found = new Map<number, (StickTable | undefined)[]>();
  for (const { counter, table } of trackersOf(configuration)) {
    if (counter !== undefined) found.set(counter, [...(found.get(counter) ?? []), tables.get(table)]);
  }
  return found;
}

interface Reading {
  readonly value: BoundValue;
  readonly what: string;
  readonly wanted: readonly string[];
  readonly from: readonly StickTable[];
  readonly isAction: boolean;
}

function readsOf(line: Bound, tables: ReadonlyMap<string, StickTable>, tracked: Tracked): readonly Reading[] {
  const made: Reading[] = [];
  const add = (value: BoundValue, what: string, from: readonly (StickTable | undefined)[], isAction: boolean) => {
    const wanted = needs[what] ?? (known.has(what) && !implied.has(what) ? [what] : []);
    if (wanted.length === 0 || from.length === 0) return;
    const seen = from.filter((table) => table !== undefined);
    // Of a table that is not there other rules speak.
    if (seen.length === from.length) made.push({ value, what, wanted, from: seen, isAction });
  };
  for (const { value, what, counter, table } of counterUsesIn(line)) {
    if (table !== undefined) add(value, what, [tables.get(table)], false);
    else if (counter !== undefined) add(value, what, tracked.get(counter) ?? [], false);
    else add(value, what, [tables.get(line.parent?.name ?? "")], false);
  }
  const used = counterOfAction(line);
  if (used !== undefined) add(used.value, used.name, tracked.get(Number(used.value.data)) ?? [], true);
  return made;
}

function fixesOf({ line }: StickTable, data: string | undefined): readonly Fix[] {
  const type = known.get(data ?? "");
  if (type === undefined || type.takes === "rates" || type.takes === "size") return [];
  const words = `store ${type.name}${type.takes === "period" ? "(10s)" : ""}`;
  const { end } = line.statement.words.at(-1) ?? line.statement;
  return [
    { title: fill(titles.insert, words), safety: "unsafe", edits: [edit(line, { start: end, end }, ` ${words}`)] },
  ];
}
