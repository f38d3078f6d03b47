import { edit, insertInto } from "../../../../rules/fixes.ts";
import { anything, type ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { titles } from "../../../../schema/fixTitles.ts";
import type { Fix } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { experimentalIn } from "../../model/experimental.ts";
import { isUncertain } from "../../model/gaps.ts";
import { ofSections } from "../../model/gathered.ts";
import { http } from "../examples.ts";

const messages = {
  missing: text(
    '"{0}" is experimental: "global" must say "expose-experimental-directives"',
    '"{0}"是实验性功能，"global"段须写上"expose-experimental-directives"',
  ),
  late: text('"{0}" is experimental, and is allowed further down only', '"{0}"是实验性功能，而允许它的那一行在后面'),
};
const allowed = text("It is allowed here", "在此处才允许");
const opening = "expose-experimental-directives";

/** src/haproxy.c: check_kw_experimental. It goes by the order of lines. */
export const experimentalDirective: ConfigurationRule<Globals> = {
  id: "haproxy/experimental-directive",
  severity: "error",
  scope: "configuration",
  reads: anything,
  summary: text("An experimental setting that is not allowed.", "使用了未获允许的实验性设置。"),
  why: text(
    "What is experimental may change or go with any release. HAProxy takes it only after `expose-experimental-directives` in `global`, and refuses the configuration otherwise.",
    "实验性功能在任何版本中都可能变化或消失。只有先在 `global` 中写了 `expose-experimental-directives`，HAProxy 才接受，否则拒绝整个配置。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    http-request normalize-uri path-merge-slashes
#                ^^^^^^^^^^^^^ is experimental
`,
  ],
  good: [
    `
global
    expose-experimental-directives
${http}
frontend web
    bind :8080
    http-request normalize-uri path-merge-slashes
`,
  ],
  check(configuration, { report, globals }) {
    if (globals.partial) return;
    const opens = configuration.all(opening).find((line) => line.parent?.keyword?.name === "global");
    const global = configuration.all("global").at(0);
    for (const { line, ranges } of experimental(configuration)) {
      // Everything behind it is allowed, or may be.
      if (line === opens) return;
      for (const range of ranges) {
        const written = line.source.section.text.slice(range.start, range.end);
        report({
          at: line.at(range),
          message: fill(opens === undefined ? messages.missing : messages.late, written),
          ...(opens === undefined ? {} : { related: [{ ...opens.at(opens.title), message: allowed }] }),
          fixes: opens === undefined ? [fixOf(global, configuration.sections[0]?.statements[0])].flat() : [],
        });
      }
    }
  },
};

/** Lines with something experimental, and those that allow it. */
const experimental = ofSections((section, version) =>
  [section, ...section.children].flatMap((line) => {
    const ranges = isUncertain(line) ? [] : experimentalIn(line, version);
    return ranges.length > 0 || line.keyword?.name === opening ? [{ line, ranges }] : [];
  }),
);

function fixOf(global: Bound | undefined, first: Bound | undefined): readonly Fix[] {
  if (global !== undefined) return [insertInto(global, opening, "unsafe")];
  if (first === undefined) return [];
  const at = { start: first.statement.start, end: first.statement.start };
  const made = edit(first, at, `global\n    ${opening}\n\n`);
  return [{ title: fill(titles.insert, opening), safety: "unsafe", edits: [made] }];
}
