import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { effective, written } from "../../model/effective.ts";
import { type Entry, entriesOf } from "../../model/entries.ts";

const ignore = "net.ipv4.conf.*.arp_ignore";
const announce = "net.ipv4.conf.*.arp_announce";

const messages = {
  announce: text(
    'Without "arp_announce" 2 a virtual address on "lo" can still become known by ARP',
    '没有把"arp_announce"设为 2，"lo"上的虚拟地址仍可能通过 ARP 泄露',
  ),
  ignore: text(
    'Without "arp_ignore" the host still answers ARP for a virtual address on "lo"',
    '没有设置"arp_ignore"，主机仍会对"lo"上的虚拟地址应答 ARP',
  ),
};

export const arpPairIncomplete: ConfigurationRule = {
  id: "sysctl-conf/arp-pair-incomplete",
  scope: "configuration",
  reads: (configuration) => [entriesOf(configuration)],
  severity: "information",
  summary: text("Only one of arp_ignore and arp_announce is set.", "arp_ignore 与 arp_announce 只设置了一个。"),
  why: text(
    "A real server in direct routing mode must neither answer for the virtual address nor ask with it as the sender. One key does the first, the other one the second.",
    "直接路由模式的真实服务器既不能应答虚拟地址，也不能以它作为源地址发问；两个键各管一件事。",
  ),
  link: "https://docs.kernel.org/networking/ip-sysctl.html",
  bad: [
    `
net.ipv4.conf.all.arp_ignore = 1
#<^^^^^^^^^^^^^^^^^^^^^^^^^^ Without "arp_announce"
`,
    `
net.ipv4.conf.eth0.arp_announce = 2
#<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Without "arp_ignore"
`,
  ],
  good: [
    `
net.ipv4.conf.eth0.arp_ignore = 1
net.ipv4.conf.all.arp_announce = 2
`,
    `
net.ipv4.conf.all.arp_ignore = 1
net.ipv4.conf.*.arp_announce = 2
`,
  ],
  check(configuration, { report }) {
    const entries = entriesOf(configuration);
    const greatest = (key: string): number => {
      const all = entries.filter((entry) => entry.general === key).map((entry) => entry.number ?? 0);
      return all.reduce((one, other) => Math.max(one, other), 0);
    };
    const anywhere = new Map([ignore, announce].map((key) => [key, greatest(key)]));
    /** What holds on the interfaces that an entry is about, of another key. */
    const beside = ({ interface: named }: Entry, key: string): number => {
      // A value for all is complete with one for each interface, of which no file tells the names.
      if (named?.name === "all" || named?.name === "default" || named === undefined) return anywhere.get(key) ?? 0;
      return effective(entries, key, named.name)?.number ?? 0;
    };
    for (const entry of entries) {
      const { general, interface: named, number = 0, keyAt, isGlob, excludes, key } = entry;
      if (excludes || isGlob || named === undefined || named.name === "lo" || written(entries, key) !== entry) continue;
      if (general === ignore && (number === 1 || number === 2) && beside(entry, announce) < 2) {
        report({ at: keyAt, message: fill(messages.announce) });
      } else if (general === announce && number === 2 && beside(entry, ignore) < 1) {
        report({ at: keyAt, message: fill(messages.ignore) });
      }
    }
  },
};
