import { gather } from "../../../../model/gather.ts";
import { replace } from "../../../../rules/fixes.ts";
import { anything, type ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { BoundValue } from "../../../../schema/value.ts";
import { fill, text } from "../../../../text/localized.ts";
import { nearest } from "../../../../text/nearest.ts";
import type { Range } from "../../../../text/range.ts";
import type { Globals } from "../../globals.ts";
import { isInForce } from "../../model/force.ts";
import { isUncertain } from "../../model/gaps.ts";
import { ofSections } from "../../model/gathered.ts";
import { isPartial } from "../../model/partial.ts";
import { proxyTables } from "../../model/tables.ts";
import type { Param } from "../../samples/params.ts";
import { front, http } from "../examples.ts";

const messages = {
  own: text('{0} has no stick-table, and "{1}" names none', '{0} 没有 stick-table，"{1}"也未指定表'),
  other: text('"{0}" has no stick-table', '"{0}"没有 stick-table'),
  otherNear: text('"{0}" has no stick-table, did you mean "{1}"?', '"{0}"没有 stick-table，是否想写"{1}"？'),
};

const kinds: ReadonlySet<string> = new Set(["defaults", "frontend", "backend", "listen"]);

/** Keywords that use the table of their own proxy where they name none. */
const trackers =
  /^(?:(?:tcp-request (?:connection|session|content)|http-request) track-sc|stick (?:on|match|store-request|store-response))$/;

/** src/action.c: check_trk_action; src/proxy.c: resolve_stick_rule; src/sample.c: smp_resolve_args, ARGT_TAB. */
export const stickTableMissing: ConfigurationRule<Globals> = {
  id: "haproxy/stick-table-missing",
  severity: "error",
  scope: "configuration",
  reads: anything,
  summary: text("A stick table that is used and that its proxy does not have.", "使用了代理中并不存在的粘性表。"),
  why: text(
    "A table belongs to the section that holds its `stick-table` line and is called by that section's name. Rules that name none use the table of their own section. Without one HAProxy refuses the configuration.",
    "粘性表属于写有 `stick-table` 的段，并以该段的名称命名；未指定表名的规则使用本段的表。表不存在时，HAProxy 拒绝整个配置。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    http-request track-sc0 src
#                ^^^^^^^^^ Frontend "web" has no stick-table, and "track-sc0" names none
    http-request deny deny_status 429 if { src_http_req_rate gt 100 }
#                                          ^^^^^^^^^^^^^^^^^ Frontend "web" has no stick-table
    http-request track-sc1 src table app
#                                    ^^^ "app" has no stick-table
    default_backend app
backend app
    server s1 127.0.0.1:8000
`,
    `${http}${front}backend app
    stick on src
#   ^^^^^^^^ Backend "app" has no stick-table
    server s1 127.0.0.1:8000
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    http-request track-sc0 src table per_ip
    http-request deny deny_status 429 if { sc_http_req_rate(0) gt 100 } || { src_conn_cur(per_ip) gt 50 }
    default_backend app
backend app
    stick-table type ip size 100k expire 30m
    stick on src
    server s1 127.0.0.1:8000
backend per_ip
    stick-table type ip size 100k expire 10m store http_req_rate(10s),conn_cur
`,
  ],
  check(configuration, { report }) {
    if (isPartial(configuration)) return;
    const tables = proxyTables(configuration);
    for (const { name, bound, value } of tableUses(configuration)) {
      if (tables.has(name)) continue;
      // A name that no proxy has is another rule's business.
      if (name.startsWith("#") || configuration.definitions("proxy", name).length === 0) continue;
      const near = nearest(name, tables);
      report({
        at: bound.at(value.word),
        severity: isUncertain(bound) || !isInForce(bound, configuration) ? "information" : "error",
        message: near === undefined ? fill(messages.other, name) : fill(messages.otherNear, name, near),
        ...(near === undefined ? {} : { fixes: [replace(bound, value.word, near, "unsafe")] }),
      });
    }
    for (const { line, block, use } of ownUses(configuration)) {
      const isSure = !isUncertain(line) && isInForce(line, configuration);
      report({
        at: line.at(use),
        severity: isSure ? "error" : "information",
        message: fill(messages.own, describe(block), line.source.section.text.slice(use.start, use.end)),
      });
    }
  },
};

/** Where a table is named, but for those in the section that has it. */
const tableUses = gather(
  (configuration) => configuration.sections,
  ({ references }) =>
    references.filter(({ scope, name, bound }) => {
      if (scope !== "proxy" || bound.keyword?.name === "stats scope") return false;
      return bound.parent?.name !== name || !bound.parent.has("stick-table");
    }),
);

/** Where the table of the own section is meant, and there is none. */
const ownUses = ofSections((block) => {
  if (!kinds.has(block.keyword?.name ?? "") || block.has("stick-table")) return [];
  return block.children.flatMap((line) => {
    const uses = [...ownTableOf(line), ...line.values.flatMap((_, at) => ownTableOfFetch(line.values, at))];
    return uses.map((use) => ({ line, block, use }));
  });
});

/** The words of a rule that counts in the table of its own proxy. */
function ownTableOf(line: Bound): readonly Range[] {
  if (!trackers.test(line.keyword?.name ?? "") || line.value("table") !== undefined) return [];
  // `track-sc0` ends behind its number; the rule set before it is not meant.
  const counter = line.value("counter")?.word;
  const last = line.named.at(-1) ?? line.head;
  return [counter === undefined ? line.title : { start: last.start, end: Math.max(last.end, counter.end) }];
}

/** A fetch that takes a table before all else it may leave out, and is given none. */
function ownTableOfFetch(values: readonly BoundValue[], at: number): readonly Range[] {
  const value = values[at];
  const params =
    value?.keyword !== undefined && "params" in value.keyword ? (value.keyword.params as readonly Param[]) : [];
  const needs = params.some((param) => param.kind === "table" && param.optional !== true);
  if (value === undefined || !/^(?:fetch|converter)$/.test(value.name) || !needs) return [];
  const names = new Set(params.map((param) => param.name));
  for (const next of values.slice(at + 1)) {
    if (!names.has(next.name)) break;
    if (next.name === "table") return [];
  }
  return [value.word];
}

function describe(block: Bound): { en: string; zh: string } {
  const kind = block.keyword?.name ?? "";
  const title = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  const name = block.name === "" ? "" : ` "${block.name}"`;
  return { en: `${title}${name}`, zh: `${kind}${name}` };
}
