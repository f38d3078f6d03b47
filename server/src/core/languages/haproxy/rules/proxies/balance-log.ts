import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { knownModeOf, modeWord } from "../../model/modes.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { front, http, tcp } from "../examples.ts";

const messages = {
  falls: text(
    '"balance {0}" needs mode log; "{1}" uses roundrobin',
    '"balance {0}"需要 log 模式；"{1}"会使用 roundrobin',
  ),
  refused: text('"balance {0}" is not possible in mode log', '"balance {0}"不能用于 log 模式'),
  here: text("This algorithm", "此算法"),
};

/** All that a backend in mode log can do (src/log.c: _postcheck_log_backend_compat). */
const ofLog: ReadonlySet<string> = new Set(["roundrobin", "random", "sticky", "log-hash"]);

/** src/log.c: _postcheck_log_backend_compat; src/proxy.c: proxy_cfg_ensure_no_log. */
export const balanceLog: PartRule<Proxy, Globals> = {
  id: "haproxy/balance-log",
  severity: "error",
  scope: "part",
  parts: proxiesOf,
  summary: text(
    "A way of balancing that does not go with log messages, or only with them.",
    "均衡算法与日志后端不相配。",
  ),
  why: text(
    "A backend in mode log has messages and no connections: HAProxy refuses all but `roundrobin`, `random`, `sticky` and `log-hash` there. In other modes it warns of `log-hash` and uses round robin.",
    "log 模式的后端只有消息而没有连接：HAProxy 只接受 `roundrobin`、`random`、`sticky` 和 `log-hash`。在其他模式下使用 `log-hash` 时，它会警告并改用轮询。",
  ),
  since: "3.0",
  bad: [
    `${tcp}
frontend web
    bind :8080
    log backend@logs local0
backend logs
    mode log
    balance leastconn
#           ^^^^^^^^^ error: "balance leastconn" is not possible in mode log
    server s1 udp@127.0.0.1:514
`,
    `${http}${front}backend app
    balance log-hash lower
#           ^^^^^^^^ warning: "balance log-hash" needs mode log; "app" uses roundrobin
    server s1 127.0.0.1:8000
`,
  ],
  good: [
    `${tcp}
frontend web
    bind :8080
    log backend@logs local0
backend logs
    mode log
    balance sticky
    server s1 udp@127.0.0.1:514
`,
  ],
  check(proxy, { report, globals }) {
    const line = proxy.isBackend && !proxy.isDisabled ? proxy.find("balance") : undefined;
    const algorithm = line?.values[0];
    const mode = knownModeOf(proxy, globals.partial);
    if (line === undefined || algorithm === undefined || mode === undefined || algorithm.word.unknown === true) return;
    const isRefused = mode === "log" && !ofLog.has(algorithm.name);
    const falls = mode !== "log" && algorithm.name === "log-hash";
    if (!isRefused && !falls) return;
    const isOwn = line.parent === proxy.block;
    const severity = isRefused ? "error" : "warning";
    const written = line.statement.words[line.named.length]?.value.replace(/\(.*/, "") ?? algorithm.name;
    report({
      at: isOwn ? line.at(algorithm.word) : proxy.block.at(modeWord(proxy)),
      severity: isUncertain(line, proxy.block) ? "information" : severity,
      message: isRefused ? fill(messages.refused, written) : fill(messages.falls, written, proxy.name),
      related: isOwn ? [] : [{ ...line.at(algorithm.word), message: messages.here }],
    });
  },
};
