import type { Cluster } from "../../../../model/cluster/host.ts";
import type { SyncDaemon } from "../../../../model/facts.ts";
import { formatAddress } from "../../../../net/address.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import type { Location } from "../../../../schema/problem.ts";
import { fill, type Text, text } from "../../../../text/localized.ts";
import { elsewhere, hostNames, oddOnes, oneSide } from "../../model/compare.ts";
import { clusters } from "../../model/parts.ts";
import { agree, type SyncMember, syncMembers } from "../../model/syncDaemons.ts";
import { twoNodes } from "./example.ts";

/** Something that the sending and the receiving side must have in common. */
interface Aspect {
  readonly message: Text;
  readonly show: (daemon: SyncDaemon) => string;
  readonly placeOf: (daemon: SyncDaemon) => Location;
  readonly fits: (sender: SyncDaemon, receiver: SyncDaemon) => boolean;
}

/** ip_vs_sync.c: IP_VS_SYNC_GROUP. */
const defaultGroup = "224.0.0.81";

const aspects: readonly Aspect[] = [
  {
    message: text(
      "Sync id {0} here, {1} on {2}: connections are not taken over",
      "此处同步 ID 为 {0}，{2} 上为 {1}：连接不会被接管",
    ),
    show: ({ id }) => String(id ?? ""),
    placeOf: ({ idAt, at }) => idAt ?? at,
    // Nothing is said of ids that follow from VRIDs: these differ, and that is the finding.
    fits: (sender, receiver) =>
      (sender.idAt === undefined && receiver.idAt === undefined) ||
      sender.id === undefined ||
      receiver.id === undefined ||
      // ip_vs_sync.c: ip_vs_process_message; who has the id 0 takes all.
      receiver.id === 0 ||
      sender.id === receiver.id,
  },
  {
    message: text(
      "Sync messages use port {0} here, {1} on {2}: connections are not taken over",
      "此处同步端口为 {0}，{2} 上为 {1}：连接不会被接管",
    ),
    show: ({ port }) => String(port),
    placeOf: ({ at }) => at,
    fits: (sender, receiver) => sender.port === receiver.port,
  },
  {
    message: text(
      "Sync messages go to {0} here, {1} on {2}: connections are not taken over",
      "此处同步组播组为 {0}，{2} 上为 {1}：连接不会被接管",
    ),
    show: groupOf,
    placeOf: ({ at }) => at,
    fits: (sender, receiver) => groupOf(sender) === groupOf(receiver),
  },
];

const deaf = text(
  "{0} only sends, as this does: nobody receives the connections",
  "{0} 与此处都只发送：没有节点接收连接",
);
const mute = text(
  "{0} only receives, as this does: nobody sends the connections",
  "{0} 与此处都只接收：没有节点发送连接",
);
const daemonThere = text("The sync daemon on {0}", "{0} 上的同步进程");

