import { edit } from "../../../../rules/fixes.ts";
import type { PartRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { Fix } from "../../../../schema/problem.ts";
import { lineEndOf, lineStartOf } from "../../../../text/lines.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { aclLines, conditionValue } from "../../model/conditions/read.ts";
import { requestStages, responseStages, stageOf } from "../../model/conditions/stages.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";

import { http, tcp } from "../examples.ts";

const message = text(
  '"{0}" rules are run before "{1}", wherever they stand',
  '"{0}"规则总是先于"{1}"执行，与书写位置无关',
);
const before = text("This is run later", "此行其实更晚执行");
const move = text("Move it up to where it is run", "移到实际执行的位置");

/** src/cfgparse-listen.c: warnif_misplaced_*. Up to 3.2 the responses' order is wrong in silence. */
export const ruleOrder: PartRule<Proxy, Globals> = {
  id: "haproxy/rule-order",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text("A rule stands below one of a later stage.", "规则写在更晚阶段的规则之后。"),
  why: text(
    "HAProxy runs rules set by set: tcp-request connection, session and content, monitor fail, http-request, redirect, use_backend, use-server. The order of the file counts only within a set, so a rule that stands below one of a later set does not see what that one has done. The daemon warns and starts.",
    "HAProxy 按规则集依次执行：tcp-request connection、session、content、monitor fail、http-request、redirect、use_backend、use-server。书写次序只在同一集内有效，写在后续规则集下方的规则并不会在其之后执行。守护进程只告警，照常启动。",
  ),
  bad: [
    `${http}frontend www
    bind :8080
    acl api path_beg /api/
    use_backend api if api
    http-request deny if { src 192.0.2.0/24 }
#   ^^^^^^^^^^^^^^^^^ "http-request" rules are run before "use_backend"
    default_backend api
backend api
    server s1 192.0.2.10:80
`,
    `${tcp}frontend tcp
    bind :5432
    tcp-request content reject if { src 198.51.100.0/24 }
    tcp-request connection reject if { src 192.0.2.0/24 }
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "tcp-request connection" rules are run before "tcp-request content"
    default_backend db
backend db
    server s1 192.0.2.10:5432
`,
  ],
  good: [
    `${http}frontend www
    bind :8080
    default_backend web
    tcp-request connection reject if { src 198.51.100.0/24 }
    http-response set-header X-Frame-Options DENY
    http-request deny if { src 192.0.2.0/24 }
    use_backend api if { path_beg /api/ }
backend api
    server s1 192.0.2.10:80
backend web
    server s1 192.0.2.11:80
`,
  ],
  check({ block }, { report }) {
    for (const stages of [requestStages, responseStages]) {
      const seen: { readonly line: Bound; readonly order: number }[] = [];
      for (const line of block.children) {
        const stage = stageOf(line);
        const order = stage === undefined ? -1 : stages.indexOf(stage);
        if (stage === undefined || order === -1) continue;
        const later = earliestStage(seen, order);
        if (later !== undefined) {
          const first = seen.find((one) => one.order > order);
          // Below another rule of its set that is misplaced too, it would overtake that one.
          const isNext = !seen.some(
            (one) => one.order === order && one.line.statement.start > (first?.line.statement.start ?? 0),
          );
          const fix = first === undefined || !isNext ? undefined : moveUp(line, first.line, block);
          report({
            at: line.at(line.title),
            message: fill(message, stage, stages[later.order] ?? ""),
            related: [{ ...later.line.at(later.line.title), message: before }],
            fixes: fix === undefined ? [] : [fix],
          });
        }
        seen.push({ line, order });
      }
    }
  },
};

/** What the daemon names: of the later stages that stand above, the one that comes first. */
function earliestStage(seen: readonly { readonly line: Bound; readonly order: number }[], order: number) {
  const later = seen.filter((one) => one.order > order);
  return later.sort((a, b) => a.order - b.order)[0];
}

/** The line in front of the first one of a later stage, where its ACLs are known and no `.if` lies between. */
function moveUp(line: Bound, target: Bound, block: Bound): Fix | undefined {
  if (line.source !== target.source) return undefined;
  const { text: content } = line.source.section;
  const to = lineStartOf(content, target.statement.start);
  const from = lineStartOf(content, line.statement.start);
  const end = lineEndOf(content, line.statement.end);
  const isWhole = content.slice(from, line.statement.start).trim() === "" && content[end] === "\n";
  // The fetch `acl()` names ACLs as well.
  if (/\bacl\(/.test(content.slice(from, end))) return undefined;
  if (!isWhole || /^[ \t]*\./m.test(content.slice(to, end)) || needsBelow(line, to, block)) return undefined;
  const written = content.slice(from, end + 1);
  return {
    title: move,
    safety: "safe",
    edits: [edit(line, { start: to, end: to }, written), edit(line, { start: from, end: end + 1 }, "")],
  };
}

/** Whether an ACL of the line is defined below the place: the daemon must know it by then. */
function needsBelow(line: Bound, place: number, block: Bound): boolean {
  const terms = conditionValue(line)?.tree.alternatives.flat() ?? [];
  return terms.some((term) => {
    const [first] = term.kind === "named" ? aclLines(block, term.name.value) : [];
    return first !== undefined && first.statement.start >= place;
  });
}
