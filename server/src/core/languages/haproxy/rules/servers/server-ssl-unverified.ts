import { edit } from "../../../../rules/fixes.ts";
import type { PartRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { titles } from "../../../../schema/fixTitles.ts";
import type { Fix } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isCheckedBy } from "../../model/checkOptions.ts";
import { isUncertain } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { isComplete, lastIn, linesOf, type Setting, settingOf } from "../../model/servers.ts";
import { front, http } from "../examples.ts";

const message = text(
  'By "{0}" the server\'s certificate must be verified, but no "ca-file" says by whom',
  '"{0}"要求验证服务器证书，但没有用"ca-file"指定由哪个 CA 验证',
);

const steps = [
  ["httpchk", "http-check connect"],
  ["tcp-check", "tcp-check connect"],
] as const;

/** src/ssl_sock.c: ssl_sock_prepare_srv_ssl_ctx; src/proxy.c: SRV_F_DEFSRV_USE_SSL. */
export const serverSslUnverified: PartRule<Proxy, Globals> = {
  id: "haproxy/server-ssl-unverified",
  severity: "error",
  scope: "part",
  parts: proxiesOf,
  summary: text("A server with TLS, but no word on how to verify it.", "服务器使用 TLS，却没有说明如何验证证书。"),
  why: text(
    "HAProxy verifies the certificates of servers unless it is told not to, and refuses to start when it does not know the authority. Name one with `ca-file` (`@system-ca` takes those of the system), or accept the risk with `verify none`.",
    "除非明确关闭，HAProxy 会验证服务器证书；不知道信任哪个 CA 时拒绝启动。用 `ca-file` 指定（`@system-ca` 表示系统自带的 CA），或用 `verify none` 接受风险。",
  ),
  bad: [
    `${http}${front}
backend app
    server s1 192.0.2.11:443 ssl
#                            ^^^ no "ca-file" says by whom
`,
    `${http}${front}
backend app
    default-server check-ssl check
#                  ^^^^^^^^^ no "ca-file" says by whom
    server s1 192.0.2.11:443
`,
  ],
  good: [
    `${http}${front}
backend app
    default-server ssl verify none
    server s1 192.0.2.11:443
`,
    `
global
    ssl-server-verify none
${http}${front}
backend app
    server s1 192.0.2.11:443 ssl
`,
  ],
  check(proxy, { report, globals }) {
    if (globals.serverVerifyNone || globals.partial || !proxy.isBackend || isUncertain(proxy.block)) return;
    if (proxy.isDisabled) return;
    const reported = new Set<object>();
    const step = stepOf(proxy);
    for (const server of proxy.servers) {
      const tls = tlsOf(proxy, server) ?? step;
      if (tls === undefined || reported.has(tls.value) || isUncertain(tls.bound, server)) continue;
      if (settingOf(proxy, server, "ca-file") !== undefined || !isComplete(proxy, server)) continue;
      const verify = settingOf(proxy, server, "verify");
      if (verify?.value.data === "none" || verify?.value.word.unknown === true) continue;
      reported.add(tls.value);
      report({
        at: tls.bound.at(tls.value.word),
        message: fill(message, tls.value.word.value),
        // A step of a check has no place for it.
        fixes: ["ca-file @system-ca", "verify none"].map((words) =>
          fix(tls === step ? server : tls.bound, verify?.bound, words),
        ),
      });
    }
  },
};

/**
 * What switches TLS on, for the server or for its checks. `no-ssl` does not undo an `ssl` of the default-server here: TLS is
 * made ready, in case it is switched on at run time.
 */
function tlsOf(proxy: Proxy, server: Bound): Setting | undefined {
  const lines = linesOf(proxy, server);
  const ownLast = lastIn([server], ["ssl", "no-ssl"]);
  const inherited = lastIn(lines.slice(0, -1), ["ssl", "no-ssl"]);
  const ssl = [ownLast, inherited].find((one) => one?.value.name === "ssl");
  const check = lastIn(lines, ["check-ssl", "no-check-ssl"]);
  return ssl ?? (check?.value.name === "check-ssl" ? check : undefined);
}

/** A step of the checks that speaks TLS; it asks for a certificate even of servers that are not checked. */
function stepOf(proxy: Proxy): Setting | undefined {
  for (const [kind, keyword] of steps) {
    if (!isCheckedBy(proxy, kind)) continue;
    for (const bound of proxy.all(keyword)) {
      const value = bound.value("ssl");
      if (value !== undefined) return { bound, value };
    }
  }
  return undefined;
}

function fix(bound: Bound, verify: Bound | undefined, words: string): Fix {
  const replaced = verify === bound ? bound.values.findLast((value) => value.name === "verify") : undefined;
  if (replaced !== undefined && words === "verify none") {
    return { title: fill(titles.replace, words), safety: "unsafe", edits: [edit(bound, replaced.word, "none")] };
  }
  const { end } = bound.statement.words.at(-1) ?? bound.statement;
  return {
    title: fill(titles.insert, words),
    safety: "unsafe",
    edits: [edit(bound, { start: end, end }, ` ${words}`)],
  };
}
