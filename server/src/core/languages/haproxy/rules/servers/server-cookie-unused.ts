import type { PartRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain, mayHoldLines } from "../../model/gaps.ts";
import { knownModeOf } from "../../model/modes.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { front, http } from "../examples.ts";

const noCookie = text(
  'No "cookie" line of this section names the cookie that would hold this value',
  '本段没有"cookie"行指定存放该值的 Cookie',
);
const tcp = text("Cookies are ignored in this mode: it is no HTTP", "该模式不是 HTTP，会忽略 Cookie");
const redirect = text('"redir" needs mode http', '"redir"需要 http 模式');

/** src/proxy.c: proxy_finalize, for modes other than http; otherwise it says nothing. */
export const serverCookieUnused: PartRule<Proxy, Globals> = {
  id: "haproxy/server-cookie-unused",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text(
    "The value of a cookie on a server, where no cookie is looked at.",
    "服务器上写了 Cookie 值，但没有任何地方使用该 Cookie。",
  ),
  why: text(
    "A server's `cookie` is only the value. Which cookie holds it, and who sets it, is said by the `cookie` line of the section. Without it, or outside of mode http, users are not kept on their server, and HAProxy says nothing of it.",
    "服务器上的 `cookie` 只是值，由哪个 Cookie 存放、由谁设置，要用本段的 `cookie` 行说明。缺少该行或不在 http 模式时，用户不会固定在原服务器上。",
  ),
  bad: [
    `${http}${front}
backend app
    server s1 192.0.2.11:80 check cookie s1
#                                 ^^^^^^^^^ No "cookie" line of this section
    server s2 192.0.2.12:80 check cookie s2
#                                 ^^^^^^^^^ No "cookie" line of this section
`,
  ],
  good: [
    `${http}${front}
backend app
    cookie SRV insert indirect nocache
    server s1 192.0.2.11:80 check cookie s1
    server s2 192.0.2.12:80 check cookie s2
`,
  ],
  check(proxy, { report, globals }) {
    if (proxy.isDisabled) return;
    const mode = knownModeOf(proxy, globals.partial);
    if (mode === undefined) return;
    const isHttp = mode === "http";
    const cookie = proxy.find("cookie");
    if (isHttp && (cookie !== undefined || mayHoldLines(proxy.block))) return;
    for (const server of proxy.servers) {
      const values = server.values.filter((value) => value.name === "cookie");
      const [head, value] = [values.at(-2), values.at(-1)];
      if (head !== undefined && value !== undefined && !isUncertain(server)) {
        const at = server.at({ start: head.word.start, end: value.word.end });
        report({ at, message: isHttp ? noCookie : tcp });
      }
      const redir = server.values.find((one) => one.name === "redir");
      if (redir !== undefined && !isHttp && !isUncertain(server)) {
        report({ at: server.at(redir.word), message: redirect, severity: "error" });
      }
    }
  },
};
