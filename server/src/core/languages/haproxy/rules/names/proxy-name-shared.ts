import type { ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { Severity } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { ofSections } from "../../model/gathered.ts";
import { http } from "../examples.ts";
import { nounOf } from "./nouns.ts";

const messages = {
  refused: text('"{0}" is the name of a {1} already', '"{0}"已是 {1} 的名称'),
  soon: text(
    '"{0}" is the name of a {1} already; HAProxy 3.3 refuses that',
    '"{0}"已是 {1} 的名称，HAProxy 3.3 起会拒绝',
  ),
  before: text("It is defined here", "在此处定义"),
};

const kinds = ["defaults", "frontend", "backend", "listen", "log-forward"] as const;
type Kind = (typeof kinds)[number];

/** src/cfgparse-listen.c: cfg_parse_listen; src/log.c: cfg_parse_log_forward. */
export const proxyNameShared: ConfigurationRule<Globals> = {
  id: "haproxy/proxy-name-shared",
  severity: "error",
  scope: "configuration",
  reads: (configuration) => [named(configuration)],
  summary: text("A frontend, a backend or defaults of one name.", "前端、后端或 defaults 段重名。"),
  why: text(
    "Up to 3.2 a frontend and a backend were allowed to share a name, although stick tables, statistics and logs call both by it. HAProxy 3.1 and 3.2 warn, 3.3 refuses the configuration. A log-forward section has never been allowed to share its name.",
    "3.2 及以前允许前端和后端同名，尽管粘性表、统计和日志都用同一名称指代两者。HAProxy 3.1 和 3.2 会警告，3.3 拒绝这样的配置。log-forward 段则从不允许重名。",
  ),
  bad: [
    `${http}
frontend app
    bind :8080
    default_backend app
backend app
#       ^^^ error: "app" is the name of a frontend already
    server s1 127.0.0.1:8000
`,
  ],
  good: [
    `${http}
frontend app
    bind :8080
    default_backend app_servers
backend app_servers
    server s1 127.0.0.1:8000
`,
  ],
  check(configuration, { report, version }) {
    const first = new Map<string, Bound>();
    for (const { block, kind, name, nameWord } of named(configuration)) {
      const before = first.get(name);
      if (before === undefined) first.set(name, block);
      const other = before?.keyword?.name as Kind | undefined;
      if (before === undefined || other === undefined || sharesRole(kind, other)) continue;
      const severity = severityOf(kind, other, version);
      report({
        at: block.at(nameWord),
        severity: isUncertain(block, before) ? "information" : severity,
        message: fill(severity === "error" ? messages.refused : messages.soon, name, nounOf(other)),
        related: [{ ...before.at(before.nameWord), message: messages.before }],
      });
    }
  },
};

/** Two of one kind, which is another rule's business: a listen is a frontend and a backend. */
function sharesRole(one: Kind, other: Kind): boolean {
  const isListen = (kind: Kind) => kind === "frontend" || kind === "backend" || kind === "listen";
  return one === other || ((one === "listen" || other === "listen") && isListen(one) && isListen(other));
}

function severityOf(one: Kind, other: Kind, version: string): Severity {
  const log = one === "log-forward" || other === "log-forward";
  if (log) return one === "defaults" || other === "defaults" ? "warning" : "error";
  if (atLeast(version, "3.3")) return "error";
  return atLeast(version, "3.1") ? "warning" : "information";
}

/** The sections that have names of this kind. */
const named = ofSections((block) => {
  const kind = block.keyword?.name as Kind | undefined;
  const { name, nameWord } = block;
  if (kind === undefined || !kinds.includes(kind) || name === "" || nameWord.unknown === true) return [];
  return [{ block, kind, name, nameWord }];
});
