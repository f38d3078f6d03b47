import { anything, type ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { ofProxies } from "../../model/gathered.ts";
import { knownModeOf, modeWord, routesOf, targetOf } from "../../model/modes.ts";
import { http } from "../examples.ts";

const messages = {
  mixed: text('"{0}" is in mode {1}, but "{2}" in mode {3}', '"{0}"为 {1} 模式，而"{2}"为 {3} 模式'),
  loop: text('"{0}" leads back to itself', '"{0}"指回自身'),
  mode: text("This makes it mode {0}", "在此设为 {0} 模式"),
};

/** src/proxy.c: proxy_finalize. */
export const backendMode: ConfigurationRule<Globals> = {
  id: "haproxy/backend-mode",
  severity: "error",
  scope: "configuration",
  reads: anything,
  summary: text(
    "A frontend that leads to a backend of another mode, or to itself.",
    "前端指向模式不同的后端，或指向自身。",
  ),
  why: text(
    "An HTTP frontend hands over requests and cannot use a backend that moves bytes; HAProxy refuses such a pair. The other way round works: connections are read as HTTP on the way. Mostly `mode http` stands in one of the two sections instead of in `defaults`.",
    "HTTP 前端交出的是请求，不能使用只转发字节的后端，HAProxy 会拒绝这种组合；反过来则可以，连接会在途中按 HTTP 解析。多数情况是 `mode http` 只写在其中一个段里，而没有写在 `defaults` 中。",
  ),
  bad: [
    `
defaults
    timeout connect 5s
    timeout client 30s
    timeout server 30s
frontend web
    mode http
    bind :8080
    default_backend app
#                   ^^^ "app" is in mode tcp, but "web" in mode http
backend app
    server s1 127.0.0.1:8000
`,
    `${http}
listen web
    bind :8080
    use_backend web if { path_beg /app }
#               ^^^ "web" leads back to itself
    server s1 127.0.0.1:8000
`,
  ],
  good: [
    `
defaults
    timeout connect 5s
    timeout client 30s
    timeout server 30s
frontend web
    bind :8080
    default_backend app
backend app
    mode http
    server s1 127.0.0.1:8000
`,
  ],
  check(configuration, { report, globals }) {
    for (const { proxy, routes } of leading(configuration)) {
      const own = knownModeOf(proxy, globals.partial);
      for (const route of routes) {
        const { line, value } = route;
        const target = targetOf(route, configuration);
        const other = target === undefined ? undefined : knownModeOf(target, globals.partial);
        if (target === undefined || (target !== proxy && own === other)) continue;
        // A line of the defaults is wrong for this proxy only.
        const at = line.parent === proxy.block ? line.at(value.word) : proxy.block.at(proxy.block.nameWord);
        const severity = isUncertain(line, proxy.block, target.block) ? "information" : "error";
        if (target === proxy) {
          report({ at, severity, message: fill(messages.loop, proxy.name) });
          continue;
        }
        if (own === undefined || other === undefined || (own === "tcp" && other === "http")) continue;
        report({
          at,
          severity,
          message: fill(messages.mixed, target.name, other, proxy.name, own),
          related: [{ ...target.block.at(modeWord(target)), message: fill(messages.mode, other) }],
        });
      }
    }
  },
};

/** Proxies that lead to backends. */
const leading = ofProxies((proxy) => {
  const routes = proxy.isDisabled ? [] : routesOf(proxy);
  return routes.length === 0 ? [] : [{ proxy, routes }];
});
