/** net.ipv4.vs, the settings of LVS in the kernel (net/netfilter/ipvs/ip_vs_ctl.c, vs_vars). */
import type { Keyword } from "../../../schema/spec.ts";
import { type Text, text } from "../../../text/localized.ts";
import { type Facts, key } from "./key.ts";
import {
  amount,
  flag,
  int,
  type Kind,
  long,
  means,
  named,
  only,
  positive,
  range,
  seconds,
  syncThreshold,
} from "./kinds.ts";

const vs = (name: string, kind: Kind, doc: Text, facts: Facts = {}): Keyword =>
  key(`net.ipv4.vs.${name}`, kind, doc, { manual: "ipvs", ...facts });

const defence = only([
  means(0, "Never.", "从不。"),
  means(1, "While memory is short; switches to 2 by itself.", "内存不足时启用，并自动变为 2。"),
  means(2, "In force; goes back to 1 by itself.", "正在生效，会自动回到 1。"),
  means(3, "Always.", "始终启用。"),
]);

export const ipvs: readonly Keyword[] = [
  vs(
    "conntrack",
    flag,
    text(
      "Keeps connection tracking for LVS connections, so that netfilter rules see them. Needed for SNAT of balanced traffic; it costs speed.",
      "为 LVS 连接保留连接跟踪，使 netfilter 规则可以匹配它们。对负载均衡流量做 SNAT 时需要，但会降低速度。",
    ),
    { default: "0" },
  ),
  vs(
    "conn_reuse_mode",
    int([
      means(0, "The new connection goes to the server of the old one.", "新连接沿用旧连接的服务器。"),
      means(1, "Schedules anew where that is safe.", "在安全时重新调度。"),
      means(
        2,
        "As 1, and also while the old one is in FIN_WAIT, the last state that shows in direct routing.",
        "同 1，旧连接处于 FIN_WAIT 时也重新调度，这是直接路由模式下能看到的最后状态。",
      ),
      means(3, "The same as 2.", "与 2 相同。"),
    ]),
    text(
      "What happens when a client uses a port again whose old connection is still remembered. With 0 a server whose weight is 0 keeps getting such connections; with 1 and `conntrack` kernels before 5.9 delay them by a second.",
      "客户端重用仍被记住的端口时如何处理。为 0 时，权重为 0 的服务器仍会收到此类连接；为 1 且启用 `conntrack` 时，5.9 之前的内核会延迟一秒。",
    ),
    { default: "1", since: "4.1" },
  ),
  vs(
    "expire_nodest_conn",
    flag,
    text(
      "Forgets connections at once whose server has been removed; with 0 their packets are silently dropped until they time out.",
      "服务器被移除后立即删除其连接；为 0 时这些数据包会被静默丢弃，直到连接超时。",
    ),
    { default: "0" },
  ),
  vs(
    "expire_quiescent_template",
    flag,
    text(
      "Persistence no longer holds clients on a server whose weight is 0.",
      "服务器权重为 0 时，持久连接不再把客户端固定在该服务器上。",
    ),
    { default: "0" },
  ),
  vs(
    "sloppy_tcp",
    flag,
    text(
      "Takes up TCP connections in the middle, such as those of a director that failed.",
      "接受从中途开始的 TCP 连接，例如从故障调度器转来的连接。",
    ),
    { default: "0", since: "3.10" },
  ),
  vs("sloppy_sctp", flag, text("Takes up SCTP connections in the middle.", "接受从中途开始的 SCTP 连接。"), {
    default: "0",
    since: "3.10",
  }),
  vs(
    "nat_icmp_send",
    flag,
    text(
      "Tells real servers by ICMP when a packet of theirs belongs to no connection.",
      "真实服务器的数据包不属于任何连接时，发送 ICMP 通知它。",
    ),
    { default: "0" },
  ),
  vs(
    "pmtu_disc",
    flag,
    text(
      'Sends "packet too big" to clients where a tunnel needs smaller packets, instead of splitting.',
      "隧道需要更小的数据包时通知客户端，而不是分片。",
    ),
    { default: "1", since: "3.1" },
  ),
  vs(
    "snat_reroute",
    flag,
    text(
      "Looks up the route again for answers of real servers in NAT mode.",
      "NAT 模式下对真实服务器的应答重新查找路由。",
    ),
    { default: "1" },
  ),
  vs(
    "backup_only",
    flag,
    text(
      "While the host is sync backup, it schedules nothing: a real server that is also the backup director does not loop packets.",
      "主机处于同步备份状态时不做调度，避免同时充当真实服务器与备用调度器的节点产生环路。",
    ),
    { default: "0", since: "3.9" },
  ),
  vs(
    "cache_bypass",
    flag,
    text("Sends directly to the destination when no cache server is left.", "没有可用的缓存服务器时直接发往目的地址。"),
    { default: "0" },
  ),
  vs(
    "schedule_icmp",
    flag,
    text(
      "Schedules ICMP packets that belong to no connection, for clients behind ECMP.",
      "对不属于任何连接的 ICMP 数据包也进行调度。",
    ),
    { default: "0", since: "4.3" },
  ),
  vs("ignore_tunneled", flag, text("Leaves packets alone that came out of a tunnel.", "忽略来自隧道的数据包。"), {
    default: "0",
    since: "4.3",
  }),
  vs(
    "run_estimation",
    flag,
    text(
      "Measures rates of services and servers. With many services, 0 saves processor time; `--rate` then shows nothing.",
      "统计服务与服务器的速率。服务很多时设为 0 可节省处理器时间，但无法再查看速率。",
    ),
    { default: "1", since: "5.15" },
  ),
  vs(
    "est_cpulist",
    named([["0-3", text("Only these processors.", "只使用这些处理器。")]]),
    text("The processors that measure rates.", "用于统计速率的处理器列表。"),
    { since: "6.2" },
  ),
  vs("est_nice", range(-20, 19), text("The niceness of the threads that measure rates.", "统计线程的 nice 值。"), {
    default: "0",
    since: "6.2",
  }),
  vs(
    "sync_threshold",
    syncThreshold,
    text(
      "How many packets a connection must have before the backup is told of it, and after how many it is told again.",
      "连接的数据包达到多少个时开始同步给备机，以及此后每隔多少个再次同步。",
    ),
    { default: "3 50" },
  ),
  vs(
    "sync_refresh_period",
    seconds(10),
    text(
      "How long a connection may go without being told to the backup again, unless its state changes.",
      "状态未变化时再次同步的间隔。",
    ),
    { default: "0", since: "3.5" },
  ),
  vs(
    "sync_retries",
    range(0, 3),
    text("How often the backup is told again, within the refresh period.", "刷新周期内重复同步的次数。"),
    { default: "0", since: "3.5" },
  ),
  vs(
    "sync_version",
    only([
      means(0, "The format of kernels before 2.6.39, without IPv6.", "2.6.39 之前的格式，不支持 IPv6。"),
      means(1, "The format of today.", "当前格式。"),
    ]),
    text("The format of the messages that the sync daemon sends.", "同步守护进程发送消息的格式。"),
    { default: "1" },
  ),
  vs(
    "sync_ports",
    { ...positive(4), value: range(1, 2 ** 31 - 1).value, bad: ["0", "x"] },
    text(
      "How many threads, each with a port of its own, the sync daemon has: a power of two. It counts when the daemon starts.",
      "同步守护进程的线程（端口）数量，必须是 2 的幂，启动时生效。",
    ),
    { default: "1", since: "3.5" },
  ),
  vs(
    "sync_persist_mode",
    int([
      means(0, "Tells of all connections, as far as the thresholds say.", "同步所有达到阈值的连接。"),
      means(1, "Of connections of persistent services, only the templates.", "对持久服务只同步模板。"),
    ]),
    text("What is told to the backup of connections with persistence.", "持久服务的连接如何同步到备机。"),
    { default: "0", since: "3.7" },
  ),
  vs(
    "sync_qlen_max",
    long("4096"),
    text("How many messages may wait to be sent to the backup.", "等待发送给备机的消息数量上限。"),
    { since: "3.5" },
  ),
  vs(
    "sync_sock_size",
    amount(0, 212992, "B"),
    text(
      "The buffer of the sync daemon's socket; 0 leaves the system's.",
      "同步套接字的缓冲区大小，0 表示系统默认值。",
    ),
    { default: "0", since: "3.5" },
  ),
  vs(
    "drop_entry",
    defence,
    text("Drops random connections to make room in the table.", "随机删除连接条目以腾出空间。"),
    { default: "0" },
  ),
  vs(
    "drop_packet",
    defence,
    text(
      "Drops packets at the rate of `am_droprate` before they reach real servers.",
      "按 `am_droprate` 的比例在到达真实服务器之前丢弃数据包。",
    ),
    { default: "0" },
  ),
  vs(
    "secure_tcp",
    defence,
    text(
      "Keeps half-open connections for a short time only, against floods.",
      "缩短半开连接的保留时间，以抵御洪水攻击。",
    ),
    { default: "0" },
  ),
  vs(
    "amemthresh",
    amount(0, 1024, "pages"),
    text("The free memory below which the defences begin.", "空闲内存低于此值时启用防御策略。"),
    { default: "1024" },
  ),
  vs(
    "am_droprate",
    amount(1, 10),
    text(
      "Of how many packets one is dropped when `drop_packet` is 3.",
      "`drop_packet` 为 3 时，每多少个数据包丢弃一个。",
    ),
    { default: "10" },
  ),
];
