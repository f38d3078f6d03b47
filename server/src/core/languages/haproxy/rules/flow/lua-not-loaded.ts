import { anything, type ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Range } from "../../../../text/range.ts";
import type { Globals } from "../../globals.ts";
import { isInForce } from "../../model/force.ts";
import { isUncertain } from "../../model/gaps.ts";
import { ofLines } from "../../model/gathered.ts";
import { isPartial } from "../../model/partial.ts";
import { ruleOf } from "../../schema/ruleSets.ts";
import { http } from "../examples.ts";

const message = text('No Lua script is loaded that could register "{0}"', '没有加载任何 Lua 脚本，无法注册"{0}"');

/** src/hlua.c: actions, services, fetches and converters exist only when a script has registered them. */
export const luaNotLoaded: ConfigurationRule<Globals> = {
  id: "haproxy/lua-not-loaded",
  severity: "error",
  scope: "configuration",
  reads: anything,
  summary: text("A Lua function is used, but no script is loaded.", "使用了 Lua 函数，但没有加载脚本。"),
  why: text(
    "Names that begin with `lua.` are made by scripts that `lua-load` or `lua-load-per-thread` loads in the global section. Without such a line HAProxy knows none of them and refuses the configuration.",
    "以 `lua.` 开头的名称由 global 段中 `lua-load` 或 `lua-load-per-thread` 加载的脚本注册。没有这样的行，HAProxy 一个也不认识，并拒绝整个配置。",
  ),
  bad: [
    `
global
    maxconn 1000
${http.trimStart()}
frontend www
    bind :80
    http-request lua.check_token
#                ^^^^^^^^^^^^^^^ No Lua script is loaded that could register "lua.check_token"
    http-request use-service lua.hello if { path /hello }
#                            ^^^^^^^^^ No Lua script is loaded that could register "lua.hello"
    default_backend app
backend app
    server s1 192.0.2.11:80
`,
  ],
  good: [
    `
global
    lua-load /dev/null
${http.trimStart()}
frontend www
    bind :80
    http-request return status 200 if { path /lua.hello }
    default_backend app
backend app
    server s1 192.0.2.11:80
`,
  ],
  check(configuration, { report }) {
    const isLoaded = ["lua-load", "lua-load-per-thread"].some((keyword) => configuration.all(keyword).length > 0);
    if (isLoaded || isPartial(configuration)) return;
    for (const { line, name, range } of luaNames(configuration)) {
      if (isInForce(line, configuration)) report({ at: line.at(range), message: fill(message, name) });
    }
  },
};

const luaNames = ofLines((line) => {
  const found = isUncertain(line) ? undefined : luaName(line);
  return found === undefined ? [] : [{ line, ...found }];
});

/** The Lua action or service of a rule. */
function luaName(line: Bound): { readonly name: string; readonly range: Range } | undefined {
  const action = ruleOf(line.keyword)?.action.name;
  const own = line.value("function")?.word;
  if (action === "lua." && own !== undefined) {
    if (own.unknown === true) return undefined;
    return { name: `lua.${own.value}`, range: { start: line.named.at(-1)?.start ?? own.start, end: own.end } };
  }
  const service = action === "use-service" ? line.value("service")?.word : undefined;
  return service?.value.startsWith("lua.") === true ? { name: service.value, range: service } : undefined;
}
