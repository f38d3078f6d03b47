import type { PartRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain, mayHoldLines } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { http } from "../examples.ts";

const message = text('"monitor fail" does nothing without "monitor-uri"', '没有"monitor-uri"，"monitor fail"不起作用');

export const monitorFailUnused: PartRule<Proxy, Globals> = {
  id: "haproxy/monitor-fail-unused",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text("A condition for a monitor page that there is none of.", "为并不存在的监控地址设置了失败条件。"),
  why: text(
    "`monitor fail` decides what the path of `monitor-uri` answers. Without that path requests go on to the servers, and an outer balancer that probes HAProxy learns nothing of the condition.",
    "`monitor fail` 决定 `monitor-uri` 路径如何应答。没有该路径时请求会照常转给服务器，外层负载均衡器无从得知该条件。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    monitor fail if { nbsrv(app) lt 1 }
#   ^^^^^^^^^^^^ does nothing without "monitor-uri"
    default_backend app
backend app
    server s1 192.0.2.11:80 check
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    monitor-uri /alive
    monitor fail if { nbsrv(app) lt 1 }
    default_backend app
backend app
    server s1 192.0.2.11:80 check
`,
  ],
  check(proxy, { report }) {
    const fail = proxy.block.find("monitor fail");
    if (fail === undefined || !proxy.isFrontend || proxy.find("monitor-uri") !== undefined) return;
    if (isUncertain(fail) || mayHoldLines(proxy.block)) return;
    report({ at: fail.at(fail.title), message });
  },
};
