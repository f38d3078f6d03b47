import { anything, type ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { BoundValue } from "../../../../schema/value.ts";
import { fill, type Text, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { ofProxies } from "../../model/gathered.ts";
import { http } from "../examples.ts";

const messages = {
  id: text('The id "{0}" is taken already', 'id"{0}"已被占用'),
  guid: text('The GUID "{0}" is taken already', 'GUID"{0}"已被占用'),
  before: text("It is taken here", "在此处占用"),
};

interface Use {
  readonly bound: Bound;
  readonly value: BoundValue;
}

/** src/proxy.c: proxy_parse_id; src/server.c: srv_parse_id; src/listener.c: bind_parse_id; src/guid.c. */
export const duplicateId: ConfigurationRule<Globals> = {
  id: "haproxy/duplicate-id",
  severity: "error",
  scope: "configuration",
  reads: anything,
  summary: text("An `id` or `guid` that is given twice.", "`id` 或 `guid` 重复。"),
  why: text(
    "Numeric ids are unique among all proxies, among the servers of a backend and among the `bind` lines of a section; GUIDs among all objects. HAProxy refuses a second use, which mostly comes with a copied block.",
    "数字 id 在所有代理之间、同一后端的服务器之间以及同一段的 `bind` 行之间必须唯一；GUID 在所有对象中唯一。重复多由复制段落造成，HAProxy 会拒绝。",
  ),
  bad: [
    `${http}
frontend web
    id 10
    bind :8080
    default_backend app
backend app
    id 10
#      ^^ The id "10" is taken already
    server s1 127.0.0.1:8000 id 1
    server s2 127.0.0.1:8001 id 1
#                               ^ The id "1" is taken already
`,
  ],
  good: [
    `${http}
frontend web
    id 10
    bind :8080 id 1
    bind :8081 id 2
    default_backend app
backend app
    id 11
    server s1 127.0.0.1:8000 id 1
    server s2 127.0.0.1:8001 id 2
backend other
    server s1 127.0.0.1:8000 id 1
`,
  ],
  check(configuration, { report }) {
    const all = uses(configuration);
    const compare = (uses: readonly Use[], message: Text) => {
      const first = new Map<string, Use>();
      for (const { bound, value } of uses) {
        if (value.word.unknown === true) continue;
        const key = String(value.data);
        const before = first.get(key);
        if (before === undefined) {
          first.set(key, { bound, value });
          continue;
        }
        report({
          at: bound.at(value.word),
          severity: isUncertain(bound, before.bound) ? "information" : "error",
          message: fill(message, key),
          related: [{ ...before.bound.at(before.value.word), message: messages.before }],
        });
      }
    };
    compare(
      all.flatMap(({ ids }) => ids),
      messages.id,
    );
    for (const { servers, binds } of all) {
      compare(servers, messages.id);
      compare(binds, messages.id);
    }
    compare(
      all.flatMap(({ guids }) => guids),
      messages.guid,
    );
  },
};

/** What each proxy, its servers and its addresses are given. */
const uses = ofProxies((proxy) => {
  const ids = lastOf(proxy.own("id"), "value");
  const servers = optionsOf(proxy.own("server"), "id");
  const binds = optionsOf(proxy.own("bind"), "id");
  const guids = [...lastOf(proxy.own("guid"), "guid"), ...optionsOf(proxy.own("server"), "guid")];
  return ids.length + servers.length + binds.length + guids.length > 0 ? [{ ids, servers, binds, guids }] : [];
});

/** The value of the last of some lines, which is the one that counts. */
function lastOf(lines: readonly Bound[], name: string): readonly Use[] {
  const bound = lines.at(-1);
  const value = bound?.value(name);
  return bound === undefined || value === undefined ? [] : [{ bound, value }];
}

/** The values of an option; the option's own word is bound as `true`. */
function optionsOf(lines: readonly Bound[], name: string): readonly Use[] {
  return lines.flatMap((bound) => {
    const value = bound.values.findLast((one) => one.name === name && one.data !== true);
    return value === undefined ? [] : [{ bound, value }];
  });
}
