import type { PartRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isLocal } from "../../model/endpoints.ts";
import { isUncertain } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import type { Address, Condition } from "../../syntax/inner.ts";
import { http } from "../examples.ts";

const messages = {
  admin: text(
    "Whoever reaches this page may take servers out of service: nothing asks for a password",
    "能访问该页面的任何人都可以下线服务器，没有任何密码保护",
  ),
  page: text(
    "Whoever reaches this page sees all servers and their state: nothing asks for a password",
    "能访问该页面的任何人都能看到所有服务器及其状态，没有任何密码保护",
  ),
};

/** Rules that may turn strangers away. What they test is not judged. */
const guards =
  /^(?:stats (?:auth|http-request)|http-request (?:auth|deny|tarpit|reject|silent-drop|return|redirect|use-service)|tcp-request \w+ (?:reject|silent-drop)|redirect|block)$/;

export const statsOpen: PartRule<Proxy, Globals> = {
  id: "haproxy/stats-open",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text("A statistics page that anybody may see, or use.", "任何人都可以查看或操作的统计页。"),
  why: text(
    "The page shows the addresses of all servers, their state and their load. With `stats admin` it also disables servers and closes sessions. HAProxy asks for a password only when `stats auth` or a rule says so.",
    "该页面显示所有服务器的地址、状态和负载；有 `stats admin` 时还能停用服务器、关闭会话。只有写了 `stats auth` 或规则，HAProxy 才会要求密码。",
  ),
  bad: [
    `${http}
frontend stats
    bind :8404
    stats uri /
    stats admin if TRUE
#   ^^^^^^^^^^^ may take servers out of service
`,
  ],
  good: [
    `${http}
frontend stats
    bind :8404
    stats uri /
    stats auth admin:secret
    stats admin if TRUE
frontend inner
    bind 127.0.0.1:8405
    stats uri /
    stats admin if TRUE
frontend office
    bind :8406
    http-request deny unless { src 192.0.2.0/24 }
    stats uri /
`,
  ],
  check(proxy, { report }) {
    if (!proxy.isFrontend || !proxy.isHttp || proxy.isDisabled) return;
    const page = ["stats uri", "stats enable"].flatMap((name) => proxy.block.find(name) ?? []).at(0);
    const admin = proxy.own("stats admin").find(isAlways);
    const about = admin ?? page;
    if (about === undefined || isUncertain(about) || isGuarded(proxy)) return;
    report({
      at: about.at(about.title),
      message: admin === undefined ? messages.page : messages.admin,
      ...(admin === undefined ? { severity: "information" as const } : {}),
    });
  },
};

function isGuarded(proxy: Proxy): boolean {
  const lines = [...proxy.defaults, proxy.block].flatMap((block) => block.children);
  if (lines.some(({ keyword }) => keyword === undefined || guards.test(keyword.name))) return true;
  const binds = proxy.own("bind");
  return binds.every((bind) => isInner(bind));
}

/** Nobody outside can connect, or none without a certificate. */
function isInner(bind: Bound): boolean {
  const addresses = (bind.value("address")?.inner as readonly Address[] | undefined) ?? [];
  return bind.value("verify")?.data === "required" || addresses.every((address) => address.unknown || isLocal(address));
}

/** Whether a condition lets everybody: `if TRUE`, `unless FALSE`. */
function isAlways(statement: Bound): boolean {
  const value = statement.value("condition");
  const { alternatives = [] } = (value?.inner as Condition | undefined) ?? {};
  const wanted = value?.data === "unless" ? /^(?:FALSE|always_false)$/ : /^(?:TRUE|always_true)$/;
  return alternatives.some((terms) =>
    terms.every((term) => {
      const name = term.kind === "named" ? term.name.value : (term.words[0]?.value ?? "");
      return !term.negated && wanted.test(name) && (term.kind === "named" || term.words.length === 1);
    }),
  );
}
