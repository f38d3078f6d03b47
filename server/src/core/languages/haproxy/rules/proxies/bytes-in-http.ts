import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { conditionRange, testsOf } from "../../model/conditions/read.ts";
import { stageOf } from "../../model/conditions/stages.ts";
import { isUncertain } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { layer6 } from "../../samples/layer6.ts";
import { front, http } from "../examples.ts";

const message = text(
  '"{0}" looks at bytes before HTTP is read, and finds none in mode http',
  '"{0}"查看 HTTP 解析之前的字节，在 mode http 中什么也取不到',
);

/** Whether it is HTTP is known in both modes. */
const raw = new Set(layer6.map(({ name }) => name).filter((name) => !name.endsWith("proto_http")));

/** Lines whose conditions the daemon does not look at (src/cfgparse.c: warnif_tcp_http_cond and its callers). */
const ignored: ReadonlySet<string> = new Set(["redirect", "monitor fail"]);

export const bytesInHttp: PartRule<Proxy, Globals> = {
  id: "haproxy/bytes-in-http",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text("A condition on raw bytes in a proxy of mode http.", "mode http 的代理使用了查看原始字节的条件。"),
  why: text(
    "In mode http HAProxy has read the request before any rule is run, so what stands in the buffer is no longer what came over the line. Fetches such as `req.ssl_sni` or `req.payload` find nothing there, and the condition never holds. Use `mode tcp`, or `ssl_fc_sni` and `req.body`.",
    "mode http 下，规则执行之前 HAProxy 已经解析了请求，缓冲区里不再是线路上的原始数据。`req.ssl_sni`、`req.payload` 等取样什么也取不到，条件永远不成立。请使用 `mode tcp`，或改用 `ssl_fc_sni`、`req.body`。",
  ),
  bad: [
    `${http}${front}    tcp-request inspect-delay 5s
    tcp-request content reject if { req.ssl_sni -i internal.example.com }
#                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "req.ssl_sni" looks at bytes
backend app
    server s1 127.0.0.1:8000
`,
  ],
  good: [
    `${http}${front}backend app
    server s1 127.0.0.1:8000
frontend tls
    mode tcp
    bind :8443
    tcp-request inspect-delay 5s
    tcp-request content reject if { req.ssl_sni -i internal.example.com }
    default_backend raw
backend raw
    mode tcp
    server s1 127.0.0.1:8001
`,
  ],
  check(proxy, { report }) {
    if (proxy.isDisabled || proxy.mode !== "http") return;
    for (const line of proxy.block.children) {
      const stage = stageOf(line);
      if ((stage === undefined && line.keyword?.name.startsWith("stick ") !== true) || isUncertain(line)) continue;
      if (stage !== undefined && ignored.has(stage)) continue;
      const found = testsOf(line).find(({ fetch }) => raw.has(fetch));
      const at = conditionRange(line);
      if (found !== undefined && at !== undefined) report({ at: line.at(at), message: fill(message, found.fetch) });
    }
  },
};
