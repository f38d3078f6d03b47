import type { PartRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain, mayHoldLines } from "../../model/gaps.ts";
import { knownModeOf } from "../../model/modes.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { tcp } from "../examples.ts";

const message = text(
  "What has become HTTP cannot go to the servers of this tcp section: it needs a backend in mode http",
  "转为 HTTP 的连接不能交给本 tcp 段的服务器，需要 http 模式的后端",
);

/** src/proxy.c: proxy_finalize. */
export const switchModeUnrouted: PartRule<Proxy, Globals> = {
  id: "haproxy/switch-mode-unrouted",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text(
    "A connection that is turned to HTTP with no backend to take it.",
    "连接转为 HTTP 后没有后端可以处理。",
  ),
  why: text(
    "`switch-mode http` reads on in HTTP, but the servers of a `listen` in mode tcp speak bytes. Without `use_backend` or `default_backend` HAProxy closes such connections.",
    "`switch-mode http` 之后按 HTTP 解析，但 tcp 模式 `listen` 段的服务器只处理字节。没有 `use_backend` 或 `default_backend` 时，HAProxy 会关闭这些连接。",
  ),
  bad: [
    `${tcp}
listen mixed
    bind :8080
    tcp-request inspect-delay 5s
    tcp-request content switch-mode http if HTTP
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cannot go to the servers of this tcp section
    server s1 192.0.2.11:80
`,
  ],
  good: [
    `${tcp}
listen mixed
    bind :8080
    tcp-request inspect-delay 5s
    tcp-request content switch-mode http if HTTP
    use_backend app if HTTP
    default_backend raw
backend app
    mode http
    server s1 192.0.2.11:80
backend raw
    server s1 192.0.2.11:81
`,
  ],
  check(proxy, { report, globals }) {
    const change = proxy.block.find("tcp-request content switch-mode");
    if (
      change === undefined ||
      knownModeOf(proxy, globals.partial) !== "tcp" ||
      proxy.isDisabled ||
      proxy.servers.length === 0
    )
      return;
    if (proxy.find("default_backend") !== undefined || proxy.block.has("use_backend")) return;
    if (isUncertain(change) || mayHoldLines(proxy.block)) return;
    report({ at: change.at(change.title), message });
  },
};
