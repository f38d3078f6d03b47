import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain, mayHoldLines } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { isComplete, isOn, settingOf } from "../../model/servers.ts";
import { front, http } from "../examples.ts";

const none = text('No server here has a value for the cookie "{0}"', '此处没有服务器为 Cookie "{0}"指定值');
const one = text(
  'Without a "cookie" of its own, this server cannot keep its users',
  '该服务器没有自己的"cookie"值，无法保持其用户',
);

export const serverCookieMissing: PartRule<Proxy, Globals> = {
  id: "haproxy/server-cookie-missing",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text(
    "A cookie for persistence, but servers without a value for it.",
    "设置了会话保持 Cookie，但服务器没有对应的值。",
  ),
  why: text(
    "HAProxy writes the server's own `cookie` value into the cookie. A server without one sends its users away without a mark, so that their next request may go anywhere.",
    "HAProxy 把服务器自己的 `cookie` 值写入 Cookie。没有该值的服务器不会给用户留下标记，用户的下一个请求可能去往任何一台。",
  ),
  bad: [
    `${http}${front}
backend app
    cookie SRV insert indirect nocache
#          ^^^ No server here has a value for the cookie
    server s1 192.0.2.11:80 check
    server s2 192.0.2.12:80 check
`,
    `${http}${front}
backend app
    cookie SRV insert indirect nocache
    server s1 192.0.2.11:80 check cookie s1
    server s2 192.0.2.12:80 check
#          ^^ cannot keep its users
`,
  ],
  good: [
    `${http}${front}
backend app
    cookie SRV insert indirect nocache dynamic
    dynamic-cookie-key secret
    server s1 192.0.2.11:80 check
    server s2 192.0.2.12:80 check
`,
  ],
  check(proxy, { report }) {
    if (proxy.isDisabled) return;
    const cookie = proxy.block.find("cookie");
    const { servers } = proxy;
    if (cookie === undefined || !proxy.isHttp || servers.length < 2) return;
    if (cookie.value("dynamic") !== undefined || isUncertain(cookie) || mayHoldLines(proxy.block)) return;
    const bare = servers.filter(
      (server) => settingOf(proxy, server, "cookie") === undefined && isComplete(proxy, server),
    );
    if (bare.length === servers.length) {
      report({ at: cookie.at(cookie.nameWord), message: fill(none, cookie.name) });
      return;
    }
    if (servers.some((server) => !bare.includes(server) && !isOn(proxy, server, "backup"))) {
      for (const server of bare) {
        if (!isOn(proxy, server, "backup")) report({ at: server.at(server.nameWord), message: one });
      }
    }
  },
};
