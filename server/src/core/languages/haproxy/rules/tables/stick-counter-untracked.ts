import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { counterOfAction, counterUsesIn, trackedCounters, trackersOf } from "../../model/counters.ts";
import { isUncertain } from "../../model/gaps.ts";
import { ofLines } from "../../model/gathered.ts";
import { http } from "../examples.ts";

const message = text(
  'Nothing tracks by "track-sc{0}", so this counts nothing',
  '没有任何"track-sc{0}"，此处统计不到内容',
);

/** The counters that samples and actions look at. */
const countersRead = ofLines((line) => {
  if (isUncertain(line)) return [];
  const uses = counterUsesIn(line).flatMap(({ counter, value: { word } }) =>
    counter === undefined ? [] : [{ line, counter, word }],
  );
  const action = counterOfAction(line);
  if (action === undefined) return uses;
  return [...uses, { line, counter: Number(action.value.data), word: action.value.word }];
});

export const stickCounterUntracked: ConfigurationRule<Globals> = {
  id: "haproxy/stick-counter-untracked",
  severity: "warning",
  scope: "configuration",
  reads: (configuration) => [countersRead(configuration), trackersOf(configuration)],
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
    const tracked = trackedCounters(configuration);
    if (globals.partial || tracked.has(undefined)) return;
    for (const { line, counter, word } of countersRead(configuration)) {
      // Beyond the limit another rule speaks.
      if (Number.isNaN(counter) || counter >= globals.stickCounters) continue;
      if (!tracked.has(counter)) report({ at: line.at(word), message: fill(message, counter) });
    }
  },
};
