import { insertInto } from "../../../../rules/fixes.ts";
import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { conditionValue, testsOfTerm } from "../../model/conditions/read.ts";
import { linesOf } from "../../model/conditions/stages.ts";
import { isUncertain, mayHoldLines } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { findFetch, readsBuffer } from "../../samples/index.ts";
import { tcp } from "../examples.ts";

const messages = {
  delay: text(
    '"{0}" is tested before the client has sent it: there is no "tcp-request inspect-delay"',
    '缺少"tcp-request inspect-delay"："{0}"在客户端发送数据之前就会被检查',
  ),
  rule: text(
    '"{0}" is tested before the client has sent it: no "tcp-request content" rule waits for it',
    '没有"tcp-request content"规则等待数据："{0}"在客户端发送之前就会被检查',
  ),
};

/** src/tcp_rules.c: tcp_inspect_request. */
export const inspectDelayMissing: PartRule<Proxy, Globals> = {
  id: "haproxy/inspect-delay-missing",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text("Data of the client is tested without waiting for it.", "未等待客户端数据就进行检查。"),
  why: text(
    "In mode tcp nothing of the client has arrived when a connection is accepted. `tcp-request content` rules wait for what they look at, but only as long as `tcp-request inspect-delay` says, and not at all without it; `use_backend` never waits. The server name of TLS is then mostly missing, and connections go to the wrong backend now and then.",
    "在 tcp 模式下，接受连接时客户端的数据尚未到达。`tcp-request content` 规则会等待所需数据，但时长由 `tcp-request inspect-delay` 决定，未设置则完全不等；`use_backend` 从不等待。此时 TLS 服务器名通常取不到，连接会时不时进入错误的后端。",
  ),
  bad: [
    `${tcp}
frontend tls
    bind :443
    tcp-request content accept if { req.ssl_hello_type 1 }
    use_backend shop if { req.ssl_sni -i shop.example.com }
#                         ^^^^^^^^^^^ there is no "tcp-request inspect-delay"
    default_backend app
backend shop
    server s1 192.0.2.10:443
backend app
    server s1 192.0.2.11:443
`,
    `${tcp}
frontend tls
    bind :443
    tcp-request inspect-delay 5s
    acl shop req.ssl_sni -i shop.example.com
    use_backend shop if shop
#                       ^^^^ "req.ssl_sni" is tested before the client has sent it: no "tcp-request content" rule
    default_backend app
backend shop
    server s1 192.0.2.10:443
backend app
    server s1 192.0.2.11:443
`,
  ],
  good: [
    `${tcp}
frontend tls
    bind :443
    tcp-request inspect-delay 5s
    tcp-request content accept if { req.ssl_hello_type 1 }
    use_backend shop if { req.ssl_sni -i shop.example.com }
    use_backend shop if { ssl_fc_sni -i shop.example.com }
    default_backend shop
backend shop
    tcp-request content reject if { req.len gt 1000 }
    server s1 192.0.2.10:443
`,
  ],
  check(proxy, { report }) {
    const { block, isFrontend, mode } = proxy;
    if (!isFrontend || mode !== "tcp" || mayHoldLines(block)) return;
    const sections = [block, ...proxy.defaults];
    const hasDelay = sections.some((section) => section.has("tcp-request inspect-delay"));
    const hasRule = sections.some((section) => linesOf(section, "tcp-request content").length > 0);
    if (hasDelay && hasRule) return;
    const waiting = [...linesOf(block, "tcp-request content"), ...linesOf(block, "use_backend")];
    const lines = waiting.filter((line) => !isUncertain(line)).sort((a, b) => a.statement.start - b.statement.start);
    // One place is enough: what is missing is missing once. Most telling is where the backend is chosen.
    for (const line of lines.toReversed()) {
      for (const term of conditionValue(line)?.tree.alternatives.flat() ?? []) {
        const test = testsOfTerm(term, line).find((one) => waitsFor(one.fetch));
        if (test === undefined) continue;
        const at = term.kind === "named" ? term.name : (term.words[0] ?? term);
        const written = term.kind === "named" ? test.fetch : (term.words[0]?.value ?? "");
        report({
          at: line.at(at),
          message: fill(hasDelay ? messages.rule : messages.delay, written),
          fixes: hasDelay ? [] : [insertInto(block, "tcp-request inspect-delay 5s", "unsafe")],
        });
        return;
      }
    }
  },
};

function waitsFor(name: string): boolean {
  const fetch = findFetch(name);
  return fetch !== undefined && readsBuffer(fetch) && /^re[pq]/.test(fetch.name);
}
