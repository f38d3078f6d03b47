import { removeStatement } from "../../../../rules/fixes.ts";
import { anything, type ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, list, text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { ofProxies } from "../../model/gathered.ts";
import { knownModeOf, mayBecomeHttp, modeWord } from "../../model/modes.ts";
import type { Proxy } from "../../model/proxies.ts";
import { ruleOf } from "../../schema/ruleSets.ts";
import { tcp } from "../examples.ts";

const messages = {
  own: text('"{0}" needs mode http and is ignored in mode {1}', '"{0}"需要 http 模式，在 {1} 模式下会被忽略'),
  log: text('"{0}" is ignored in mode log', '"{0}"在 log 模式下会被忽略'),
  inherited: text(
    'Mode {0} ignores what "{1}" takes from its defaults: {2}',
    '{0} 模式会忽略"{1}"从 defaults 继承的：{2}',
  ),
};

/** What the daemon warns of; it passes over the rest in silence (src/proxy.c: proxy_finalize, proxy_cfg_ensure_no_http). */
const warned =
  /^(?:http-request|http-response|http-after-response|stats|capture cookie|monitor-uri|redirect|cookie)\b|^option (?:accept-(?:invalid-http|unsafe-violations-in-http)-(?:request|response)|checkcache|disable-h2-upgrade|forwarded|forwardfor|h1-case-adjust-bogus-(?:client|server)|http-buffer-request|http-drop-(?:request|response)-trailers|http-ignore-probes|http-no-delay|http-pretend-keepalive|http-use-proxy-header|idle-close-on-response|originalto|prefer-last-server)$/;

/** What proxies get from their defaults, by the side that they must have. The others stay with the defaults. */
const frontendOnly =
  /^(?:monitor-uri|capture cookie)$|-(?:probes|proxy-header)$|-http-request$|idle-close|h2-upgrade|bogus-client$|response-trailers$/;
const backendOnly = /^cookie$|checkcache|prefer-last|pretend|-http-response$|bogus-server$|request-trailers$/;

/** What a backend in mode log has no use for (src/log.c: _postcheck_log_backend_compat). */
const unusedByLog =
  /^(?:tcp-request|tcp-response|stick|stick-table|http-send-name-header|dynamic-cookie-key|use-server|log-steps)\b/;

export const modeIgnored: ConfigurationRule<Globals> = {
  id: "haproxy/mode-ignored",
  severity: "warning",
  scope: "configuration",
  reads: anything,
  summary: text("A setting that does nothing in the mode of its proxy.", "在代理的模式下不起作用的设置。"),
  why: text(
    "In mode tcp HAProxy moves bytes and reads no requests: HTTP rules, cookies and headers are ignored, for the most part with a warning. Without `mode http` in the section or its defaults the mode is tcp. What several proxies inherit belongs in defaults of their own.",
    "tcp 模式下 HAProxy 只转发字节，不解析请求：HTTP 规则、Cookie 和头部设置都会被忽略，多数会有警告。段内和 defaults 中都没有 `mode http` 时即为 tcp 模式。若干代理共用的 HTTP 设置应放进单独的 defaults 段。",
  ),
  bad: [
    `${tcp}
frontend web
    bind :8080
    http-request deny if { path_beg /admin }
#   ^^^^^^^^^^^^^^^^^ warning: "http-request deny" needs mode http and is ignored in mode tcp
    default_backend app
backend app
    option forwardfor
#   ^^^^^^^^^^^^^^^^^ warning: "option forwardfor" needs mode http
    timeout http-request 5s
#   ^^^^^^^^^^^^^^^^^^^^ information: "timeout http-request" needs mode http
    server s1 127.0.0.1:8000
`,
    `
defaults
    mode http
    option forwardfor
    timeout connect 5s
    timeout client 30s
    timeout server 30s
listen db
    mode tcp
#        ^^^ warning: Mode tcp ignores what "db" takes from its defaults: option forwardfor
    bind :5432
    server s1 127.0.0.1:5433
`,
  ],
  good: [
    `
defaults
    mode http
    timeout http-request 5s
    timeout connect 5s
    timeout client 30s
    timeout server 30s
listen db
    mode tcp
    bind :5432
    server s1 127.0.0.1:5433
frontend web
    bind :8080
    option forwardfor
    default_backend app
backend app
    server s1 127.0.0.1:8000
`,
  ],
  check(configuration, { report, version, globals }) {
    for (const { proxy, ignored, inherited } of suspects(configuration)) {
      const mode = knownModeOf(proxy, globals.partial);
      if (mode === undefined || (mode === "tcp" && mayBecomeHttp(proxy, configuration))) continue;
      for (const line of ignored) {
        const isWarned = warned.test(line.keyword?.name ?? "");
        report({
          at: line.at(line.title),
          severity: isWarned && !isUncertain(line) ? "warning" : "information",
          message: fill(messages.own, titleOf(line), mode),
          fixes: [removeStatement(line, "unsafe")],
          ...(isWarned ? {} : { tag: "unnecessary" as const }),
        });
      }
      if (inherited.length > 0) {
        report({
          at: proxy.block.at(modeWord(proxy)),
          severity: isUncertain(proxy.block) ? "information" : "warning",
          message: fill(messages.inherited, mode, proxy.name, list([...new Set(inherited.map(titleOf))])),
          related: inherited.map((line) => ({
            ...line.at(line.title),
            message: fill(messages.own, titleOf(line), mode),
          })),
        });
      }
      if (mode === "log" && atLeast(version, "2.9")) {
        for (const line of proxy.block.children) {
          if (!unusedByLog.test(line.keyword?.name ?? "")) continue;
          report({ at: line.at(line.title), message: fill(messages.log, titleOf(line)) });
        }
      }
    }
  },
};

/** Proxies in other modes than http with lines that may do nothing in theirs. */
const suspects = ofProxies((proxy, version) => {
  const mode = proxy.isDisabled ? undefined : knownModeOf(proxy, false);
  if (mode === undefined || mode === "http") return [];
  const ignored = ignoredOf(proxy, version);
  const inherited = inheritedOf(proxy);
  return ignored.length + inherited.length > 0 || mode === "log" ? [{ proxy, ignored, inherited }] : [];
});

/** The lines of a proxy itself that only mode http has a use for. */
function ignoredOf(proxy: Proxy, version: string): readonly Bound[] {
  return proxy.block.children.filter((line) => {
    const { keyword, negation } = line;
    if (keyword?.modes === undefined || !keyword.modes.includes("http") || negation !== undefined) return false;
    // Formats and http checks have rules of their own; a keyword that does nothing here at all has one too.
    if (/^option http(?:s?log|chk)|^(?:http-check|unique-id|errorfile)/.test(keyword.name)) return false;
    const effect = keyword.here?.findLast(({ since }) => atLeast(version, since))?.effect ?? "works";
    return effect === "works" && (keyword.repeat === true || proxy.find(keyword.name) === line);
  });
}

/** The lines of the defaults that the daemon warns of on behalf of a proxy. */
function inheritedOf(proxy: Proxy): readonly Bound[] {
  const names = new Set(proxy.defaults.flatMap((block) => block.children.map((line) => line.keyword?.name ?? "")));
  return [...names].flatMap((name) => {
    // Rules stay in the defaults and are not looked at.
    if (!warned.test(name) || /^(?:http-|redirect)/.test(name)) return [];
    if ((!proxy.isFrontend && frontendOnly.test(name)) || (!proxy.isBackend && backendOnly.test(name))) return [];
    const line = proxy.find(name);
    if (line === undefined || line.parent === proxy.block || line.negation !== undefined || isUncertain(line))
      return [];
    return [line];
  });
}

/** The keyword as it stands there, for a rule with its action. */
function titleOf(line: Bound): string {
  const rule = ruleOf(line.keyword);
  if (rule !== undefined) return `${rule.set} ${rule.action.name}`;
  return line.keyword?.name ?? line.head.value;
}
