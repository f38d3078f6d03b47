import type { PartRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { http } from "../examples.ts";

const messages = {
  order: text('The filter "{0}" must stand above the compression', '过滤器"{0}"必须写在压缩之前'),
  explicit: text(
    'Beside other filters, compression needs a line "filter {0}" to say when it is its turn',
    '与其他过滤器并存时，压缩需要写明"filter {0}"以确定先后',
  ),
  twice: text('There is a filter "{0}" already', '已经有过滤器"{0}"'),
};

/** The filter "compression" stands for both. */
const directions = ["comp-req", "comp-res"];

/** Filters beside which the others find their place by themselves. */
const easy: ReadonlySet<string> = new Set(["compression", ...directions, "cache", "fcgi-app"]);

/** src/flt_http_comp.c: check_implicit_http_comp_flt; src/cache.c: cache_store_check. */
export const filterOrder: PartRule<Proxy, Globals> = {
  id: "haproxy/filter-order",
  severity: "error",
  scope: "part",
  parts: proxiesOf,
  summary: text("Filters in an order that does not work.", "过滤器的顺序不可行。"),
  why: text(
    "Filters see a response in the order of their lines. The cache must store it before it is compressed, for not every client takes the compressed one. HAProxy refuses another order, and does not guess one beside filters that it knows less well.",
    "过滤器按书写顺序处理响应。缓存必须先于压缩保存响应，因为并非所有客户端都接受压缩内容。HAProxy 拒绝其他顺序；与其他种类的过滤器并存时，也不会自行猜测顺序。",
  ),
  bad: [
    `
cache pages
    total-max-size 4
${http}
frontend web
    bind :8080
    filter compression
    filter cache pages
#          ^^^^^ must stand above the compression
    compression algo gzip
    http-request cache-use pages
    http-response cache-store pages
`,
    `${http}
frontend web
    bind :8080
    filter trace
    compression algo gzip
#   ^^^^^^^^^^^^^^^^ needs a line "filter compression"
`,
  ],
  good: [
    `
cache pages
    total-max-size 4
${http}
frontend web
    bind :8080
    filter cache pages
    filter compression
    compression algo gzip
    http-request cache-use pages
    http-response cache-store pages
`,
  ],
  check(proxy, { report }) {
    if (proxy.isDisabled) return;
    const filters = proxy.own("filter").filter((filter) => !isUncertain(filter) && filter.values.length > 0);
    const seen = new Set<string>();
    for (const filter of filters) {
      const kind = kindOf(filter);
      const head = filter.values[0]?.word ?? filter.head;
      const names = namesOf(filter);
      if (names.some((name) => seen.has(name))) {
        report({ at: filter.at(head), message: fill(messages.twice, names.join(" ") || kind) });
      } else if (kind === "cache" && directions.some((direction) => seen.has(direction))) {
        report({ at: filter.at(head), message: fill(messages.order, kind) });
      }
      for (const name of names) seen.add(name);
    }
    const settings = settingsOf(proxy);
    if (settings === undefined || directions.some((direction) => seen.has(direction)) || isUncertain(settings)) return;
    const other = filters.find((filter) => !easy.has(kindOf(filter)));
    if (other === undefined) return;
    const about = settings.parent === proxy.block ? settings : other;
    report({ at: about.at(about.title), message: fill(messages.explicit, "compression") });
  },
};

function kindOf(filter: Bound): string {
  return filter.values[0]?.name ?? "";
}

/** What there may be one of: a direction of compression, a cache. */
function namesOf(filter: Bound): readonly string[] {
  const kind = kindOf(filter);
  if (kind === "cache") return [`cache ${filter.value("cache")?.data}`];
  return kind === "compression" ? directions : directions.filter((direction) => direction === kind);
}

function settingsOf(proxy: Proxy): Bound | undefined {
  return [proxy.block, ...proxy.defaults]
    .flatMap((block) => block.children)
    .find(({ keyword }) => keyword?.name.startsWith("compression ") === true);
}
