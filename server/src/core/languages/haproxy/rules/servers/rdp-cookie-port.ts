import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import type { Address } from "../../syntax/inner.ts";
import { tcp } from "../examples.ts";

const message = text(
  'Without a port, "{0}" is never found again by its RDP cookie',
  '"{0}"没有写端口，无法通过 RDP Cookie 再次找到该服务器',
);

/** src/proxy.c: proxy_finalize, SRV_F_MAPPORTS. */
export const rdpCookiePort: PartRule<Proxy, Globals> = {
  id: "haproxy/rdp-cookie-port",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text("`persist rdp-cookie` with a server without a port.", "使用 `persist rdp-cookie` 而服务器没有写端口。"),
  why: text(
    "An RDP cookie names a server by address and port. HAProxy compares both with its servers, and one without a fixed port never matches, so its users land on another session.",
    "RDP Cookie 用地址加端口标识服务器。HAProxy 会同时比较两者，没有固定端口的服务器永远匹配不上，用户会落到其他会话上。",
  ),
  bad: [
    `${tcp}
listen rdp
    bind :3389
    persist rdp-cookie
    server ts1 192.0.2.11
#              ^^^^^^^^^^ never found again by its RDP cookie
`,
  ],
  good: [
    `${tcp}
listen rdp
    bind :3389
    persist rdp-cookie
    server ts1 192.0.2.11:3389
`,
  ],
  check(proxy, { report }) {
    if (proxy.isDisabled) return;
    const persist = proxy.find("persist rdp-cookie");
    if (persist === undefined || persist.negation !== undefined || isUncertain(persist)) return;
    for (const server of proxy.servers) {
      const value = server.value("address");
      const [address] = (value?.inner as readonly Address[] | undefined) ?? [];
      if (value === undefined || address === undefined || address.unknown) continue;
      if (address.host === undefined || (address.port !== undefined && address.port.relative === undefined)) continue;
      report({ at: server.at(value.word), message: fill(message, value.word.value) });
    }
  },
};
