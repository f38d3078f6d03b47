import type { Estate, Host } from "../../../../model/cluster/host.ts";
import type { KernelSetting } from "../../../../model/facts.ts";
import { derived } from "../../../../model/gather.ts";
import { type Address, formatAddress } from "../../../../net/address.ts";
import { liesIn } from "../../../../net/network.ts";
import type { ClusterRule, Report } from "../../../../rules/rule.ts";
import { titles } from "../../../../schema/fixTitles.ts";
import type { Related } from "../../../../schema/problem.ts";
import { fill, type Text, text } from "../../../../text/localized.ts";
import { type ArpKey, type ArpState, arpState, isNoLink, quietIgnore } from "../../model/arp.ts";
import { mayTreatArp } from "../../model/otherMeans.ts";
import { wholeEstate } from "../../model/parts.ts";
import { type AddressedServer, directServers, holdsByVrrp, placesOf } from "../../model/realServers.ts";
import { setFix } from "../../model/settingFixes.ts";

const messages = {
  answers: text("{0} answers ARP for {1} as well: {2} there", "{0} 也会应答 {1} 的 ARP：那里{2}"),
  tells: text("{0} may spread {1} by ARP: {2} there", "{0} 可能通过 ARP 泄露 {1}：那里{2}"),
  unseen: text(
    "Nothing shows whether {0} keeps quiet about {1}; {2} does",
    "看不出 {0} 是否对 {1} 保持安静；{2} 已设置",
  ),
  setting: text(
    "{0} is a virtual address here: it takes {1} to keep quiet about it",
    "{0} 在此是虚拟地址：要设为 {1} 才不会泄露",
  ),
};
const states = {
  unset: text("{0} is not set", "未设置 {0}"),
  value: text("{0} is {1}", "{0} 为 {1}"),
  both: text("{0}, {1}", "{0}，{1}"),
};
const setHere = text("{0}: it is set here", "{0}：在此处设置");
const sentHere = text("{0} sends packets for {1} to this host", "{0} 把发往 {1} 的数据包交给本机");

/** net/ipv4/arp.c: arp_ignore, arp_solicit. */
export const realServerArp: ClusterRule<Estate> = {
  id: "stack/real-server-arp",
  severity: "warning",
  scope: "cluster",
  parts: wholeEstate,
  summary: text(
    "A real server behind direct routing that makes its virtual address known by ARP.",
    "直接路由（DR）的真实服务器通过 ARP 暴露了虚拟地址。",
  ),
  why: text(
    "With direct routing every real server has the virtual address, and only the director may answer for it. A server that does so as well takes clients away from the director: all of them end on one server, until it fails, and nobody takes over. On the interface that faces the network, or for all, set `arp_ignore` to 1 (or 2) and `arp_announce` to 2.",
    "直接路由模式下，每台真实服务器都有虚拟地址，但只有调度器可以应答它。服务器若也应答，就会从调度器手中夺走客户端：所有请求都落到一台服务器上，它故障时也无人接管。应在面向网络的接口上或对 all 把 `arp_ignore` 设为 1（或 2），把 `arp_announce` 设为 2。",
  ),
  link: "https://docs.kernel.org/networking/ip-sysctl.html",
  bad: [
    `
#- lb1/keepalived.conf
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind DR
    protocol TCP
    real_server 192.0.2.21 80 {
#               ^^^^^^^^^^^^^ web1 answers ARP for 192.0.2.10 as well: arp_ignore is 0, arp_announce is not set there
        TCP_CHECK {
        }
    }
}
#- web1/interfaces
iface eth0 inet static
    address 192.0.2.21/24
iface lo:0 inet static
    address 192.0.2.10/32
#- web1/sysctl.conf
net.ipv4.conf.all.arp_ignore = 0
#                              ^ it takes 1 to keep quiet about it
`,
    `
#- lb1/ipvsadm.rules
-A -t 192.0.2.10:80 -s rr
-a -t 192.0.2.10:80 -r 192.0.2.21:80 -g
#                      ^^^^^^^^^^^^^ web1 may spread 192.0.2.10 by ARP: arp_announce is 1 there
#- web1/interfaces
iface eth0 inet static
    address 192.0.2.21/24
iface lo:0 inet static
    address 192.0.2.10/32
#- web1/sysctl.conf
net.ipv4.conf.eth0.arp_ignore = 1
net.ipv4.conf.eth0.arp_announce = 1
#                                 ^ it takes 2 to keep quiet about it
`,
  ],
  good: [
    `
#- lb1/keepalived.conf
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind DR
    protocol TCP
    real_server 192.0.2.21 80 {
        TCP_CHECK {
        }
    }
    real_server 192.0.2.22 80 {
        lvs_method NAT
        TCP_CHECK {
        }
    }
}
#- web1/interfaces
iface eth0 inet static
    address 192.0.2.21/24
iface lo:0 inet static
    address 192.0.2.10/32
#- web1/sysctl.conf
net.ipv4.conf.all.arp_ignore = 1
net.ipv4.conf.eth0.arp_announce = 2
#- web2/interfaces
iface eth0 inet static
    address 192.0.2.22/24
#- web2/sysctl.conf
net.ipv4.ip_forward = 0
`,
  ],
  check(estate, { report }) {
    const servers = firsts(directServers(estate)).flatMap((one) => judged(one) ?? []);
    const quietOnes = new Map(
      servers
        .filter(({ isSilent, faults }) => !isSilent && faults.length === 0)
        .map((one) => [groupOf(one.known), one]),
    );
    const [reported, marked] = [new Set<string>(), new Set<KernelSetting>()];
    for (const one of servers) {
      const { known, faults } = one;
      // How a host treats ARP holds for all of its addresses: each director is told of it once.
      const key = `${known.director.id}\0${known.host.id}`;
      if (reported.has(key)) continue;
      const quiet = one.isSilent ? quietOnes.get(groupOf(known)) : undefined;
      if (faults.length === 0 && quiet === undefined) continue;
      reported.add(key);
      if (quiet === undefined) reportFaults(one, marked, report);
      else {
        const message = fill(messages.unseen, known.host.name, formatAddress(known.address), quiet.known.host.name);
        report({
          at: known.server.at,
          message,
          severity: "information",
          related: quiet.states.flatMap(whereSet(quiet.known.host)),
        });
      }
    }
  },
};

