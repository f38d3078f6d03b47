import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { written } from "../../model/effective.ts";
import { entriesOf } from "../../model/entries.ts";
import { type Combination, combinationOf } from "../../schema/combinations.ts";

const messages = {
  greater: text('No effect: "all" is {0}, and the greater one holds', '不起作用："all"为 {0}，以较大的值为准'),
  both: text('No effect: "all" is {0}, and both must be on', '不起作用："all"为 {0}，两者都开启才有效'),
  unset: text('No effect while "all" is {0}, which is its default', '"all"为默认值 {0} 时不起作用'),
  all: text('The value of "all"', '"all"的值'),
};

/** Whether the value of `all` hides that of an interface. */
const hides: Readonly<Partial<Record<Combination, (all: number, own: number) => boolean>>> = {
  max: (all, own) => all > own,
  or: (all, own) => all > own,
  and: (all, own) => all < own,
};

export const valueShadowed: ConfigurationRule = {
  id: "sysctl-conf/value-shadowed",
  scope: "configuration",
  reads: (configuration) => [entriesOf(configuration)],
  severity: "warning",
  summary: text('The value of an interface has no effect beside that of "all".', '接口的值因"all"的值而不起作用。'),
  why: text(
    "For most keys the kernel looks at both, and takes the greater one or combines them as switches. What is on for all cannot be switched off for one interface.",
    "对多数键，内核会同时看两者，取较大的值或按开关组合。对 all 开启的功能无法只在某个接口上关闭。",
  ),
  link: "https://docs.kernel.org/networking/ip-sysctl.html",
  bad: [
    `
net.ipv4.conf.all.rp_filter = 1
net.ipv4.conf.tunl0.rp_filter = 0
#                               ^ "all" is 1
`,
    `
net.ipv4.conf.eth0.send_redirects = 0
#                                   ^ while "all" is 1
`,
  ],
  good: [
    `
net.ipv4.conf.all.rp_filter = 0
net.ipv4.conf.tunl0.rp_filter = 0
net.ipv4.conf.eth0.rp_filter = 1
`,
    `
net.ipv4.conf.all.send_redirects = 0
net.ipv4.conf.eth0.send_redirects = 0
`,
  ],
  check(configuration, { report }) {
    const entries = entriesOf(configuration);
    for (const entry of entries) {
      const { general, interface: named, number, keyword, isGlob, valueAt, key } = entry;
      const hidden = hides[combinationOf(general) ?? "own"];
      if (named === undefined || hidden === undefined || number === undefined || valueAt === undefined) continue;
      if (isGlob || named.name === "all" || named.name === "default" || written(entries, key) !== entry) continue;
      const all = written(entries, general.replace("*", "all"));
      const size = all === undefined ? Number(keyword?.default ?? Number.NaN) : all.number;
      if (size === undefined || Number.isNaN(size) || !hidden(size, number)) continue;
      if (all === undefined) report({ at: valueAt, message: fill(messages.unset, size), severity: "information" });
      else {
        const message = fill(combinationOf(general) === "and" ? messages.both : messages.greater, size);
        report({ at: valueAt, message, related: [{ ...all.at, message: messages.all }] });
      }
    }
  },
};
