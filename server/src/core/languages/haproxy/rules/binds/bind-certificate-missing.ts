import type { PartRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain, mayHoldLines, mayHoldMore } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { http } from "../examples.ts";

const messages = {
  missing: text('"ssl" needs a certificate: "crt" or "crt-list"', '"ssl"需要证书：使用"crt"或"crt-list"'),
  later: text(
    'Until a certificate is added at run time, every connection fails here: "crt" is missing',
    '缺少"crt"：在运行时加入证书之前，此处的连接都会失败',
  ),
  unused: text(
    'Without "ssl" this certificate is not used, and clients talk in clear text',
    '没有写"ssl"，该证书不会使用，客户端以明文通信',
  ),
};

const sources = ["crt", "crt-list", "default-crt"];

/** src/ssl_sock.c: ssl_sock_prepare_bind_conf. It is not asked where `ssl` is missing. */
export const bindCertificateMissing: PartRule<Proxy, Globals> = {
  id: "haproxy/bind-certificate-missing",
  severity: "error",
  scope: "part",
  parts: proxiesOf,
  summary: text(
    "TLS without a certificate, or a certificate without TLS.",
    "启用 TLS 却没有证书，或者有证书却没有启用 TLS。",
  ),
  why: text(
    "HAProxy refuses `ssl` without a certificate; with `strict-sni` it warns only, as one may be added at run time. The other way round it is silent: a `crt` without `ssl` leaves the port open in clear text.",
    "没有证书的 `ssl` 会被 HAProxy 拒绝；带 `strict-sni` 时只给出告警，因为证书可以在运行时加入。反之，写了 `crt` 而没有 `ssl` 时没有任何提示，该端口以明文开放。",
  ),
  bad: [
    `${http}
frontend web
    bind :8443 ssl alpn h2,http/1.1
#              ^^^ "ssl" needs a certificate
`,
  ],
  good: [
    `${http}
frontend web
    bind :8443 ssl crt /etc/haproxy/site.pem
`,
  ],
  check(proxy, { report }) {
    for (const bind of proxy.own("bind")) {
      if (isUncertain(bind) || mayHoldMore(bind, 2)) continue;
      const ssl = bind.values.find((value) => value.name === "ssl");
      const certificate = sources.flatMap((name) => bind.values.find((value) => value.name === name) ?? []).at(0);
      if (ssl === undefined && certificate !== undefined && !speaksQuic(bind)) {
        report({ at: bind.at(certificate.word), message: messages.unused, severity: "warning" });
      }
      if (ssl === undefined || certificate !== undefined || bind.value("ech") !== undefined) continue;
      if (proxy.block.has("ssl-f-use") || mayHoldLines(proxy.block)) continue;
      const isStrict = bind.value("strict-sni") !== undefined && bind.value("generate-certificates") === undefined;
      report({
        at: bind.at(ssl.word),
        message: isStrict ? messages.later : messages.missing,
        ...(isStrict ? { severity: "warning" as const } : {}),
      });
    }
  },
};

/** QUIC has TLS built in. */
function speaksQuic(bind: Bound): boolean {
  return String(bind.value("address")?.data ?? "").includes("quic");
}
