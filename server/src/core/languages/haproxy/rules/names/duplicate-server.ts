import type { PartRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { Severity } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { makesServer } from "../../model/serverNames.ts";
import { front, http } from "../examples.ts";

const messages = {
  twice: text('A server named "{0}" stands here already', '此处已有名为"{0}"的服务器'),
  soon: text(
    'A server named "{0}" stands here already; HAProxy 3.3 refuses that',
    '此处已有名为"{0}"的服务器，HAProxy 3.3 起会拒绝',
  ),
  template: text('The template makes a server named "{0}" too', '模板也会生成名为"{0}"的服务器'),
  before: text("It stands here", "位于此处"),
};

/** src/proxy.c: proxy_finalize; since 3.5 src/server.c: _srv_parse_init. */
export const duplicateServer: PartRule<Proxy, Globals> = {
  id: "haproxy/duplicate-server",
  severity: "error",
  scope: "part",
  parts: proxiesOf,
  summary: text("Two servers of one backend with the same name.", "同一后端中两个服务器同名。"),
  why: text(
    "Statistics, the runtime API, `use-server` and `track` tell servers apart by their names; with two of one name they reach the first. HAProxy refuses it. Before 3.3 it let servers pass of which one has an `id` of its own.",
    "统计、运行时 API、`use-server` 和 `track` 都以名称区分服务器，同名时只能找到第一个。HAProxy 会拒绝这样的配置；3.3 之前，只要其中一个写了自己的 `id` 就放行。",
  ),
  bad: [
    `${http}${front}backend app
    server s1 127.0.0.1:8000
    server s1 127.0.0.1:8001
#          ^^ error: A server named "s1" stands here already
`,
  ],
  good: [
    `${http}${front}backend app
    server s1 127.0.0.1:8000
    server s2 127.0.0.1:8001
backend other
    server s1 127.0.0.1:8000
    server-template t 3 127.0.0.1:8001
`,
  ],
  check(proxy, { report, version }) {
    const first = new Map<string, Bound>();
    const templates = proxy.own("server-template");
    for (const server of proxy.own("server")) {
      const { name, nameWord } = server;
      if (nameWord.unknown === true || name === "") continue;
      const before = first.get(name);
      if (before === undefined) first.set(name, server);
      const template = templates.find((one) => makesServer(one, name) === true);
      const rival = before ?? template;
      if (rival === undefined) continue;
      const severity =
        before === undefined || isOverlooked(proxy, name, version)
          ? besideTemplate(version)
          : severityOf(before, server, version);
      const message =
        before === undefined ? messages.template : severity === "information" ? messages.soon : messages.twice;
      const isLate = proxy.isDisabled && !atLeast(version, "3.5");
      report({
        at: server.at(nameWord),
        severity: isUncertain(server, rival) ? "information" : isLate && severity === "error" ? "warning" : severity,
        message: fill(message, name),
        related: [{ ...rival.at(rival.nameWord), message: messages.before }],
      });
    }
  },
};

/** 3.3 and 3.4 look for the name in a tree, and miss it where the tree holds other names too (fixed with 46376cfc2). */
function isOverlooked(proxy: Proxy, name: string, version: string): boolean {
  const others = proxy.own("server").some((server) => server.name !== name);
  return others && atLeast(version, "3.3") && !atLeast(version, "3.5");
}

/** 3.3 and 3.4 did not look at the servers of templates. */
function besideTemplate(version: string): Severity {
  return atLeast(version, "3.3") && !atLeast(version, "3.5") ? "warning" : "error";
}

function severityOf(before: Bound, server: Bound, version: string): Severity {
  if (atLeast(version, "3.3")) return "error";
  const hasId = [before, server].some((one) => one.values.some(({ name, data }) => name === "id" && data !== true));
  if (!hasId) return "error";
  return atLeast(version, "3.1") ? "warning" : "information";
}
