import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { http } from "../examples.ts";

const messages = {
  empty: text('No version of TLS is left: "{0}" is above "{1}"', '没有可用的 TLS 版本："{0}"高于"{1}"'),
  old: text(
    '"{0}" is outdated and can be attacked; TLSv1.2 is the oldest that is safe',
    '"{0}"已过时且存在攻击手段，至少应使用 TLSv1.2',
  ),
};

const versions = ["SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"];
const firstSafe = versions.indexOf("TLSv1.2");
const forced: Readonly<Record<string, string>> = {
  "force-sslv3": "SSLv3",
  "force-tlsv10": "TLSv1.0",
  "force-tlsv11": "TLSv1.1",
};

/** src/ssl_sock.c: ssl_sock_prepare_all_ctx. RFC 8996 withdrew the versions before TLS 1.2. */
export const tlsVersionRange: BlockRule<Globals> = {
  id: "haproxy/tls-version-range",
  severity: "error",
  scope: "block",
  on: ["bind", "server", "server-template", "default-server", "ssl-default-bind-options", "ssl-default-server-options"],
  summary: text(
    "A range of TLS versions that is empty or reaches back too far.",
    "TLS 版本范围为空，或者包含过旧的版本。",
  ),
  why: text(
    "HAProxy refuses a listener for which no version is left. Versions before 1.2 it still takes, though they were withdrawn in 2021 (RFC 8996) and current clients no longer speak them.",
    "没有可用版本的监听会被 HAProxy 拒绝。1.2 之前的版本仍可使用，但它们已在 2021 年废止（RFC 8996），现在的客户端也不再支持。",
  ),
  bad: [
    `${http}
frontend web
    bind :8443 ssl crt /etc/haproxy/site.pem ssl-min-ver TLSv1.3 ssl-max-ver TLSv1.2
#                                                        ^^^^^^^ No version of TLS is left
`,
  ],
  good: [
    `${http}
frontend web
    bind :8443 ssl crt /etc/haproxy/site.pem ssl-min-ver TLSv1.2 ssl-max-ver TLSv1.3
`,
  ],
  check(line, { report }) {
    const [min, max] = [line.value("ssl-min-ver"), line.value("ssl-max-ver")];
    const [from, to] = [min, max].map((value) => versions.indexOf(String(value?.data)));
    if (min !== undefined && max !== undefined && from !== undefined && to !== undefined && to >= 0 && from > to) {
      // Of the defaults it depends on the lines that take them over.
      const isSure = line.value("ssl") !== undefined && line.keyword?.name !== "default-server" && !isUncertain(line);
      report({
        at: line.at(min.word),
        message: fill(messages.empty, min.word.value, max.word.value),
        ...(isSure ? {} : { severity: "warning" as const }),
      });
      return;
    }
    for (const value of line.values) {
      const version = value === min || value === max ? String(value.data) : forced[value.name];
      const age = versions.indexOf(version ?? "");
      if (age === -1 || age >= firstSafe) continue;
      report({ at: line.at(value.word), message: fill(messages.old, version ?? ""), severity: "information" });
    }
  },
};
