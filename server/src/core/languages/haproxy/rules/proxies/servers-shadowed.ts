import { removeStatement } from "../../../../rules/fixes.ts";
import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { http } from "../examples.ts";

const message = text(
  'The servers of "{0}" are never used: its default backend takes all',
  '"{0}"的服务器永远不会被使用：默认后端会接走全部流量',
);
const unused = text("This server", "该服务器");

/** src/proxy.c: proxy_finalize. */
export const serversShadowed: PartRule<Proxy, Globals> = {
  id: "haproxy/servers-shadowed",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text("A listen with servers and a default backend.", "listen 段同时有服务器和默认后端。"),
  why: text(
    "The servers of a `listen` are used for what no rule sends to another backend. A `default_backend`, perhaps from the defaults, takes all of that, so nothing is left for them. HAProxy warns and goes on.",
    "`listen` 段的服务器用于处理没有被规则送往其他后端的流量。`default_backend`（可能来自 defaults）会接走这些流量，它们便无事可做。HAProxy 会警告并继续运行。",
  ),
  bad: [
    `${http}
listen web
    bind :8080
    default_backend app
#   ^^^^^^^^^^^^^^^ The servers of "web" are never used
    server s1 127.0.0.1:8000
backend app
    server s1 127.0.0.1:8001
`,
  ],
  good: [
    `${http}
listen web
    bind :8080
    use_backend app if { path_beg /app }
    server s1 127.0.0.1:8000
backend app
    server s1 127.0.0.1:8001
`,
  ],
  check(proxy, { report }) {
    const { block, name, servers } = proxy;
    const line = proxy.find("default_backend");
    const [first] = servers;
    if (proxy.kind !== "listen" || proxy.isDisabled || line === undefined || first === undefined) return;
    const isOwn = line.parent === block;
    report({
      at: isOwn ? line.at(line.title) : block.at(block.nameWord),
      severity: isUncertain(line, first) ? "information" : "warning",
      message: fill(message, name),
      related: [{ ...first.at(first.nameWord), message: unused }],
      fixes: isOwn ? [removeStatement(line, "unsafe")] : [],
    });
  },
};
