import { removeStatement } from "../../../../rules/fixes.ts";
import type { PartRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { always, follows } from "../../model/conditions/formula.ts";
import { type Unreached, unreachedRules } from "../../model/conditions/reach.ts";
import { conditionOf } from "../../model/conditions/read.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { http, tcp } from "../examples.ts";
import { written } from "./words.ts";

const message = text(
  '"{0}" is never run: "{1}" above takes everything',
  '"{0}"永远不会执行：上方的"{1}"会处理所有请求',
);
const together = text(
  '"{0}" is never run: the rules above take everything',
  '"{0}"永远不会执行：上方的规则会处理所有请求',
);
const taker = text("This takes what comes to it", "此规则会处理到达它的请求");

/** src/cfgparse-listen.c, "action is final and has no condition attached": rules of HTTP only, and the next line only. */
export const ruleUnreachable: PartRule<Proxy, Globals> = {
  id: "haproxy/rule-unreachable",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text(
    "A rule stands behind one that ends the rule set for everything.",
    "规则位于无条件结束规则集的规则之后。",
  ),
  why: text(
    "Behind an accept, allow, deny, redirect, return or use_backend without a condition no rule of the set is looked at. The daemon warns of some of them and starts; a filter that was added below such a line protects nothing.",
    "在无条件的 accept、allow、deny、redirect、return 或 use_backend 之后，同一规则集的规则都不会再执行。守护进程只对其中一部分告警并照常启动；加在这种行下面的过滤规则不起任何作用。",
  ),
  bad: [
    `${http}frontend www
    bind :8080
    http-request allow
    http-request deny if { path_beg /private/ }
#   ^^^^^^^^^^^^^^^^^ "http-request deny" is never run: "http-request allow" above takes everything
    default_backend web
backend web
    server s1 192.0.2.11:80
`,
    `${tcp}frontend tcp
    bind :5432
    tcp-request connection accept
    tcp-request connection reject if { src 192.0.2.0/24 }
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ never run
    use_backend blue if { dst_port 5432 }
    use_backend green
    use_backend blue if { src 198.51.100.7 }
#   ^^^^^^^^^^^ "use_backend blue" is never run: "use_backend green" above takes everything
backend blue
    server s1 192.0.2.10:5432
backend green
    server s1 192.0.2.11:5432
`,
    `${http}frontend www
    bind :8080
    http-request deny if { src 192.0.2.0/24 }
    http-request redirect scheme https code 301
    use_backend api if { path_beg /api/ }
#   ^^^^^^^^^^^ information: "use_backend api" is never run
    default_backend api
backend api
    server s1 192.0.2.11:80
`,
    `${http}frontend www
    bind :8080
    acl api path_beg /api/
    use_backend api if api
    use_backend web unless api
    use_backend old if { path_end .cgi }
#   ^^^^^^^^^^^ "use_backend old" is never run: the rules above take everything
backend api
    server s1 192.0.2.10:80
backend web
    server s1 192.0.2.11:80
backend old
    server s1 192.0.2.12:80
`,
  ],
  good: [
    `${http}frontend www
    bind :8080
    http-request allow if { src 192.0.2.0/24 }
    http-request deny if { path_beg /private/ }
    http-response set-header X-Frame-Options DENY
    default_backend web
backend web
    http-request redirect location "%[var(txn.to)]" ignore-empty
    http-request deny if { path_beg /private/ }
    server s1 192.0.2.11:80
`,
  ],
  check({ block }, { report }) {
    const told = new Set<string>();
    for (const found of unreachedRules(block)) {
      const { rule, stage, takers, isOtherStage } = found;
      if (!takesAll(found)) continue;
      // What the daemon says too: the next rule of the set. More of them say nothing new.
      const key = `${stage} ${takers.map((one) => one.statement.start).join(" ")}`;
      if (told.has(key)) continue;
      told.add(key);
      const [first] = takers;
      report({
        at: rule.at(rule.title),
        message:
          first !== undefined && takers.length === 1
            ? fill(message, written(rule), written(first))
            : fill(together, written(rule)),
        ...(isOtherStage ? { severity: "information" as const } : {}),
        related: takers.map((one) => ({ ...one.at(one.title), message: taker })),
        fixes: [removeStatement(rule, "unsafe")],
        tag: "unnecessary",
      });
    }
  },
};

/** Whether the rules before it take every request, and not only those that its condition would let through. */
export function takesAll({ takers }: Unreached): boolean {
  return follows(
    always,
    takers.flatMap((rule: Bound) => conditionOf(rule) ?? []),
  );
}
