import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { http } from "../examples.ts";

const message = text('"{0}" cannot stand beside "stats http-request"', '"{0}"不能与"stats http-request"同时使用');
const rule = text("The rules begin here", "规则从此处开始");

/** src/proxy.c: proxy_finalize. What comes from the defaults is forgotten at the first own statement. */
export const statsAuthConflict: PartRule<Proxy, Globals> = {
  id: "haproxy/stats-auth-conflict",
  severity: "error",
  scope: "part",
  parts: proxiesOf,
  summary: text("Two ways to guard the statistics page in one section.", "同一段中用了两种保护统计页的办法。"),
  why: text(
    "`stats auth` makes rules of its own, so HAProxy refuses it, and `stats realm`, beside `stats http-request`. With rules, write `stats http-request auth unless { http_auth(USERS) }`.",
    "`stats auth` 会自动生成规则，因此 HAProxy 拒绝它与 `stats realm` 同 `stats http-request` 一起使用。使用规则时应写 `stats http-request auth unless { http_auth(用户列表) }`。",
  ),
  bad: [
    `${http}
frontend stats
    bind :8404
    stats uri /
    stats auth admin:secret
#   ^^^^^^^^^^ cannot stand beside "stats http-request"
    stats http-request deny unless { src 192.0.2.0/24 }
`,
  ],
  good: [
    `
userlist admins
    user admin insecure-password secret
${http}
frontend stats
    bind :8404
    stats uri /
    stats http-request auth realm Statistics unless { http_auth(admins) }
`,
  ],
  check(proxy, { report }) {
    const request = proxy.block.find("stats http-request");
    if (request === undefined || proxy.isDisabled || isUncertain(request)) return;
    for (const name of ["stats auth", "stats realm"]) {
      const found = proxy.block.find(name);
      if (found === undefined || isUncertain(found)) continue;
      report({
        at: found.at(found.title),
        message: fill(message, name),
        related: [{ ...request.at(request.title), message: rule }],
      });
    }
  },
};
