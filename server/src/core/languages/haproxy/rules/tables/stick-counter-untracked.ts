import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { counterOfAction, counterUsesIn, trackersOf } from "../../model/counters.ts";
import { isUncertain } from "../../model/gaps.ts";
import { root } from "../../schema/index.ts";
import { http } from "../examples.ts";

const message = text(
  'Nothing tracks by "track-sc{0}", so this counts nothing',
  '没有任何"track-sc{0}"，此处统计不到内容',
);

export const stickCounterUntracked: ConfigurationRule<Globals> = {
  id: "haproxy/stick-counter-untracked",
  severity: "warning",
  scope: "configuration",
  reads: root.keywords.map((keyword) => keyword.name),
  summary: text("A stick counter that is read, though no rule fills it.", "读取了没有任何规则填充的粘性计数器。"),
  why: text(
    "`sc0_http_req_rate` looks at the entry that a `track-sc0` rule has picked for this connection. Without such a rule there is none, the sample never matches, and a limit built on it never acts. HAProxy does not notice.",
    "`sc0_http_req_rate` 查看 `track-sc0` 规则为该连接选定的条目。没有这样的规则就没有条目，取样永远不会匹配，基于它的限制也不会生效。HAProxy 不会察觉。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    stick-table type ip size 100k expire 10m store http_req_rate(10s)
    http-request track-sc1 src
    http-request deny deny_status 429 if { sc_http_req_rate(0) gt 100 }
#                                          ^^^^^^^^^^^^^^^^ Nothing tracks by "track-sc0"
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    stick-table type ip size 100k expire 10m store http_req_rate(10s)
    http-request track-sc0 src
    http-request deny deny_status 429 if { sc_http_req_rate(0) gt 100 }
`,
  ],
  check(configuration, { report, globals }) {
    const tracked = trackersOf(configuration).map(({ counter }) => counter);
    if (globals.partial || tracked.includes(undefined)) return;
    for (const state of configuration.sections) {
      for (const line of state.statements.flatMap((block) => block.children)) {
        if (isUncertain(line)) continue;
        const uses = counterUsesIn(line).map(({ counter, value }) => ({ counter, word: value.word }));
        const action = counterOfAction(line);
        if (action !== undefined) uses.push({ counter: Number(action.value.data), word: action.value.word });
        for (const { counter, word } of uses) {
          // Beyond the limit another rule speaks.
          if (counter === undefined || Number.isNaN(counter) || counter >= globals.stickCounters) continue;
          if (!tracked.includes(counter)) report({ at: line.at(word), message: fill(message, counter) });
        }
      }
    }
  },
};
