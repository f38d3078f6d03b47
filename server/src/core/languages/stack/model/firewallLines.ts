/** How the files of packet filters say that packets are let in. A further format is one entry. */
import { formatAddress } from "../../../net/address.ts";
import { lineEndOf, lineStartOf } from "../../../text/lines.ts";
import { fill, list, type Text, text, verbatim } from "../../../text/localized.ts";
import type { Flow } from "./incomingPackets.ts";

export interface FirewallFormat {
  /** Whether it is that of a file at this path. */
  readonly files: RegExp;
  /** The lines without indent, all alike for flows that the format cannot tell apart. */
  lines(flow: Flow): readonly string[];
  /** A comment on a line of its own. */
  comment(words: Text): Text;
  /** Where lines may go so that they count: offsets at the start of a line, the best first, with what leads each line. */
  places(content: string, chain: ChainPlace): readonly LinePlace[];
}

/** The chain of incoming packets in a file. */
export interface ChainPlace {
  /** Where its first rule begins; undefined where it has none. */
  readonly firstRule: number | undefined;
  /** Where its policy, or what makes it a chain of the kernel, ends. */
  readonly head: number;
}

export interface LinePlace {
  readonly offset: number;
  readonly lead: string;
}

const reasons = {
  adverts: text("Adverts of VRRP (IP protocol 112) for {0}", "{0} 的 VRRP 通告（IP 协议号 112）"),
  header: text("Adverts of VRRP with AH (IP protocol 51) for {0}", "{0} 带 AH 的 VRRP 通告（IP 协议号 51）"),
  sync: text("Connections that IPVS copies from the other node (UDP {0})", "IPVS 从对端节点同步的连接（UDP {0}）"),
};

/** Why a flow is let in. */
export function reasonOf({ protocol, port, instances }: Flow): Text {
  if (protocol === 17) return fill(reasons.sync, port ?? "");
  return fill(protocol === 51 ? reasons.header : reasons.adverts, list(instances));
}

/** nft(8). Numbers, for a minimal system has no /etc/protocols. */
export const nftables: FirewallFormat = {
  files: /\.nft$|nftables\.(?:conf|rules)$/,
  lines({ protocol, port, family, interface: on, sources, group }) {
    const ip = family === 4 ? "ip" : "ip6";
    const from = sources.map(formatAddress);
    return [
      [
        ...(on === undefined ? [] : [`iifname "${on}"`]),
        ...(from.length === 0 ? [] : [`${ip} saddr ${from.length === 1 ? from[0] : `{ ${from.join(", ")} }`}`]),
        ...(group === undefined ? [] : [`${ip} daddr ${formatAddress(group)}`]),
        protocol === 17 ? `udp dport ${port}` : `${family === 4 ? "ip protocol" : "ip6 nexthdr"} ${protocol}`,
        "accept",
      ].join(" "),
    ];
  },
  comment: (words) => fill(verbatim("# {0}"), words),
  places(content, { firstRule, head }) {
    if (firstRule === undefined) return [{ offset: afterLine(content, head), lead: indentOf(content, head) }];
    const start = lineStartOf(content, firstRule);
    const line = content.slice(start);
    const command = /^[ \t]*(?:add|insert)[ \t]+rule[ \t]+(?:(?:ip6?|inet)[ \t]+)?\S+[ \t]+\S+[ \t]+/.exec(line)?.[0];
    return [{ offset: start, lead: command ?? indentOf(content, firstRule) }];
  },
};

/** iptables(8), as iptables-save writes it and as scripts call it. */
export const iptables: FirewallFormat = {
  files: /(?:)/,
  lines({ protocol, port, interface: on, sources, group }) {
    const from = sources.length === 0 ? [undefined] : sources;
    return from.map((source) =>
      [
        ...(on === undefined ? [] : [`-i ${on}`]),
        ...(source === undefined ? [] : [`-s ${formatAddress(source)}`]),
        ...(group === undefined ? [] : [`-d ${formatAddress(group)}`]),
        protocol === 17 ? `-p udp --dport ${port}` : `-p ${protocol}`,
        "-j ACCEPT",
      ].join(" "),
    );
  },
  comment: nftables.comment,
  places(content, { firstRule, head }) {
    const start = lineStartOf(content, firstRule ?? head);
    const [, before] = /^(.*?)(?:-[AIP]|--append|--insert|--policy)[ \t]+INPUT\b/.exec(content.slice(start)) ?? [];
    const verb = `${(before ?? "").replace(/\[[\d:]+\][ \t]*$/, "")}-A INPUT `;
    if (firstRule !== undefined) return before === undefined ? [] : [{ offset: start, lead: verb }];
    const commit = /^COMMIT\b/m.exec(content.slice(head));
    if (commit !== null) return [{ offset: head + commit.index, lead: "-A INPUT " }];
    return before === undefined ? [] : [{ offset: afterLine(content, head), lead: verb }];
  },
};

/** firewalld.zone(5): a zone tells no addresses apart but in rich rules. */
export const firewalld: FirewallFormat = {
  files: /\.xml$/,
  lines({ protocol, port }) {
    if (protocol === 17) return [`<port port="${port}" protocol="udp"/>`];
    return [`<protocol value="${protocol === 51 ? "ah" : "vrrp"}"/>`];
  },
  comment: (words) => fill(verbatim("<!-- {0} -->"), words),
  places(content) {
    const end = content.lastIndexOf("</zone>");
    return end === -1 ? [] : [{ offset: lineStartOf(content, end), lead: `${indentOf(content, end)}  ` }];
  },
};

/** The first that fits a path is the file's. */
export const firewallFormats: readonly FirewallFormat[] = [firewalld, nftables, iptables];

function afterLine(content: string, offset: number): number {
  return Math.min(content.length, lineEndOf(content, offset) + 1);
}

function indentOf(content: string, offset: number): string {
  return /^[ \t]*/.exec(content.slice(lineStartOf(content, offset)))?.[0] ?? "";
}
