import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { switchOf } from "../../model/servers.ts";
import { front, http } from "../examples.ts";

const message = text(
  '"tfo" needs "retry-on" with "{0}", or a failed start is not repeated',
  '"tfo"需要带"{0}"的"retry-on"，否则失败的连接不会重试',
);

const needed = ["conn-failure", "empty-response", "response-timeout"] as const;

/** src/proxy.c: proxy_finalize. It looks for the last two only, and `all-retryable-errors` holds them. */
const looked = ["empty-response", "response-timeout"] as const;

export const serverTfoRetry: PartRule<Proxy, Globals> = {
  id: "haproxy/server-tfo-retry",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text(
    "TCP Fast Open towards servers without the retries that it needs.",
    "对服务器使用 TCP Fast Open，却没有设置所需的重试。",
  ),
  why: text(
    "With Fast Open the request leaves before the server has answered at all, so a connection that fails shows up as an empty or a missing answer. Unless those may be retried, the client gets the error.",
    "使用 Fast Open 时，请求在服务器应答之前就已发出，连接失败会表现为空响应或无响应。如果不允许重试这些情况，错误就会传给客户端。",
  ),
  bad: [
    `${http}${front}
backend app
    server s1 192.0.2.11:80 tfo
#                           ^^^ needs "retry-on"
`,
  ],
  good: [
    `${http}${front}
backend app
    retry-on conn-failure empty-response response-timeout
    server s1 192.0.2.11:80 tfo
`,
  ],
  check(proxy, { report }) {
    if (proxy.isDisabled) return;
    const words = new Set(proxy.find("retry-on")?.values.map((value) => value.data) ?? []);
    if (words.has("all-retryable-errors") || looked.every((word) => words.has(word))) return;
    const missing = needed.filter((word) => !words.has(word)).join(" ");
    for (const server of proxy.servers) {
      const tfo = switchOf(proxy, server, "tfo");
      if (tfo === undefined || isUncertain(tfo.bound)) continue;
      report({ at: tfo.bound.at(tfo.value.word), message: fill(message, missing) });
    }
  },
};
