import type { Configuration, Mention } from "../../../../model/configuration.ts";
import { removeStatement } from "../../../../rules/fixes.ts";
import { anything, type ConfigurationRule } from "../../../../rules/rule.ts";
import type { Severity } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { ofLines } from "../../model/gathered.ts";
import { proxiesOf } from "../../model/proxies.ts";
import { front, http } from "../examples.ts";
import { isBuiltIn, nounOf } from "./nouns.ts";

const messages = {
  unused: text('Nothing uses the {0} "{1}"', '没有任何地方使用 {0}"{1}"'),
  mailers: text(
    'Nothing uses the mailers "{0}"; HAProxy removes them',
    '没有任何地方使用 mailers"{0}"，HAProxy 会将其移除',
  ),
  remove: text('Remove the ACL "{0}"', '删除 ACL"{0}"'),
};

/** Sections that do nothing unless they are named, and ACLs. */
const kinds: readonly { readonly scope: string; readonly severity: Severity }[] = [
  { scope: "acl", severity: "information" },
  { scope: "backend", severity: "information" },
  { scope: "cache", severity: "information" },
  { scope: "fcgi-app", severity: "information" },
  { scope: "healthcheck", severity: "information" },
  { scope: "http-errors", severity: "information" },
  { scope: "log-profile", severity: "information" },
  // src/cfgparse.c: "Removing incomplete section".
  { scope: "mailers", severity: "warning" },
  { scope: "resolvers", severity: "information" },
  { scope: "userlist", severity: "information" },
];

/** The daemon says nothing but for mailers. */
export const unusedName: ConfigurationRule<Globals> = {
  id: "haproxy/unused-name",
  severity: "information",
  scope: "configuration",
  reads: anything,
  summary: text("A section or an ACL that nothing uses.", "从未被使用的段或 ACL。"),
  why: text(
    "An ACL that no condition names, or a backend that no frontend leads to, has no effect, and HAProxy does not mention it. Often the rule that should use it was forgotten, or names another one.",
    "没有条件引用的 ACL、没有前端指向的后端都不起作用，HAProxy 也不会提示。往往是忘了写使用它的规则，或规则里写成了别的名称。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    acl internal src 10.0.0.0/8
#       ^^^^^^^^ information: Nothing uses the ACL "internal"
    default_backend app
backend app
    server s1 127.0.0.1:8000
backend old
#       ^^^ information: Nothing uses the backend "old"
    server s1 127.0.0.1:8000
`,
    `${http}${front}backend app
    server s1 127.0.0.1:8000
mailers mail
#       ^^^^ warning: Nothing uses the mailers "mail"
    mailer m1 127.0.0.1:25
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    acl internal src 10.0.0.0/8
    use_backend app if internal
    use_backend %[req.hdr(host),lower]
backend app
    server s1 127.0.0.1:8000
backend www.example.com
    server s1 127.0.0.1:8000
`,
  ],
  check(configuration, { report, globals }) {
    // What stands behind ".if" may use it on another host.
    if (globals.partial || globals.conditional) return;
    for (const { scope, severity } of kinds) {
      if (scope === "backend" && !judgesBackends(configuration)) continue;
      for (const definitions of configuration.unused(scope)) {
        const mention = definitions.find((one) => !isExempt(one));
        if (mention === undefined || isBuiltIn(scope, mention.name)) continue;
        const { name, bound, value } = mention;
        const lines = scope === "acl" ? definitions : [];
        report({
          at: bound.at(value.word),
          severity,
          message: scope === "mailers" ? fill(messages.mailers, name) : fill(messages.unused, nounOf(scope), name),
          tag: "unnecessary",
          fixes:
            lines.length === 0
              ? []
              : [
                  {
                    title: fill(messages.remove, name),
                    safety: "unsafe",
                    edits: lines.flatMap((line) => removeStatement(line.bound, "unsafe").edits),
                  },
                ],
        });
      }
    }
  },
};

/** Lines whose backend is told by the request. */
const computed = ofLines((line) =>
  line.keyword?.name === "use_backend" && !line.values.some((value) => value.refers === "backend") ? [line] : [],
);

/** Whether each way to a backend can be seen: none is computed, and scripts choose none. */
function judgesBackends(configuration: Configuration): boolean {
  const proxies = proxiesOf(configuration);
  const isComputed = computed(configuration).length > 0;
  const hasScripts = ["lua-load", "lua-load-per-thread"].some((keyword) => configuration.all(keyword).length > 0);
  return proxies.some((proxy) => proxy.isFrontend) && !isComputed && !hasScripts;
}

/** Listens are reached through themselves, and a backend may be there for its table, or be parked. */
function isExempt({ scope, bound }: Mention): boolean {
  if (scope !== "backend") return false;
  return bound.keyword?.name === "listen" || bound.has("stick-table") || bound.has("disabled");
}
