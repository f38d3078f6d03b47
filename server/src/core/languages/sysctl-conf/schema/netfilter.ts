/** Connection tracking, bridges and neighbours (net/netfilter/nf_conntrack_standalone.c, net/bridge/br_netfilter_hooks.c, net/core/neighbour.c). */
import type { Keyword } from "../../../schema/spec.ts";
import { type Text, text } from "../../../text/localized.ts";
import { type Facts, key } from "./key.ts";
import { amount, flag, type Kind, positive, range, seconds, strictFlag } from "./kinds.ts";

const nf = (name: string, kind: Kind, doc: Text, facts: Facts = {}): Keyword =>
  key(`net.netfilter.nf_conntrack_${name}`, kind, doc, { manual: "conntrack", ...facts });

const timeout = (name: string, value: string, en: string, zh: string): Keyword =>
  nf(name, seconds(Number(value)), text(`How long connection tracking remembers ${en}.`, `连接跟踪保留${zh}的时间。`), {
    default: value,
  });

export const conntrack: readonly Keyword[] = [
  nf(
    "max",
    amount(1, 1048576),
    text(
      "How many connections are tracked. When the table is full, packets of new connections are dropped.",
      "跟踪的连接数上限。表满后新连接的数据包会被丢弃。",
    ),
  ),
  nf(
    "buckets",
    amount(1, 262144),
    text("The size of the hash table of tracked connections.", "连接跟踪哈希表的大小。"),
  ),
  nf(
    "tcp_be_liberal",
    strictFlag,
    text(
      "Counts packets outside of the window as valid. After a failover without synchronised state this keeps connections alive.",
      "把窗口之外的数据包视为有效。在状态未同步的切换之后可保住连接。",
    ),
    { default: "0" },
  ),
  nf(
    "tcp_loose",
    strictFlag,
    text("Takes up connections in the middle, as after a failover.", "接受从中途开始的连接，例如切换之后。"),
    { default: "1" },
  ),
  nf("acct", strictFlag, text("Counts packets and bytes of each connection.", "统计每个连接的数据包和字节数。"), {
    default: "0",
  }),
  nf("timestamp", strictFlag, text("Remembers when a connection began.", "记录连接开始的时间。"), { default: "0" }),
  nf(
    "checksum",
    strictFlag,
    text("Takes packets with a wrong checksum for invalid.", "把校验和错误的数据包视为无效。"),
    {
      default: "1",
    },
  ),
  nf(
    "log_invalid",
    range(0, 255),
    text("Logs invalid packets of this protocol's number; 255 means all.", "记录该协议号的无效数据包，255 表示全部。"),
    { default: "0" },
  ),
  timeout("tcp_timeout_established", "432000", "open TCP connections without traffic", "无流量的已建立 TCP 连接"),
  timeout("tcp_timeout_syn_sent", "120", "connections that only a SYN was seen of", "只见到 SYN 的连接"),
  timeout("tcp_timeout_syn_recv", "60", "half-open connections", "半开连接"),
  timeout("tcp_timeout_fin_wait", "120", "connections that one side has closed", "单方关闭的连接"),
  timeout("tcp_timeout_close_wait", "60", "connections that the other side has closed", "对端已关闭的连接"),
  timeout("tcp_timeout_last_ack", "30", "connections that wait for the last acknowledgement", "等待最后确认的连接"),
  timeout("tcp_timeout_time_wait", "120", "connections that both sides have closed", "双方都已关闭的连接"),
  timeout("tcp_timeout_close", "10", "connections that were reset", "被重置的连接"),
  timeout("tcp_timeout_max_retrans", "300", "connections that only repeat themselves", "一直重传的连接"),
  timeout("tcp_timeout_unacknowledged", "300", "connections whose data nobody acknowledges", "数据一直未被确认的连接"),
  timeout("udp_timeout", "30", "UDP senders without an answer", "没有应答的 UDP 流"),
  timeout("udp_timeout_stream", "120", "UDP streams with packets both ways", "双向的 UDP 流"),
  timeout("icmp_timeout", "30", "pings", "ICMP 请求"),
  timeout("generic_timeout", "600", "connections of protocols that it does not know", "未知协议的连接"),
  key(
    "net.nf_conntrack_max",
    amount(1, 1048576),
    text("Another name of `net.netfilter.nf_conntrack_max`.", "`net.netfilter.nf_conntrack_max` 的另一个名称。"),
    {
      manual: "conntrack",
    },
  ),
  key(
    "net.ipv4.netfilter.ip_conntrack_max",
    { ...amount(1, 65536), bad: [] },
    text("The old name of `net.netfilter.nf_conntrack_max`.", "`net.netfilter.nf_conntrack_max` 的旧名称。"),
    { manual: "conntrack", removed: { in: "4.9", use: "net.netfilter.nf_conntrack_max" } },
  ),
];

const bridge = (name: string, en: string, zh: string): Keyword =>
  key(
    `net.bridge.bridge-nf-call-${name}`,
    flag,
    text(
      `Lets ${en} see packets that a bridge passes on. The key exists only while the module br_netfilter is loaded.`,
      `让${zh}处理网桥转发的数据包。只有加载 br_netfilter 模块后此键才存在。`,
    ),
    { default: "1" },
  );

export const bridges: readonly Keyword[] = [
  bridge("iptables", "iptables rules and LVS", " iptables 规则和 LVS "),
  bridge("ip6tables", "ip6tables rules", " ip6tables 规则"),
  bridge("arptables", "arptables rules", " arptables 规则"),
];

const threshold = (family: string, name: string, size: number, en: string, zh: string): Keyword =>
  key(`net.${family}.neigh.default.${name}`, positive(size), text(en, zh), { default: String(size) });

const thresholds = (family: string): readonly Keyword[] => [
  threshold(
    family,
    "gc_thresh1",
    128,
    "Up to so many neighbours nothing is ever forgotten.",
    "邻居条目不超过此数量时不会回收。",
  ),
  threshold(
    family,
    "gc_thresh2",
    512,
    "With more neighbours than this, old ones are forgotten after a few seconds.",
    "邻居条目超过此数量时，旧条目几秒后即被回收。",
  ),
  threshold(
    family,
    "gc_thresh3",
    1024,
    "The most neighbours that the host remembers. Beyond it packets to new ones are dropped, as on a director with thousands of real servers or clients in its network.",
    "可记住的邻居数量上限，超出后发往新邻居的数据包会被丢弃；同网段有上千真实服务器或客户端的调度器会遇到。",
  ),
];

const neighbour = (family: string): readonly Keyword[] => [
  key(
    `net.${family}.neigh.*.gc_stale_time`,
    seconds(60),
    text("After how long an unused neighbour may be forgotten.", "未使用的邻居条目多久后可以回收。"),
    { default: "60" },
  ),
  key(
    `net.${family}.neigh.*.base_reachable_time_ms`,
    { ...positive(30000, "ms"), bad: ["-1", "x"] },
    text(
      "How long a neighbour counts as reachable before it is asked again; the kernel takes half to one and a half of it.",
      "邻居被视为可达的时间，之后会重新确认；实际取其 0.5 至 1.5 倍的随机值。",
    ),
    { default: "30000" },
  ),
];

export const neighbours: readonly Keyword[] = ["ipv4", "ipv6"].flatMap((family) => [
  ...thresholds(family),
  ...neighbour(family),
]);
