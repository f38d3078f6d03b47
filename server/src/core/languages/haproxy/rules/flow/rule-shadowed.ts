import { edit, removeStatement } from "../../../../rules/fixes.ts";
import type { PartRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { Fix } from "../../../../schema/problem.ts";
import { lineEndOf, lineStartOf } from "../../../../text/lines.ts";
import { fill, text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { follows } from "../../model/conditions/formula.ts";
import { type Unreached, unreachedRules } from "../../model/conditions/reach.ts";
import { conditionOf, conditionRange } from "../../model/conditions/read.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { http } from "../examples.ts";
import { takesAll } from "./rule-unreachable.ts";
import { written } from "./words.ts";

const messages = {
  one: text(
    '"{0}" is never run: "{1}" above takes all that it is for',
    '"{0}"永远不会执行：上方的"{1}"已处理其匹配的全部请求',
  ),
  several: text(
    '"{0}" is never run: the rules above take all that it is for',
    '"{0}"永远不会执行：上方的规则已处理其匹配的全部请求',
  ),
  same: text('"{0}" is never run: "{1}" above has the same condition', '"{0}"永远不会执行：上方的"{1}"条件相同'),
  taker: text("This takes them first", "此规则先处理这些请求"),
  move: text("Move it above the rule that takes its requests", "移到抢先处理的规则之上"),
};

/** src/stream.c: process_switching_rules, src/http_ana.c: http_req_get_intercept_rule: the first rule that holds wins. */
export const ruleShadowed: PartRule<Proxy, Globals> = {
  id: "haproxy/rule-shadowed",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text(
    "A rule comes after rules that already take every request it is for.",
    "规则匹配的请求全部已被前面的规则处理。",
  ),
  why: text(
    "The first use_backend whose condition holds decides, and so does the first rule that denies, redirects or allows. A rule for /api/v2 below one for /api is never looked at, and the daemon does not say so. Put the narrower rule first. A backend that is taken out of service by hand lets requests go on to the next use_backend since 3.4; rules with the same condition are therefore mentioned as an information there.",
    "首个条件成立的 use_backend 即决定去向，拒绝、重定向、放行的规则也是如此。写在 /api 之后的 /api/v2 规则永远轮不到，守护进程也不会提示。应把范围更窄的规则放在前面。自 3.4 起，若后端被人工停止发布，请求会继续匹配后面的 use_backend，因此对条件相同的规则仅作提示。",
  ),
  bad: [
    `${http}frontend www
    bind :8080
    use_backend v1 if { path_beg /api }
    use_backend v2 if { path_beg /api/v2 }
#   ^^^^^^^^^^^ "use_backend v2" is never run: "use_backend v1" above takes all that it is for
    default_backend v1
backend v1
    server s1 192.0.2.10:80
backend v2
    server s1 192.0.2.11:80
`,
    `${http}frontend www
    bind :8080
    acl shop hdr(host) -i shop.example.com
    acl shop hdr(host) -i www.shop.example.com
    acl static path_beg /static/
    use_backend shop if shop
    use_backend files if { hdr(host) -i SHOP.example.com } static
#   ^^^^^^^^^^^ "use_backend files" is never run: "use_backend shop" above takes all that it is for
    default_backend shop
backend shop
    server s1 192.0.2.10:80
backend files
    server s1 192.0.2.11:80
`,
    `${http}frontend www
    bind :8080
    http-request allow if { src 10.0.0.0/8 }
    http-request deny if { src 10.66.0.0/16 }
#   ^^^^^^^^^^^^^^^^^ "http-request deny" is never run: "http-request allow" above takes all that it is for
    default_backend web
backend web
    server s1 192.0.2.10:80
`,
  ],
  good: [
    `${http}frontend www
    bind :8080
    use_backend v2 if { path_beg /api/v2 }
    use_backend v1 if { path_beg /api }
    use_backend v1 if { path_beg -i /API/v1 }
    use_backend a if { rand(2) eq 0 }
    use_backend b if { rand(2) eq 0 }
    default_backend v1
backend v1
    server s1 192.0.2.10:80
backend v2
    server s1 192.0.2.11:80
backend a
    use-server s1 if { src 192.0.2.0/24 }
    use-server s2 if { src 192.0.2.0/24 }
    server s1 192.0.2.12:80
    server s2 192.0.2.13:80
backend b
    server s1 192.0.2.14:80
`,
    `${http}frontend www
    bind :8080
    http-request deny if { path_beg /old }
    http-request set-path /old%[path]
    http-request set-header X-Old 1 if { path_beg /old/x }
    default_backend web
backend web
    server s1 192.0.2.10:80
`,
  ],
  check({ block }, { report, version }) {
    for (const found of unreachedRules(block)) {
      if (takesAll(found)) continue;
      const { rule, takers, isOtherStage } = found;
      const [first] = takers;
      const isSame = first !== undefined && takers.length === 1 && isReversed(rule, first);
      const isFallback =
        isSame && found.stage === "use_backend" && atLeast(version, "3.4") && !isSameTarget(rule, first);
      const message = isSame
        ? messages.same
        : first !== undefined && takers.length === 1
          ? messages.one
          : messages.several;
      report({
        at: rule.at(rule.title),
        message: fill(message, written(rule), first === undefined ? "" : written(first)),
        ...(isFallback || isOtherStage ? { severity: "information" as const } : {}),
        related: takers.map((one) => ({ ...one.at(one.title), message: messages.taker })),
        fixes: fixesOf(found, isSame),
        tag: "unnecessary",
      });
    }
  },
};

/** Whether what the rule is for is all that the other takes. */
function isReversed(rule: Bound, taker: Bound): boolean {
  return follows(conditionOf(taker) ?? [], conditionOf(rule) ?? []);
}

function isSameTarget(rule: Bound, other: Bound): boolean {
  return withoutCondition(rule) === withoutCondition(other);
}

function withoutCondition(rule: Bound): string {
  const end = conditionRange(rule)?.start ?? rule.statement.end;
  return rule.source.section.text.slice(rule.statement.start, end).trim().replace(/\s+/g, " ");
}

function fixesOf({ rule, takers, isOtherStage }: Unreached, isSame: boolean): readonly Fix[] {
  const [taker] = takers;
  const isDouble = taker !== undefined && takers.length === 1 && isSameTarget(rule, taker);
  const remove = removeStatement(rule, isDouble ? "safe" : "unsafe");
  if (isSame || isDouble || isOtherStage || taker?.source !== rule.source || takers.length > 1) return [remove];
  const { text: content } = rule.source.section;
  const to = lineStartOf(content, taker.statement.start);
  const from = lineStartOf(content, rule.statement.start);
  const end = lineEndOf(content, rule.statement.end);
  if (content[end] !== "\n" || /^[ \t]*(?:\.|acl\b)/m.test(content.slice(to, end))) return [remove];
  const up: Fix = {
    title: messages.move,
    safety: "unsafe",
    edits: [
      edit(rule, { start: to, end: to }, content.slice(from, end + 1)),
      edit(rule, { start: from, end: end + 1 }, ""),
    ],
  };
  return [up, remove];
}
