import type { BlockRule, Report } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { counterOfAction, counterUsesIn } from "../../model/counters.ts";
import { isUncertain } from "../../model/gaps.ts";
import { root } from "../../schema/index.ts";
import { http } from "../examples.ts";

const message = text(
  'There is no stick counter {0}: they go up to {1}, as "tune.stick-counters" says',
  '没有 {0} 号粘性计数器：根据"tune.stick-counters"，最大为 {1}',
);

/** src/tcp_rules.c, src/http_act.c: parse_http_track_sc; src/stick_table.c: parse_inc_gpc and others. */
export const stickCounterLimit: BlockRule<Globals> = {
  id: "haproxy/stick-counter-limit",
  severity: "error",
  scope: "block",
  on: root.keywords.map((keyword) => keyword.name),
  summary: text("A stick counter beyond those that there are.", "使用了超出数量的粘性计数器。"),
  why: text(
    "A connection has three stick counters, 0 to 2, unless `tune.stick-counters` in `global` says more. HAProxy refuses rules for others; samples of others are accepted and never match.",
    "每个连接有 0 到 2 三个粘性计数器，除非在 `global` 中用 `tune.stick-counters` 增加。使用其他编号的规则会被拒绝；使用其他编号的取样会被接受，但永远不会匹配。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    stick-table type ip size 100k expire 10m store gpc0
    http-request track-sc3 src
#                ^^^^^^^^^ There is no stick counter 3
    http-request sc-inc-gpc0(4)
#                            ^ There is no stick counter 4
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    stick-table type ip size 100k expire 10m store gpc0
    http-request track-sc2 src
    http-request sc-inc-gpc0(2)
`,
  ],
  check(block, { report, globals }) {
    if (globals.partial || block.parent !== undefined) return;
    for (const line of [block, ...block.children]) judge(line, globals.stickCounters, report);
  },
};

function judge(line: Bound, counters: number, report: Report): void {
  if (isUncertain(line)) return;
  const action = counterOfAction(line);
  if (action !== undefined && Number(action.value.data) >= counters) {
    const word = line.named.at(-1) ?? line.head;
    const isTrack = action.name === "track-sc";
    report({
      at: line.at(isTrack ? { start: word.start, end: Math.max(word.end, action.value.word.end) } : action.value.word),
      message: fill(message, Number(action.value.data), counters - 1),
    });
  }
  for (const { counter, value } of counterUsesIn(line)) {
    if (counter === undefined || Number.isNaN(counter) || counter < counters) continue;
    report({ at: line.at(value.word), message: fill(message, counter, counters - 1), severity: "warning" });
  }
}
