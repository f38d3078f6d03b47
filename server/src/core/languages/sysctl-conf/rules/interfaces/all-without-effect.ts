import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { type Entry, entriesOf } from "../../model/entries.ts";
import { combinationOf } from "../../schema/combinations.ts";

const message = text(
  'For "all" the kernel reads it nowhere: only the value of each interface holds',
  '内核不读取"all"的这个键，只看每个接口自己的值',
);

export const allWithoutEffect: PartRule<Entry> = {
  id: "sysctl-conf/all-without-effect",
  scope: "part",
  parts: entriesOf,
  severity: "information",
  summary: text('A key that does nothing for "all".', '对"all"不起作用的键。'),
  why: text(
    "Some keys exist for all and are only read by interface. The value for default reaches interfaces that appear later; those that are there already need a line of their own, or a glob such as net.ipv6.conf.*.accept_ra.",
    "有些键虽然有 all，但内核只按接口读取。default 的值只影响之后出现的接口；已有的接口需要单独设置，或使用通配，例如 net.ipv6.conf.*.accept_ra。",
  ),
  link: "https://docs.kernel.org/networking/ip-sysctl.html",
  bad: [
    `
net.ipv6.conf.all.accept_ra = 0
#             ^^^ reads it nowhere
`,
  ],
  good: [
    `
net.ipv6.conf.default.accept_ra = 0
net.ipv6.conf.eth0.accept_ra = 0
net.ipv6.conf.all.disable_ipv6 = 0
`,
  ],
  check({ general, interface: named, excludes }, { report }) {
    if (excludes || named?.name !== "all" || combinationOf(general) !== "own") return;
    report({ at: named.at, message: fill(message) });
  },
};
