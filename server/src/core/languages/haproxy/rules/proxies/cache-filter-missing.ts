import { edit } from "../../../../rules/fixes.ts";
import type { PartRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { Fix } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { front, http } from "../examples.ts";

const messages = {
  implicit: text(
    'With other filters, the cache "{0}" needs a "filter cache {0}" line of its own',
    '有其他过滤器时，缓存"{0}"需要单独的"filter cache {0}"行',
  ),
  other: text("This is the other filter", "另一个过滤器在此"),
  insert: text('Add "filter cache {0}"', '添加"filter cache {0}"'),
};

/** src/cache.c: cache_store_check. */
export const cacheFilterMissing: PartRule<Proxy, Globals> = {
  id: "haproxy/cache-filter-missing",
  severity: "error",
  scope: "part",
  parts: proxiesOf,
  summary: text("A cache whose place among other filters is not said.", "未写明缓存在其他过滤器中的位置。"),
  why: text(
    "Filters run in the order of their lines. Beside compression and FastCGI HAProxy knows where a cache belongs; beside others it wants a `filter cache` line to say so, and refuses the configuration without one.",
    "过滤器按书写顺序执行。与压缩、FastCGI 并用时，HAProxy 知道缓存应在何处；与其他过滤器并用时，必须用 `filter cache` 行写明，否则拒绝配置。",
  ),
  bad: [
    `${http}${front}backend app
    filter trace
    http-request cache-use small
#                          ^^^^^ the cache "small" needs a "filter cache small" line of its own
    http-response cache-store small
    server s1 127.0.0.1:8000
cache small
    total-max-size 4
`,
  ],
  good: [
    `${http}${front}backend app
    filter cache small
    filter trace
    http-request cache-use small
    http-response cache-store small
    server s1 127.0.0.1:8000
cache small
    total-max-size 4
`,
  ],
  check(proxy, { report }) {
    if (proxy.isDisabled) return;
    const filters = proxy.own("filter");
    const kindOf = (line: Bound) => line.values[0]?.name ?? "";
    const caches = filters.filter((line) => kindOf(line) === "cache");
    const other = filters.find((line) => !/^(?:comp|cache$|fcgi-app$)/.test(kindOf(line)));
    const named = new Set(caches.map(nameOf));
    if (other === undefined) return;
    for (const line of proxy.block.children) {
      const used = line.values.find((value) => value.refers === "cache");
      const name = String(used?.data ?? "");
      if (used === undefined || line.keyword?.name === "filter" || named.has(name)) continue;
      named.add(name);
      report({
        at: line.at(used.word),
        severity: isUncertain(line, other) ? "information" : "error",
        message: fill(messages.implicit, name),
        related: [{ ...other.at(other.title), message: messages.other }],
        fixes: [addAbove(other, name)],
      });
    }
  },
};

function nameOf(line: Bound): string {
  return String(line.values.find((value) => value.refers === "cache")?.data ?? "");
}

/** Before all others the cache stores what the server sent. */
function addAbove(other: Bound, name: string): Fix {
  const { start } = other.statement;
  return {
    title: fill(messages.insert, name),
    safety: "unsafe",
    edits: [edit(other, { start, end: start }, `filter cache ${name}\n    `)],
  };
}
