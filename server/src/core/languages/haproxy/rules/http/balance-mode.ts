import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { knownModeOf } from "../../model/modes.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { tcp } from "../examples.ts";

const message = text(
  '"balance {0}" looks at requests, which mode {1} does not: round robin is used',
  '"balance {0}"需要解析请求，{1} 模式不会解析，将改用轮询',
);

const needHttp = /^(?:uri|url_param|hdr\()/;

/** src/proxy.c: proxy_cfg_ensure_no_http. */
export const balanceMode: PartRule<Proxy, Globals> = {
  id: "haproxy/balance-mode",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text("Balancing by a part of the request in mode tcp.", "在 tcp 模式下按请求内容做负载均衡。"),
  why: text(
    "In mode tcp HAProxy sees bytes, no requests. It warns and falls back to round robin, so that users no longer come back to the same server.",
    "tcp 模式下 HAProxy 只看到字节，看不到请求。它会给出告警并改用轮询，用户不再回到同一台服务器。",
  ),
  bad: [
    `${tcp}
listen web
    bind :8080
    balance uri
#           ^^^ round robin is used
    server s1 192.0.2.11:80
`,
  ],
  good: [
    `${tcp}
listen web
    bind :8080
    balance source
    server s1 192.0.2.11:80
`,
  ],
  check(proxy, { report, globals }) {
    const balance = proxy.find("balance");
    const word = balance?.statement.words.find(({ start }) => start >= (balance.named.at(-1)?.end ?? 0));
    if (balance === undefined || word === undefined || word.unknown === true || !proxy.isBackend) return;
    const mode = knownModeOf(proxy, globals.partial);
    if (mode === undefined || mode === "http" || proxy.isDisabled || !needHttp.test(word.value)) return;
    // A section that serves no server needs no balance either; what its defaults say was meant for others.
    if (balance.parent !== proxy.block || isUncertain(balance)) return;
    report({ at: balance.at(word), message: fill(message, word.value, mode) });
  },
};
