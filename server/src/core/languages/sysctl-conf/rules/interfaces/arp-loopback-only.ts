import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { titles } from "../../../../schema/fixTitles.ts";
import { fill, text } from "../../../../text/localized.ts";
import { entriesOf } from "../../model/entries.ts";

const message = text(
  'On "lo" alone it has no effect: ARP requests arrive on another interface',
  '只设在"lo"上不起作用：ARP 请求从其他接口到达',
);

const keys: ReadonlySet<string> = new Set(["net.ipv4.conf.*.arp_ignore", "net.ipv4.conf.*.arp_announce"]);

export const arpLoopbackOnly: ConfigurationRule = {
  id: "sysctl-conf/arp-loopback-only",
  scope: "configuration",
  reads: (configuration) => [entriesOf(configuration)],
  severity: "warning",
  summary: text("ARP is restricted on the loopback interface only.", "只在环回接口上限制 ARP。"),
  why: text(
    "The kernel looks at the interface on which a request arrives or leaves, and at all. None ever does on lo, so that a real server with the virtual address on lo still answers for it, and takes it away from the director.",
    "内核看的是请求到达或发出的接口以及 all。lo 上从不收发 ARP，因此把虚拟地址放在 lo 上的真实服务器仍会应答它，从调度器手中夺走该地址。",
  ),
  link: "https://docs.kernel.org/networking/ip-sysctl.html",
  bad: [
    `
net.ipv4.conf.lo.arp_ignore = 1
#             ^^ On "lo" alone
net.ipv4.conf.lo.arp_announce = 2
#             ^^ On "lo" alone
`,
  ],
  good: [
    `
net.ipv4.conf.all.arp_ignore = 1
net.ipv4.conf.all.arp_announce = 2
net.ipv4.conf.lo.arp_ignore = 1
net.ipv4.conf.lo.arp_announce = 2
`,
    `
net.ipv4.conf.lo.arp_ignore = 1
net.ipv4.conf.lo.arp_announce = 2
net.ipv4.conf.eth0.arp_ignore = 1
net.ipv4.conf.eth0.arp_announce = 2
`,
  ],
  check(configuration, { report }) {
    const all = entriesOf(configuration).filter(({ general, excludes }) => keys.has(general) && !excludes);
    for (const { general, interface: named, number, keyAt, words } of all) {
      if (named?.name !== "lo" || number === undefined || number <= 0) continue;
      const isElsewhere = all.some((other) => other.general === general && other.interface?.name !== "lo");
      if (isElsewhere) continue;
      const wanted = (words[0]?.raw ?? "").replace(/([./])lo([./])/, "$1all$2");
      const edits = [{ ...keyAt, text: wanted }];
      report({ at: named.at, message, fixes: [{ title: fill(titles.replace, wanted), safety: "unsafe", edits }] });
    }
  },
};
