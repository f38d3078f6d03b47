import { insertInto } from "../../../../rules/fixes.ts";
import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { checkOptionOf, isCheckedBy } from "../../model/checkOptions.ts";
import { isUncertain } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { front, http } from "../examples.ts";

const message = text('"{0}" does nothing without "{1}"', '没有"{1}"，"{0}"不起作用');

/** The steps of checks, and the option that they are steps of. */
const kinds = [
  { steps: "http-check", option: "httpchk" },
  { steps: "tcp-check", option: "tcp-check" },
] as const;

/** These belong to the check as a whole; the daemon says nothing of them. */
const silent: ReadonlySet<string> = new Set(["http-check disable-on-404", "http-check send-state"]);

/** src/tcpcheck.c: TCPCHK_FL_UNUSED_HTTP_RS and TCPCHK_FL_UNUSED_TCP_RS. */
export const checkRulesUnused: PartRule<Proxy, Globals> = {
  id: "haproxy/check-rules-unused",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text(
    "Steps of a health check without the option that they belong to.",
    "写了健康检查步骤，却没有对应的检查选项。",
  ),
  why: text(
    "Which kind of check a backend uses is decided by its `option` line alone. Without `option httpchk` or `option tcp-check`, HAProxy only tries to connect and throws the steps away, so a server that answers with errors stays in service.",
    "后端使用哪种检查只由 `option` 行决定。没有 `option httpchk` 或 `option tcp-check` 时，HAProxy 只尝试建立连接并丢弃这些步骤，返回错误的服务器仍会继续提供服务。",
  ),
  bad: [
    `${http}${front}
backend app
    http-check expect status 200
#   ^^^^^^^^^^^^^^^^^ does nothing without "option httpchk"
    server s1 192.0.2.11:80 check
`,
    `${http}${front}
backend app
    option httpchk
    tcp-check send "PING\\r\\n"
#   ^^^^^^^^^^^^^^ does nothing without "option tcp-check"
    server s1 192.0.2.11:80 check
`,
  ],
  good: [
    `${http}${front}
backend app
    option httpchk
    http-check expect status 200
    server s1 192.0.2.11:80 check
`,
    `
defaults
    mode http
    timeout connect 5s
    timeout client 30s
    timeout server 30s
    option httpchk
${front}
backend app
    http-check expect status 200
    server s1 192.0.2.11:80 check
`,
  ],
  check(proxy, { report }) {
    if (!proxy.isBackend || proxy.isDisabled) return;
    for (const { steps, option } of kinds) {
      const step = proxy.rules(steps).find((one) => !silent.has(one.keyword?.name ?? ""));
      if (step === undefined || isUncertain(step) || isCheckedBy(proxy, option)) continue;
      report({
        at: step.at(step.title),
        message: fill(message, step.keyword?.name ?? steps, `option ${option}`),
        // Beside another kind of check it is not clear which one was meant.
        fixes: checkOptionOf(proxy) === undefined ? [insertInto(proxy.block, `option ${option}`, "unsafe")] : [],
      });
    }
  },
};
