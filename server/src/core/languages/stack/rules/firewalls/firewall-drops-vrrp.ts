import type { Member, VirtualRouter } from "../../../../model/cluster/host.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import type { Severity } from "../../../../schema/problem.ts";
import { fill, type Text, text } from "../../../../text/localized.ts";
import { type LostAdverts, lostAdverts } from "../../model/adverts.ts";
import { hostNames } from "../../model/compare.ts";
import { hearingRouters } from "../../model/parts.ts";
import { type Election, electionOf } from "../../model/standings.ts";
import { isSamePlace } from "../../model/virtualServers.ts";

/** What comes of it: two masters, a node that never gives way, or what nobody can tell. */
type Effect = "dual" | "stubborn" | "open";

const messages: Readonly<Record<LostAdverts["direction"], Readonly<Record<Effect, Text>>>> = {
  in: {
    dual: text(
      "{0} does not hear {1}, its firewall drops VRRP: two masters for {2}",
      "{0} 的防火墙丢弃 VRRP，听不到 {1}：{2} 会出现两个 MASTER",
    ),
    stubborn: text(
      "{0} does not hear {1}, its firewall drops VRRP: it keeps {2} with any priority",
      "{0} 的防火墙丢弃 VRRP，听不到 {1}：无论优先级多低都会持有 {2}",
    ),
    open: text("{0} does not hear {1}, its firewall drops VRRP", "{0} 的防火墙丢弃 VRRP，听不到 {1}"),
  },
  out: {
    dual: text(
      "{1} does not hear {0}, whose firewall drops VRRP: two masters for {2}",
      "{0} 的防火墙丢弃发出的 VRRP，{1} 听不到它：{2} 会出现两个 MASTER",
    ),
    stubborn: text(
      "{1} does not hear {0}, whose firewall drops VRRP: it keeps {2} with any priority",
      "{0} 的防火墙丢弃发出的 VRRP，{1} 听不到它：无论优先级多低都会持有 {2}",
    ),
    open: text("{1} does not hear {0}, whose firewall drops VRRP", "{0} 的防火墙丢弃发出的 VRRP，{1} 听不到它"),
  },
};
const here = text("{0} drops VRRP here", "{0} 在此处丢弃 VRRP");

/**
 * RFC 9568, section 5.1: IP protocol 112, to 224.0.0.18 or ff02::12. Measured: where the backup does not hear the master
 * both hold the address, and the deaf node logs nothing; where only the master is deaf nothing happens at first.
 */