/** Of the services of a director those that hand a virtual address to a host for the first time: a host is judged once. */
function firsts(servers: readonly AddressedServer[]): readonly AddressedServer[] {
  const seen = new Set<string>();
  return servers.filter(({ director, host, address, server }) => {
    const key = [director.id, host.id, address.bytes.join("."), server.method].join("\0");
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

interface Judged {
  readonly known: AddressedServer;
  readonly states: readonly ArpState[];
  readonly faults: readonly ArpState[];
  /** No setting of the host is in view. */
  readonly isSilent: boolean;
}

/** Undefined where the host does not have the address where ARP matters, or nothing is known of it. */
function judged(known: AddressedServer): Judged | undefined {
  const { host, address, server } = known;
  if (server.method !== "DR" || address.family !== 4) return undefined;
  const places = placesOf(host, address);
  // Without the address there is nothing to answer for; on the interface that is asked it is answered for in any case.
  if (places.length === 0 && (host.facts.addresses.length > 0 || holdsByVrrp(host, address))) return undefined;
  // Measured: a dummy interface changes nothing, for the requests come in on another one.
  if (!places.every(({ interface: on }) => on !== undefined && isNoLink(on))) return undefined;
  if (mayTreatArp(host)) return undefined;
  const states = [arpState(host, "arp_ignore", known.interface), arpState(host, "arp_announce", known.interface)];
  const all = states.flatMap((state) => state ?? []);
  if (all.length < states.length) return undefined;
  const isSilent = host.facts.settings.length === 0;
  return { known, states: all, faults: isSilent ? [] : all.filter((state) => isFault(state, known)), isSilent };
}

function isFault({ key, number }: ArpState, { host, address }: AddressedServer): boolean {
  if (key === "arp_ignore") return !quietIgnore.has(number);
  // With 1 addresses of other networks are kept back (arp_solicit: inet_addr_onlink).
  const nets = networksOf(host);
  const isForeign =
    nets.length > 0 && !nets.some((one) => liesIn(address, { ...one, prefixLength: one.prefixLength ?? 32 }));
  return number < (isForeign ? 1 : 2);
}

/** The networks that a host is in, by its own addresses. */
const networksOf = derived(({ addresses }: Host) =>
  addresses.filter((one) => !isNoLink(one.interface ?? "") && (one.prefixLength ?? 32) < 32),
);

/** Equal for the servers of one virtual address of a director. */
function groupOf({ director, address }: AddressedServer): string {
  return `${director.id}\0${address.bytes.join(".")}`;
}

function reportFaults({ known, faults }: Judged, marked: Set<KernelSetting>, report: Report): void {
  const { director, host, server, address } = known;
  const said = faults.map(({ key, number, setting }) =>
    setting === undefined ? fill(states.unset, key) : fill(states.value, key, number),
  );
  const clause = said.reduce((one, other) => fill(states.both, one, other));
  const message = faults[0]?.key === "arp_ignore" ? messages.answers : messages.tells;
  report({
    at: server.at,
    message: fill(message, host.name, formatAddress(address), clause),
    related: faults.flatMap(whereSet(host)),
    fixes: setFix(
      host,
      faults.map(({ key, setting }) => ({ key: `net.ipv4.conf.all.${key}`, value: wantedOf(key), setting })),
    ),
  });
  for (const { key, setting } of faults) {
    const at = setting?.valueAt;
    if (setting === undefined || at === undefined || marked.has(setting)) continue;
    marked.add(setting);
    const wanted = wantedOf(key);
    report({
      at,
      message: fill(messages.setting, formatAddress(address), wanted),
      related: [{ ...server.at, message: sends(director, address) }],
      fixes: [{ title: fill(titles.replace, wanted), safety: "unsafe", edits: [{ ...at, text: wanted }] }],
    });
  }
}

function wantedOf(key: ArpKey): string {
  return key === "arp_ignore" ? "1" : "2";
}

function sends({ name }: Host, address: Address): Text {
  return fill(sentHere, name, formatAddress(address));
}

function whereSet({ name }: Host): (state: ArpState) => readonly Related[] {
  return ({ setting }) => (setting === undefined ? [] : [{ ...setting.at, message: fill(setHere, name) }]);
}
