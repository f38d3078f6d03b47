import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain, mayHoldLines } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { front, http } from "../examples.ts";

const message = text(
  '"{0}" has no server, so every request that comes here fails',
  '"{0}"没有服务器，到达此处的请求都会失败',
);

/** What answers in place of a server, or what a section without one may be for. */
const purposes =
  /^(?:server(?:-template)?|dispatch|transparent|option (?:transparent|http_proxy)|stick-table|redirect|errorfiles?|errorloc\d*|http-error|stats .*|http-request .*|http-after-response .*|tcp-request .*|use-fcgi-app|use_backend|default_backend|monitor-uri|disabled|filter|be-unpublished)$/;

export const backendEmpty: PartRule<Proxy, Globals> = {
  id: "haproxy/backend-empty",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text("A backend without servers.", "后端没有服务器。"),
  why: text(
    "HAProxy accepts such a backend and answers each request with an error 503, or closes the connection in mode tcp. Where servers are added at run time, that is meant.",
    "HAProxy 接受这样的后端，对每个请求返回 503，tcp 模式下则关闭连接。如果服务器在运行时才加入，则属正常。",
  ),
  bad: [
    `${http}${front}
backend app
#       ^^^ "app" has no server
    balance roundrobin
`,
  ],
  good: [
    `${http}${front}
backend app
    http-request return status 200
`,
  ],
  check(proxy, { report }) {
    const { block } = proxy;
    if (!proxy.isBackend || isUncertain(block) || mayHoldLines(block) || proxy.mode === "haterm") return;
    // A word that no table knows may be the very line that is missed.
    if (block.children.some(({ keyword }) => keyword === undefined || purposes.test(keyword.name))) return;
    if (proxy.defaults.some((one) => one.children.some(({ keyword }) => keyword?.name === "default_backend"))) return;
    report({ at: block.at(block.nameWord), message: fill(message, proxy.name) });
  },
};