export const firewallDropsVrrp: ClusterRule<VirtualRouter> = {
  id: "stack/firewall-drops-vrrp",
  severity: "warning",
  scope: "cluster",
  parts: hearingRouters,
  summary: text(
    "A firewall that drops the adverts of another node of the virtual router.",
    "防火墙丢弃了同一虚拟路由器其他节点的通告。",
  ),
  why: text(
    "Adverts are packets of the IP protocol 112 (51 with `auth_type AH`), to 224.0.0.18 or ff02::12 or to each `unicast_peer`; that ports are open or connections are established lets none of them pass. A backup that hears no adverts takes the address and keeps it while the master has it too, and logs nothing. A master that hears none gives way to nobody, however low its priority falls. Let the protocol in and out, such as by `ip protocol vrrp accept` or `-p vrrp -j ACCEPT`.",
    "通告是 IP 协议号 112 的报文（`auth_type AH` 时为 51），发往 224.0.0.18、ff02::12 或每个 `unicast_peer`；放行端口或已建立的连接都不能让它们通过。听不到通告的备节点会接管地址并一直持有，而 MASTER 也仍持有它，且没有任何日志。听不到通告的 MASTER 无论优先级降到多低都不会让位。应在进出两个方向放行该协议，例如 `ip protocol vrrp accept` 或 `-p vrrp -j ACCEPT`。",
  ),
  bad: [
    `
#- lb1/keepalived.conf
${instance(150)}#- lb2/keepalived.conf
${instance(100, "VI_1", "\n#             ^^^^ lb2 does not hear lb1, its firewall drops VRRP: two masters for 192.0.2.10")}#- lb2/rules.nft
${input("tcp dport 22 accept")}`,
    `
#- lb1/keepalived.conf
${instance(150, "VI_1", "\n#             ^^^^ error: lb1 does not hear lb2, its firewall drops VRRP: it keeps 192.0.2.10 with any priority")}#- lb1/rules.nft
${input("ip protocol icmp accept")}#- lb2/keepalived.conf
${instance(100, "VI_1", "\n#             ^^^^ error: lb2 does not hear lb1, its firewall drops VRRP: two masters for 192.0.2.10")}#- lb2/rules.nft
${input("ip protocol icmp accept")}`,
    `
#- lb1/keepalived.conf
${instance(150, "VI_1", "\n#             ^^^^ lb2 does not hear lb1, whose firewall drops VRRP: two masters for 192.0.2.10")}#- lb1/rules.v4
*filter
:INPUT ACCEPT [0:0]
:FORWARD DROP [0:0]
:OUTPUT ACCEPT [0:0]
-A OUTPUT -d 224.0.0.0/4 -j DROP
COMMIT
#- lb2/keepalived.conf
${instance(100)}`,
    `
#- lb1/keepalived.conf
${instance(150, "VI_1", "\n#             ^^^^ information: lb1 does not hear lb2, its firewall drops VRRP: it keeps 192.0.2.10")}#- lb1/rules.nft
${input("tcp dport 22 accept")}#- lb2/keepalived.conf
${instance(100)}`,
  ],
  good: [
    `
#- lb1/keepalived.conf
${instance(150)}#- lb2/keepalived.conf
${instance(100)}#- lb2/rules.nft
${input("ip protocol vrrp accept")}`,
    // Whether more is let in the file does not tell.
    `
#- lb1/keepalived.conf
${instance(150)}#- lb2/keepalived.conf
${instance(100)}#- lb2/rules.nft
${input('include "/etc/nftables.d/*.nft"')}`,
  ],
  check(router, { report }) {
    const lost = lostAdverts(router);
    const isDeafToAll = router.members.every((to) =>
      router.members.every((from) => from === to || lost.some((one) => one.to === to && one.from === from)),
    );
    const election = electionOf(router);
    for (const one of grouped(lost)) {
      const effect = effectOf(one, election);
      const { direction } = one[0];
      const [own, others] = sides(one);
      report({
        at: own.instance.at,
        message: fill(messages[direction][effect], own.host.name, hostNames(others), election?.address ?? ""),
        severity: isDeafToAll ? "error" : severities[effect],
        related: one
          .map(({ at }) => at)
          .filter((at, index, all) => all.findIndex((other) => isSamePlace(other, at)) === index)
          .map((at) => ({ ...at, message: fill(here, own.host.name) })),
      });
    }
  },
};

const severities: Readonly<Record<Effect, Severity>> = { dual: "warning", stubborn: "information", open: "warning" };

type Group = readonly [LostAdverts, ...LostAdverts[]];

/** What the firewall of one host drops in one direction. */
function grouped(lost: readonly LostAdverts[]): readonly Group[] {
  const groups: [LostAdverts, ...LostAdverts[]][] = [];
  for (const one of lost) {
    const group = groups.find(([first]) => first.direction === one.direction && filterOf(first) === filterOf(one));
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  return groups;
}

/** The member on whose host they are dropped. */
function filterOf({ direction, from, to }: LostAdverts): Member {
  return direction === "in" ? to : from;
}

function sides(group: Group): readonly [Member, readonly { readonly member: Member }[]] {
  return [filterOf(group[0]), group.map(({ direction, from, to }) => ({ member: direction === "in" ? from : to }))];
}

/** A node that does not hear a better one is MASTER beside it; one that is better than those it does not hear is so anyway. */
function effectOf(group: Group, election: Election | undefined): Effect {
  if (election === undefined) return "open";
  const rank = (member: Member) => election.standings.find((one) => one.member === member)?.priority ?? 0;
  if (group.some(({ from, to }) => rank(from) > rank(to))) return "dual";
  return group.some(({ from, to }) => rank(from) === rank(to)) ? "open" : "stubborn";
}

function instance(priority: number, name = "VI_1", mark = ""): string {
  return `vrrp_instance ${name} {${mark}
    interface eth0
    virtual_router_id 51
    priority ${priority}
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`;
}

function input(line: string): string {
  return `table inet filter {
  chain input {
    type filter hook input priority filter; policy drop;
    iifname "lo" accept
    ct state established,related accept
    ${line}
  }
}
`;
}