/** net/netfilter/ipvs/ip_vs_sync.c: ip_vs_process_message, make_receive_sock. */
export const syncDaemonMismatch: ClusterRule<Cluster> = {
  id: "stack/sync-daemon-mismatch",
  severity: "warning",
  scope: "cluster",
  parts: clusters,
  summary: text("Nodes that mean to copy connections to each other and cannot.", "节点之间本应同步连接，却无法同步。"),
  why: text(
    "The node that serves sends its connections to a multicast group, and a standby takes them in if it listens to the same group and port and has the same sync id (or 0, which takes all). Otherwise it drops them without a word, and every connection breaks on a failover. A node that only sends (`--start-daemon master`) needs one that receives (`backup`); where each may take over both run on both.",
    "提供服务的节点把连接发送到组播组，备用节点只有监听相同的组和端口、并使用相同的同步 ID（或 0，表示全部接收）时才会接收；否则会悄悄丢弃，切换时所有连接都会中断。只发送的节点（`--start-daemon master`）需要有节点接收（`backup`）；如果双方都可能接管，则两个节点都应同时运行两者。",
  ),
  bad: [
    twoNodes("", "", [
      daemon("id 7", "\n#                                ^ Sync id 7 here, 8 on lb2: connections are not taken over"),
      daemon("id 8", "\n#                                ^ Sync id 8 here, 7 on lb1"),
    ]),
    twoNodes("", "", [
      daemon("id 7 port 8900", "\n#   ^^^^^^^^^^^^^^^ Sync messages use port 8900 here, 8848 on lb2"),
      daemon("id 7", "\n#   ^^^^^^^^^^^^^^^ Sync messages use port 8848 here, 8900 on lb1"),
    ]),
    twoNodes("", "", [
      daemon("id 7 group 239.1.1.1", "\n#   ^^^^^^^^^^^^^^^ Sync messages go to 239.1.1.1 here, 224.0.0.81 on lb2"),
      daemon("id 7", "\n#   ^^^^^^^^^^^^^^^ Sync messages go to 224.0.0.81 here, 239.1.1.1 on lb1"),
    ]),
    `
#- lb1/keepalived.conf
${plain(150)}#- lb1/ipvsadm.rules
--start-daemon master --mcast-interface eth0 --syncid 7
#<^^^^^^^^^^^^ lb2 only sends, as this does: nobody receives the connections
#- lb2/keepalived.conf
${plain(100)}#- lb2/ipvsadm.rules
--start-daemon master --mcast-interface eth0 --syncid 7
#<^^^^^^^^^^^^ lb1 only sends, as this does
`,
  ],
  good: [
    twoNodes("", "", [daemon("id 7"), daemon("id 7")]),
    `
#- lb1/keepalived.conf
${plain(150)}#- lb1/ipvsadm.rules
--start-daemon master --mcast-interface eth0 --syncid 7
#- lb2/keepalived.conf
${plain(100)}#- lb2/ipvsadm.rules
--start-daemon backup --mcast-interface eth0
`,
    `
#- lb1/keepalived.conf
${plain(150)}#- lb1/ipvsadm.rules
--start-daemon master --mcast-interface eth0 --syncid 7
--start-daemon backup --mcast-interface eth0 --syncid 7
#- lb2/keepalived.conf
${plain(100)}#- lb2/ipvsadm.rules
--start-daemon master --mcast-interface eth0 --syncid 7
--start-daemon backup --mcast-interface eth0 --syncid 7
`,
  ],
  check(cluster, { report }) {
    const members = syncMembers(cluster);
    for (const { message, show, placeOf, fits } of aspects) {
      const same = (a: SyncMember, b: SyncMember) => agree(a, b, fits);
      const say = (member: SyncMember) => ({ value: member, at: placeOf(member.daemon) });
      for (const { one, others } of oddOnes({ members }, say, same)) {
        const side = oneSide(others, same);
        if (side === undefined) continue;
        report({
          at: one.at,
          message: fill(message, show(one.value.daemon), show(side[0].value.daemon), hostNames(side)),
          related: elsewhere(others, ({ daemon }) => show(daemon)),
        });
      }
    }
    const isDeaf = members.every(({ receives }) => receives === undefined);
    const isMute = members.every(({ sends }) => sends === undefined);
    if (members.length < 2 || (!isDeaf && !isMute)) return;
    for (const one of members) {
      const others = members.filter((other) => other !== one).map((member) => ({ member }));
      report({
        at: one.daemon.at,
        message: fill(isDeaf ? deaf : mute, hostNames(others)),
        related: others.map(({ member }) => ({
          ...member.daemon.at,
          message: fill(daemonThere, member.host.name),
        })),
      });
    }
  },
};

function groupOf({ group }: SyncDaemon): string {
  return group === undefined ? defaultGroup : formatAddress(group);
}

function daemon(options: string, mark = ""): string {
  return `global_defs {\n    lvs_sync_daemon eth0 VI_1 ${options}${mark}\n}\n`;
}

function plain(priority: number): string {
  return `vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority ${priority}
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`;
}
