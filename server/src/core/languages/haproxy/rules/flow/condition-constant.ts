import { edit } from "../../../../rules/fixes.ts";
import type { PartRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { titles } from "../../../../schema/fixTitles.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { always, follows, isNeverTrue } from "../../model/conditions/formula.ts";
import { conditionOf, conditionRange, conditionValue, testsOf } from "../../model/conditions/read.ts";
import { stageOf } from "../../model/conditions/stages.ts";
import { mayHoldLines } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";

import { http } from "../examples.ts";

const messages = {
  never: text("This condition can never hold", "此条件永远不成立"),
  or: text(
    'This condition can never hold: side by side all must; "or" is written out',
    '此条件永远不成立：并列表示同时成立，任选其一需写"or"',
  ),
  always: text("This condition always holds", "此条件始终成立"),
};

/** src/acl.c: acl_exec_cond. */
export const conditionConstant: PartRule<Proxy, Globals> = {
  id: "haproxy/condition-constant",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text("A condition that holds always or never.", "条件始终成立或永远不成立。"),
  why: text(
    'ACLs side by side must all hold; only ACLs of one name, patterns of one ACL and what "or" separates are alternatives. Two paths or two host names side by side therefore never hold, and the rule does nothing. The daemon does not notice.',
    '并列的 ACL 必须同时成立；只有同名 ACL、同一 ACL 的多个模式以及用"or"隔开的部分才是任选其一。两个路径或两个主机名并列时永远不成立，规则形同虚设，而守护进程不会提示。',
  ),
  bad: [
    `${http}frontend www
    bind :8080
    acl site hdr(host) -i example.com
    acl www hdr(host) -i www.example.com
    http-request deny if { path_beg /a } !{ path_beg / }
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: This condition can never hold
    use_backend web if site www
#                   ^^^^^^^^^^^ warning: This condition can never hold: side by side all must
    default_backend web
backend web
    server s1 192.0.2.10:80
`,
    `${http}frontend www
    bind :8080
    http-request set-header X-Edge 1 if TRUE
#                                    ^^^^^^^ information: This condition always holds
    http-request deny unless { src 192.0.2.0/24 } or !{ src 192.0.2.0/25 }
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: This condition can never hold
    default_backend web
backend web
    server s1 192.0.2.10:80
`,
  ],
  good: [
    `${http}frontend www
    bind :8080
    acl site hdr(host) -i example.com www.example.com
    http-request deny if { path_beg /a } { path_end / } !{ path /a/ }
    http-request deny if { hdr(x-a) a } { hdr(x-a) b }
    use_backend web if site or { path / }
    default_backend web
backend web
    use-server s1 if TRUE
    server s1 192.0.2.10:80
`,
  ],
  check({ block }, { report }) {
    if (mayHoldLines(block)) return;
    for (const line of block.children) {
      const stage = stageOf(line);
      const value = conditionValue(line);
      const range = conditionRange(line);
      const formula = conditionOf(line);
      if (stage === undefined || value === undefined || range === undefined || formula === undefined) continue;
      const isWritten = testsOf(line).every((test) => test.constant !== undefined);
      const at = line.at(range);
      if (isNeverTrue(formula)) {
        const isPlain = value.word.value === "if" && !isWritten;
        report({ at, message: isPlain && hasTwoPositive(line) ? messages.or : messages.never, ...severity(isWritten) });
      } else if (!needed.has(stage) && follows(always, formula)) {
        report({
          at,
          message: messages.always,
          ...severity(isWritten),
          fixes: [withoutCondition(line, range, isWritten)],
          tag: "unnecessary",
        });
      }
    }
  },
};

/** Lines that the daemon refuses without a condition. */
const needed: ReadonlySet<string> = new Set(["use-server", "monitor fail"]);

/** Whoever writes TRUE or FALSE knows what that means. */
function severity(isWritten: boolean) {
  return isWritten ? { severity: "information" as const } : {};
}

function hasTwoPositive(line: Bound): boolean {
  const alternatives = conditionValue(line)?.tree.alternatives ?? [];
  return alternatives.length === 1 && (alternatives[0]?.every((term) => !term.negated) ?? false);
}

function withoutCondition(line: Bound, { start, end }: { start: number; end: number }, isWritten: boolean) {
  const { text: content } = line.source.section;
  const before = /[ \t]*$/.exec(content.slice(0, start))?.[0].length ?? 0;
  return {
    title: fill(titles.remove, content.slice(start, end)),
    safety: isWritten ? ("safe" as const) : ("unsafe" as const),
    edits: [edit(line, { start: start - before, end }, "")],
  };
}
