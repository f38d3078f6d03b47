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
import { ofLines } from "../../model/gathered.ts";
import { type StickTable, tablesOf } from "../../model/tables.ts";
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

interface Reading {
  readonly line: Bound;
  readonly value: BoundValue;
  readonly what: string;
  readonly wanted: readonly string[];
  /** The table that it looks at; undefined where that is told by the counter. */
  readonly table: string | undefined;
  readonly counter: number | undefined;
  readonly isAction: boolean;
}

/** What lines read from tables, or change in them. */
const readings = ofLines((line): readonly Reading[] => {
  if (isUncertain(line)) return [];
  const own = line.parent?.name ?? "";
  const made = counterUsesIn(line).map(({ value, what, counter, table }) => {
    const named = table ?? (counter === undefined ? own : undefined);
    return { line, value, what, wanted: wantedFor(what), table: named, counter, isAction: false };
  });
  const used = counterOfAction(line);
  if (used !== undefined) {
    const { name: what, value } = used;
    const counter = Number(value.data);
    made.push({ line, value, what, wanted: wantedFor(what), table: undefined, counter, isAction: true });
  }
  return made.filter(({ wanted }) => wanted.length > 0);
});

function wantedFor(what: string): readonly string[] {
  return needs[what] ?? (known.has(what) && !implied.has(what) ? [what] : []);
}

/** src/stick_table.c: stktable_data_ptr gives nothing for what a table does not store. */
export const stickTableDataMissing: ConfigurationRule<Globals> = {
  id: "haproxy/stick-table-data-missing",
  severity: "warning",
  scope: "configuration",
  reads: (configuration) => [readings(configuration), tablesOf(configuration), trackersOf(configuration)],
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
    const all = readings(configuration);
    if (all.length === 0) return;
    const tables = tablesOf(configuration);
    const tracked = tablesByCounter(configuration, tables);
    const byCounter = new Map<string, StickTable | undefined>();
    for (const { line, value, what, wanted, table, counter, isAction } of all) {
      const key = table ?? `${counter} ${what}`;
      let first = table === undefined ? byCounter.get(key) : undefined;
      if (table !== undefined) first = lackingOf([tables.get(table)], wanted);
      else if (!byCounter.has(key)) {
        first = lackingOf(tracked.get(counter ?? Number.NaN) ?? [], wanted);
        byCounter.set(key, first);
      }
      if (first === undefined) continue;
      report({
        at: line.at(value.word),
        message: fill(isAction ? action : message, wanted[0] ?? what, first.name),
        related: [{ ...first.line.at(first.line.title), message: defined }],
        fixes: fixesOf(first, wanted[0]),
      });
    }
  },
};

/** The first of some tables, if none of them stores the data. A counter may be filled from several; one that knows is enough. */
function lackingOf(from: readonly (StickTable | undefined)[], wanted: readonly string[]): StickTable | undefined {
  // Of a table that is not there other rules speak.
  const lacks = (one: StickTable | undefined) =>
    one !== undefined && !one.partial && !wanted.some((data) => one.stored.has(data));
  return from.every(lacks) ? from[0] : undefined;
}

type Tracked = ReadonlyMap<number, readonly (StickTable | undefined)[]>;

function tablesByCounter(configuration: Configuration, tables: ReadonlyMap<string, StickTable>): Tracked {
  const found = new Map<number, (StickTable | undefined)[]>();
  for (const { counter, table } of trackersOf(configuration)) {
    if (counter === undefined) continue;
    const list = found.get(counter);
    if (list === undefined) found.set(counter, [tables.get(table)]);
    else list.push(tables.get(table));
  }
  return found;
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
