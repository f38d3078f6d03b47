import type { Mention } from "../../../../model/configuration.ts";
import { gather } from "../../../../model/gather.ts";
import { edit, removeStatement } from "../../../../rules/fixes.ts";
import { anything, type ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { Fix } from "../../../../schema/problem.ts";
import { lineEndOf, lineStartOf } from "../../../../text/lines.ts";
import { fill, text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { findPredefinedAcl } from "../../samples/index.ts";
import { front, http } from "../examples.ts";

const late = text('"{0}" is defined only further down', '"{0}"在后面才定义');
const defined = text("It is defined here", "在此处定义");
const moveTitle = text('Move the definition of "{0}" above', '将"{0}"的定义移到前面');

/** src/acl.c: parse_acl_cond; src/cfgparse-listen.c looks up `from` while it reads the header. */
export const referenceBeforeDefinition: ConfigurationRule<Globals> = {
  id: "haproxy/reference-before-definition",
  severity: "error",
  scope: "configuration",
  reads: anything,
  summary: text(
    "An ACL or defaults section that is used above its definition.",
    "ACL 或 defaults 段在定义之前就被使用。",
  ),
  why: text(
    "Most names may be defined anywhere, but ACLs and the defaults behind `from` are looked up while the line is read, and HAProxy reads from top to bottom. A later definition does not exist yet, and the file is refused.",
    "大多数名称可在任意位置定义，但 ACL 以及 `from` 后的 defaults 段在读到该行时就要查找，而 HAProxy 自上而下读取文件。写在后面的定义此时尚不存在，文件会被拒绝。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    use_backend app if is_app
#                      ^^^^^^ "is_app" is defined only further down
    acl is_app path_beg /app
backend app
    server s1 127.0.0.1:8000
`,
    `
frontend web from plain
#                 ^^^^^ "plain" is defined only further down
    bind :8080
defaults plain
    mode tcp
    timeout client 30s
`,
  ],
  good: [
    `${http}${front}backend app
    acl is_app path_beg /app
    http-request deny unless is_app
    http-request deny if LOCALHOST
    use-server s1 if { nbsrv(late) lt 1 }
    server s1 127.0.0.1:8000
backend late
    server s1 127.0.0.1:8000
`,
  ],
  check(configuration, { report, version }) {
    for (const mention of elsewhere(configuration)) {
      const { scope, name, owner, bound } = mention;
      const [first] = configuration.definitions(scope, name, owner);
      if (first === undefined || configuration.isBefore(first, mention) || isUncertain(first.bound, bound)) continue;
      const predefined = scope === "acl" ? findPredefinedAcl(name) : undefined;
      if (predefined !== undefined && atLeast(version, predefined.since)) continue;
      report({
        at: bound.at(mention.value.word),
        message: fill(late, name),
        related: [{ ...first.bound.at(first.value.word), message: defined }],
        fixes: scope === "acl" ? moveUp(configuration.definitions(scope, name, owner), mention) : [],
      });
    }
  },
};

/** The uses of names that no line above them in their own section defines. */
const elsewhere = gather(
  (configuration) => configuration.sections,
  ({ definitions, references }) => {
    const known = new Map(definitions.toReversed().map((one) => [keyOf(one), one.order]));
    return references.filter(
      (one) => (one.scope === "acl" || one.scope === "defaults") && !((known.get(keyOf(one)) ?? one.order) < one.order),
    );
  },
);

function keyOf({ scope, owner, name }: Mention): string {
  return `${scope}\0${owner}\0${name}`;
}

/** Puts all lines of an ACL above the first one that uses it, where they stand in the same section of a file. */
function moveUp(definitions: readonly Mention[], { bound, name }: Mention): readonly Fix[] {
  const lines = definitions.map((one) => one.bound);
  if (lines.some((line) => line.source !== bound.source || !standsAlone(line))) return [];
  const { text: content } = bound.source.section;
  const start = lineStartOf(content, bound.statement.start);
  const moved = lines.map(({ statement }) => {
    const from = lineStartOf(content, statement.start);
    return `${content.slice(from, lineEndOf(content, statement.end))}\n`;
  });
  const edits = lines.flatMap((line) => removeStatement(line, "unsafe").edits);
  const title = fill(moveTitle, name);
  return [{ title, safety: "unsafe", edits: [edit(bound, { start, end: start }, moved.join("")), ...edits] }];
}

/** Nothing else stands on the line, so that it can be moved as a whole. */
function standsAlone({ source, statement }: Bound): boolean {
  const content = source.section.text;
  const before = content.slice(lineStartOf(content, statement.start), statement.start);
  return (before + content.slice(statement.end, lineEndOf(content, statement.end))).trim() === "";
}
