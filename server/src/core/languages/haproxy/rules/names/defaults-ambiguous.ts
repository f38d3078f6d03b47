import { anything, type ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { ofSections } from "../../model/gathered.ts";

const messages = {
  from: text('Two defaults sections above are named "{0}"', '前面有两个名为"{0}"的 defaults 段'),
  again: text(
    'Defaults "{0}" are defined again, although "{1}" takes its settings from the first',
    'defaults"{0}"被重新定义，而"{1}"已从第一个取用设置',
  ),
  one: text("One of them", "其中之一"),
  used: text("It is used here", "在此处被引用"),
};

/** src/cfgparse-listen.c: cfg_parse_listen. Since 3.4 the alert for an ambiguous name no longer stops the daemon. */
export const defaultsAmbiguous: ConfigurationRule<Globals> = {
  id: "haproxy/defaults-ambiguous",
  severity: "error",
  scope: "configuration",
  reads: anything,
  summary: text("`from` names a defaults section of which there are two.", "`from` 所指的 defaults 段有两个。"),
  why: text(
    "Defaults sections may share a name only as long as nobody calls it. With `from` it is not clear which one is meant: HAProxy refuses that up to 3.3 and raises an alert later. Since 3.1 it also refuses a section that takes the name of one already used by `from`.",
    "defaults 段只有在无人引用其名称时才可以重名。使用 `from` 时无法确定指哪一个：HAProxy 3.3 及以前会拒绝，之后仍会报警。自 3.1 起，若某名称已被 `from` 引用，再定义同名的段也会被拒绝。",
  ),
  bad: [
    `
defaults plain
    timeout client 30s
defaults plain
    timeout client 60s
frontend web from plain
#                 ^^^^^ warning: Two defaults sections above are named "plain"
    bind :8080
`,
    `
defaults plain
    timeout client 30s
frontend web from plain
    bind :8080
defaults plain
#        ^^^^^ error: Defaults "plain" are defined again, although "web" takes its settings from the first
    timeout client 60s
frontend api
    bind :8081
`,
  ],
  good: [
    `
defaults plain
    timeout client 30s
frontend web
    bind :8080
defaults plain
    timeout client 60s
frontend api
    bind :8081
`,
  ],
  since: "3.4",
  check(configuration, { report, version }) {
    const known = new Map<string, Bound[]>();
    const users = new Map<string, Bound>();
    for (const block of concerned(configuration)) {
      const from =
        block.value("from") === undefined ? undefined : block.values.findLast((one) => one.refers === "defaults");
      const kind = block.keyword?.name;
      if (from !== undefined && from.word.unknown !== true) {
        const name = String(from.data);
        const all = known.get(name) ?? [];
        users.set(name, users.get(name) ?? block);
        if (all.length > 1) {
          report({
            at: block.at(from.word),
            severity: isUncertain(block, ...all) ? "information" : atLeast(version, "3.4") ? "warning" : "error",
            message: fill(messages.from, name),
            related: all.map((one) => ({ ...one.at(one.nameWord), message: messages.one })),
          });
        }
      }
      if (kind !== "defaults" || block.values[0]?.defines !== "defaults") continue;
      const { name, nameWord } = block;
      const user = users.get(name);
      if (user !== undefined && (known.get(name)?.length ?? 0) > 0) {
        report({
          at: block.at(nameWord),
          severity: isUncertain(block, user) ? "information" : atLeast(version, "3.1") ? "error" : "warning",
          message: fill(messages.again, name, user.name),
          related: [{ ...user.at(user.nameWord), message: messages.used }],
        });
      }
      known.set(name, [...(known.get(name) ?? []), block]);
    }
  },
};

/** Defaults, and sections that name some. */
const concerned = ofSections((block) =>
  block.keyword?.name === "defaults" || block.value("from") !== undefined ? [block] : [],
);
