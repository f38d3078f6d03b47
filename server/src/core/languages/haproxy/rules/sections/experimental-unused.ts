import { removeStatement } from "../../../../rules/fixes.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { experimentalIn } from "../../model/experimental.ts";
import { isUncertain } from "../../model/gaps.ts";
import { root } from "../../schema/index.ts";
import { http } from "../examples.ts";

const message = text("Nothing experimental is used: this can go", "没有使用任何实验性功能，可以删除此行");

/** src/cfgparse.c: check_config_validity. Before 3.3 the daemon says nothing. */
export const experimentalUnused: ConfigurationRule<Globals> = {
  id: "haproxy/experimental-unused",
  severity: "warning",
  scope: "configuration",
  reads: root.keywords.map((keyword) => keyword.name),
  summary: text("Experimental settings are allowed and none is used.", "允许了实验性设置却没有使用。"),
  why: text(
    "Features leave the experimental state with time. Since 3.3 HAProxy warns of a leftover permission, for with it an experimental setting may slip in unnoticed.",
    "功能会随版本脱离实验状态。3.3 版起，HAProxy 会对遗留的许可给出告警，因为它会让实验性设置不知不觉地混入。",
  ),
  since: "3.3",
  bad: [
    `
global
    expose-experimental-directives
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing experimental is used
${http}
frontend web
    bind :8080
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
  check(configuration, { report, version, globals }) {
    const opens = configuration.all("expose-experimental-directives").at(-1);
    if (opens === undefined || globals.partial || !atLeast(version, "3.3") || isUncertain(opens)) return;
    const lines = configuration.sections.flatMap((state) =>
      state.statements.flatMap((block) => [block, ...block.children]),
    );
    // Lines that nobody knows may be experimental ones.
    if (lines.some((line) => line.keyword === undefined || experimentalIn(line, version).length > 0)) return;
    report({ at: opens.at(opens.title), message, fixes: [removeStatement(opens, "safe")], tag: "unnecessary" });
  },
};
