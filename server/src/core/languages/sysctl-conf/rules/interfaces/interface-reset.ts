import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { entriesOf } from "../../model/entries.ts";
import { copying } from "../../schema/combinations.ts";

const messages = {
  reset: text('"{0}" further down turns it on again', '下面的"{0}"会重新开启它'),
  by: text("This line writes it for every interface", "这一行会写入每个接口"),
};

export const interfaceReset: ConfigurationRule = {
  id: "sysctl-conf/interface-reset",
  scope: "configuration",
  reads: (configuration) => [entriesOf(configuration)],
  severity: "warning",
  summary: text("A later line turns a switch on again for every interface.", "后面的行会在所有接口上重新开启该功能。"),
  why: text(
    "Changing ip_forward, or forwarding and disable_ipv6 of all, writes the value to every interface. What is said of one interface must come after it.",
    "改变 ip_forward，或 all 的 forwarding 与 disable_ipv6，会把该值写入每个接口。针对单个接口的设置必须写在它之后。",
  ),
  link: "https://docs.kernel.org/networking/ip-sysctl.html",
  bad: [
    `
net.ipv4.conf.eth1.forwarding = 0
#                               ^ turns it on again
net.ipv4.ip_forward = 1
`,
    `
net.ipv6.conf.lo.disable_ipv6 = 0
#                               ^ turns it on again
net.ipv6.conf.all.disable_ipv6 = 1
`,
  ],
  good: [
    `
net.ipv6.conf.all.disable_ipv6 = 1
net.ipv6.conf.lo.disable_ipv6 = 0
`,
    `
net.ipv4.ip_forward = 1
net.ipv4.conf.eth1.forwarding = 0
`,
    `
net.ipv4.conf.eth1.forwarding = 1
net.ipv4.ip_forward = 0
`,
  ],
  check(configuration, { report }) {
    const entries = entriesOf(configuration);
    for (const [at, { general, interface: named, number, valueAt, isGlob }] of entries.entries()) {
      const by = copying.get(general)?.by;
      if (by === undefined || named === undefined || named.name === "all" || isGlob) continue;
      // At boot all of them are off: only a line that turns them on changes anything.
      if (number !== 0 || valueAt === undefined) continue;
      const later = entries.slice(at + 1).find((entry) => by.includes(entry.key) && (entry.number ?? 0) > 0);
      const before = entries.slice(0, at).some((entry) => by.includes(entry.key) && (entry.number ?? 0) > 0);
      if (later === undefined || before) continue;
      const related = [{ ...later.at, message: messages.by }];
      report({ at: valueAt, message: fill(messages.reset, later.key), related });
    }
  },
};
