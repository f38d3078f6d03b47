import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { checkOptionOf } from "../../model/checkOptions.ts";
import { isUncertain, mayHoldLines } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { isComplete, isOn } from "../../model/servers.ts";
import { front, http } from "../examples.ts";

const message = text('"{0}" does nothing: no server here has "check"', '此处没有服务器写了"check"，"{0}"不起作用');

export const httpchkUnchecked: PartRule<Proxy, Globals> = {
  id: "haproxy/httpchk-unchecked",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text(
    "A kind of health check, but no server that is checked.",
    "选择了健康检查方式，却没有任何服务器启用检查。",
  ),
  why: text(
    "Options such as `option httpchk` only say how to check. Whether a server is checked at all is said by `check` on its own line or on `default-server`; without it a dead server keeps its share of the requests.",
    "`option httpchk` 之类的选项只说明如何检查，是否检查由服务器行或 `default-server` 上的 `check` 决定；没有它，失效的服务器仍会分到请求。",
  ),
  bad: [
    `${http}${front}
backend app
    option httpchk GET /health
#   ^^^^^^^^^^^^^^ no server here has "check"
    server s1 192.0.2.11:80
    server s2 192.0.2.12:80
`,
  ],
  good: [
    `${http}${front}
backend app
    option httpchk GET /health
    default-server check
    server s1 192.0.2.11:80
    server s2 192.0.2.12:80
`,
  ],
  check(proxy, { report }) {
    if (proxy.isDisabled) return;
    const option = checkOptionOf(proxy);
    const { servers } = proxy;
    if (option === undefined || option.parent !== proxy.block || servers.length === 0) return;
    if (isUncertain(option) || mayHoldLines(proxy.block)) return;
    if (servers.some((server) => isOn(proxy, server, "check") || !isComplete(proxy, server))) return;
    report({ at: option.at(option.title), message: fill(message, option.keyword?.name ?? "") });
  },
};
