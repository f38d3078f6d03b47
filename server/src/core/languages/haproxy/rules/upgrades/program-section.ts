import { insertInto } from "../../../../rules/fixes.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { http } from "../examples.ts";

const opening = "expose-deprecated-directives";
const message = text(
  '"program" needs "expose-deprecated-directives" in "global", and is gone in 3.3',
  '"program"须先在"global"段写上"expose-deprecated-directives"，并在 3.3 中移除',
);

/** src/mworker-prog.c of 3.1 and 3.2: cfg_parse_program. It goes by the order of lines. */
export const programSection: ConfigurationRule<Globals> = {
  id: "haproxy/program-section",
  severity: "error",
  scope: "configuration",
  reads: ["global", "program"],
  summary: text("A `program` section that is not allowed any more.", "不再允许的 `program` 段。"),
  why: text(
    "Programs beside HAProxy are the business of the service manager. 3.1 and 3.2 start them only where `global` allows outdated directives, and refuse the configuration otherwise; 3.3 does not know the section.",
    "与 HAProxy 并行的程序应由服务管理器负责。3.1 和 3.2 只有在 `global` 允许过时指令时才启动它们，否则拒绝整个配置；3.3 起不再认识该段。",
  ),
  since: "3.1",
  until: "3.2",
  bad: [
    `
global
    master-worker
program helper
#<^^^^^ "program" needs "expose-deprecated-directives"
    command /bin/true
${http}
frontend web
    bind :8080
`,
  ],
  good: [
    `
global
    master-worker
    expose-deprecated-directives
program helper
    command /bin/true
${http}
frontend web
    bind :8080
`,
  ],
  check(configuration, { report, version, globals }) {
    if (globals.partial || !atLeast(version, "3.1") || atLeast(version, "3.3")) return;
    const sections = configuration.sections.flatMap((state) => state.statements);
    const allowed = sections.findIndex((section) => section.keyword?.name === "global" && section.has(opening));
    const global = configuration.all("global").at(0);
    for (const [index, section] of sections.entries()) {
      if (section.keyword?.name !== "program" || (allowed !== -1 && allowed < index) || isUncertain(section)) continue;
      const fixes = global === undefined || allowed !== -1 ? [] : [insertInto(global, opening, "unsafe")];
      report({ at: section.at(section.title), message, fixes });
    }
  },
};
