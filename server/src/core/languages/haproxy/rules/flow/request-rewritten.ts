import type { PartRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { disturbs } from "../../model/conditions/changes.ts";
import { follows } from "../../model/conditions/formula.ts";
import { conditionOf, conditionValue, testsOfTerm } from "../../model/conditions/read.ts";
import { contradicts } from "../../model/conditions/relations.ts";
import { type Rewrite, rewriteOf } from "../../model/conditions/rewrites.ts";
import { linesOf } from "../../model/conditions/stages.ts";
import type { Test } from "../../model/conditions/test.ts";
import { isUncertain, mayHoldLines } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { http } from "../examples.ts";
import { written } from "./words.ts";

const message = text('This never holds: "{0}" has changed it before', '此处不会成立："{0}"已提前修改了该值');
const changed = text("It is changed here", "此处作了修改");

/** src/http_act.c, src/stream.c: http-request rules are run before use_backend, each on what the last one has left. */
export const requestRewritten: PartRule<Proxy, Globals> = {
  id: "haproxy/request-rewritten",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text("A condition on something that a rule before it has replaced.", "条件检查的内容已被前面的规则替换。"),
  why: text(
    "set-path, replace-path, set-header and del-header work at once: rules below them, and all use_backend lines, see the new request. A prefix that was cut off is not there any more when the backend is chosen. Keep the old value in a variable, choose the backend by that, or rewrite in the backend.",
    "set-path、replace-path、set-header、del-header 立即生效：其后的规则以及所有 use_backend 看到的都是新请求，被去掉的前缀在选择后端时已不存在。可先用变量保存原值并据此选择后端，或者改在后端中重写。",
  ),
  bad: [
    `${http}
frontend www
    bind :80
    acl api path_beg /api/
    http-request replace-path /api/(.*) /\\1 if api
    use_backend api if api
#                      ^^^ This never holds: "http-request replace-path" has changed it before
    default_backend app
backend api
    server s1 192.0.2.10:80
backend app
    server s1 192.0.2.11:80
`,
    `${http}
frontend www
    bind :80
    http-request set-header Host intern.example.com
    http-request del-header X-Debug
    http-request set-log-level debug if { hdr(x-debug) 1 }
#                                       ^^^^^^^^^^^^^^^^^^ "http-request del-header" has changed it before
    use_backend shop if { hdr(host) -i shop.example.com }
#                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "http-request set-header" has changed it before
    default_backend app
backend shop
    server s1 192.0.2.10:80
backend app
    server s1 192.0.2.11:80
`,
  ],
  good: [
    `${http}
frontend www
    bind :80
    http-request deny if { path_beg /api/private/ }
    http-request set-var(txn.path) path
    http-request replace-path /api/(.*) /v2/\\1 if { path_beg /api/ }
    http-request set-header X-Kind intern if { src 10.0.0.0/8 }
    http-request deny if { path_beg /v2/private/ }
    http-request deny if { hdr(x-kind) extern }
    use_backend api if { var(txn.path) -m beg /api/ }
    default_backend api
backend api
    http-request deny if { path_beg /api/ }
    server s1 192.0.2.10:80
`,
  ],
  check({ block }, { report }) {
    if (mayHoldLines(block)) return;
    const rules = (["http-request", "redirect", "use_backend"] as const).flatMap((stage) => linesOf(block, stage));
    const told = new Set<object>();
    for (const [index, rule] of rules.entries()) {
      const rewrite = isUncertain(rule) ? undefined : rewriteOf(rule);
      if (rewrite === undefined) continue;
      for (const later of rules.slice(index + 1)) {
        for (const term of conditionValue(later)?.tree.alternatives.flat() ?? []) {
          const tests = term.negated ? [] : testsOfTerm(term, later);
          if (tests.length === 0 || told.has(term) || !tests.every((test) => cannotHold(test, rewrite, rule))) continue;
          told.add(term);
          report({
            at: later.at({ start: term.start, end: term.end }),
            message: fill(message, written(rule)),
            related: [{ ...rule.at(rule.title), message: changed }],
          });
        }
        if (disturbs(later, [rewrite.result])) break;
      }
    }
  },
};

/** Whether every request that would meet the test has been changed by the rule, and then does not meet it. */
function cannotHold(test: Test, rewrite: Rewrite, rule: Bound): boolean {
  const when = conditionOf(rule);
  if (when === undefined || test.subject === undefined) return false;
  const isGone = rewrite.removes?.(test) === true || contradicts(rewrite.result, test);
  return isGone && follows([[{ test, negated: false }]], when);
}
