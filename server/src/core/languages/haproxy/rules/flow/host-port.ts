import { replace } from "../../../../rules/fixes.ts";
import type { PartRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import type { Address } from "../../syntax/inner.ts";
import type { Criterion } from "../../values/criterion.ts";
import { http } from "../examples.ts";

const message = text(
  'Clients of port {0} send the port along: "{1}" never matches "name:{0}"',
  '访问 {0} 端口的客户端会在 Host 中带上端口，"{1}"匹配不到"name:{0}"',
);
const listens = text("It listens here", "在此处监听");

/** RFC 9110, 7.2: the port is left out only where it is the scheme's own. */
export const hostPort: PartRule<Proxy, Globals> = {
  id: "haproxy/host-port",
  severity: "hint",
  scope: "part",
  parts: proxiesOf,
  summary: text(
    "The Host header is compared with names on a port that clients write into it.",
    "在非默认端口上用 Host 与域名比较。",
  ),
  why: text(
    "Browsers leave out the port of the Host header for 80 and 443 only. On any other port it reads `example.com:8080`, which an exact comparison and one of the end do not match, so that requests fall through to the default backend. `host_only` takes the port off. If another port is mapped to this one, ignore the hint.",
    "浏览器只在 80 和 443 端口上省略 Host 头中的端口，其他端口写作 `example.com:8080`，精确匹配和后缀匹配都不成立，请求会落到默认后端。`host_only` 可去掉端口。若外部另有端口映射，可忽略此提示。",
  ),
  bad: [
    `${http}
frontend www
    bind :8080
    acl shop hdr(host) -i shop.example.com
#            ^^^^^^^^^ Clients of port 8080 send the port along
    use_backend shop if shop or { hdr_end(host) -i .shop.example.com }
#                                 ^^^^^^^^^^^^^ Clients of port 8080 send the port along
    default_backend app
backend shop
    server s1 192.0.2.10:80
backend app
    server s1 192.0.2.11:80
`,
  ],
  good: [
    `${http}
frontend www
    bind :80
    bind :8080
    use_backend shop if { hdr(host) -i shop.example.com }
    default_backend app
frontend other
    bind :8081
    use_backend shop if { hdr(host) -i shop.example.com shop.example.com:8081 }
    use_backend shop if { req.hdr(host),field(1,:) -i shop.example.com }
    use_backend shop if { hdr_beg(host) -i shop. }
    default_backend app
backend shop
    server s1 192.0.2.10:80
backend app
    server s1 192.0.2.11:80
`,
  ],
  check(proxy, { report, version }) {
    const { block, isFrontend, isHttp } = proxy;
    const binds = proxy.own("bind");
    const port = isFrontend && isHttp ? unusualPort(binds) : undefined;
    const [bind] = binds;
    if (port === undefined || bind === undefined) return;
    for (const line of block.children) {
      for (const { name, word, inner } of line.values) {
        const criterion = name === "criterion" && inner !== undefined ? (inner as Criterion) : undefined;
        if (criterion === undefined || !isBareName(criterion)) continue;
        const converter = atLeast(version, "2.6.12") ? "host_only" : "field(1,:)";
        const method = criterion.method?.name === "end" ? " -m end" : "";
        report({
          at: line.at(word),
          message: fill(message, port, word.value),
          related: [{ ...bind.at(bind.title), message: listens }],
          fixes: [replace(line, word, `req.hdr(host),${converter}${method}`, "unsafe")],
        });
      }
    }
  },
};

/** A port that clients write, where they write one whichever way they come. */
function unusualPort(binds: readonly Bound[]): number | undefined {
  const addresses = binds.flatMap((bind) => (bind.value("address")?.inner as readonly Address[] | undefined) ?? []);
  const ports = addresses.map(({ port }) => (port?.range === true ? undefined : port?.from));
  const isSure = !binds.some((bind) => isUncertain(bind) || bind.value("accept-proxy") !== undefined);
  const isUnusual = ports.every((port) => port !== undefined && port !== 80 && port !== 443);
  return isSure && isUnusual ? ports[0] : undefined;
}

/** Whether the whole header, or its end, is compared with names only. */
function isBareName({ tree, fetch, method, patterns, files, ignoreCase }: Criterion): boolean {
  const header = tree.fetch.args?.map((argument) => argument.word.value.toLowerCase());
  if (fetch?.name !== "req.hdr" && fetch?.name !== "hdr") return false;
  if (header?.length !== 1 || header[0] !== "host" || tree.converters.length > 0 || files.length > 0) return false;
  if (method?.name !== "str" && method?.name !== "end") return false;
  // `host_only` lowers the case.
  const isName = ({ value }: { value: string }) => /^[\w.-]+$/.test(value) && (ignoreCase || !/[A-Z]/.test(value));
  return patterns.length > 0 && patterns.every(isName);
}
