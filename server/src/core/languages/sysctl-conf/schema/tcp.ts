/** What a proxy asks of TCP, of sockets and of files (net/ipv4/sysctl_net_ipv4.c, net/core/sysctl_net_core.c, kernel/sysctl.c). */
import type { Keyword } from "../../../schema/spec.ts";
import { text } from "../../../text/localized.ts";
import { key } from "./key.ts";
import { amount, bufferSizes, byte, byteFlag, long, means, named, only, positive, range, seconds } from "./kinds.ts";

const algorithms = [
  ["reno", text("The oldest, in every kernel.", "最早的算法，任何内核都有。")],
  ["cubic", text("The usual default.", "通常的默认值。")],
  ["bbr", text("Goes by measured bandwidth; needs the module tcp_bbr.", "根据测得的带宽调整，需要 tcp_bbr 模块。")],
] as const;

export const tcp: readonly Keyword[] = [
  key(
    "net.ipv4.tcp_tw_reuse",
    only([
      means(0, "Never.", "从不。"),
      means(1, "For all connections.", "对所有连接。"),
      means(2, "Only on the loopback.", "只对环回连接。"),
    ]),
    text(
      "Starts a new outgoing connection on a port that is still in TIME_WAIT. Helps a proxy with many short connections to servers; incoming ones are not concerned.",
      "发起新连接时可重用处于 TIME_WAIT 的端口。适合到服务器短连接很多的代理，与入站连接无关。",
    ),
    { default: "2" },
  ),
  key(
    "net.ipv4.tcp_tw_recycle",
    { ...byteFlag, bad: [] },
    text(
      "Dropped connections of clients behind NAT and was taken out of the kernel.",
      "会丢弃 NAT 后客户端的连接，已从内核中移除。",
    ),
    { removed: { in: "4.12", use: "net.ipv4.tcp_tw_reuse" } },
  ),
  key(
    "net.ipv4.tcp_fin_timeout",
    seconds(30),
    text(
      "How long a closed connection waits in FIN_WAIT_2 for the other side. It does not shorten TIME_WAIT.",
      "已关闭的连接在 FIN_WAIT_2 状态等待对端的时间；它不会缩短 TIME_WAIT。",
    ),
    { default: "60" },
  ),
  key(
    "net.ipv4.tcp_max_tw_buckets",
    amount(0, 262144),
    text(
      "How many connections may be in TIME_WAIT; more are forgotten at once.",
      "TIME_WAIT 连接的数量上限，超出的会立即释放。",
    ),
  ),
  key(
    "net.ipv4.tcp_max_syn_backlog",
    amount(1, 4096),
    text(
      "How many half-open connections a listening socket remembers; `somaxconn` bounds it, too.",
      "监听套接字可记住的半开连接数，同时受 `somaxconn` 限制。",
    ),
  ),
  key(
    "net.ipv4.tcp_syncookies",
    byte([
      means(0, "Never.", "从不。"),
      means(1, "When the backlog is full.", "队列满时使用。"),
      means(2, "Always.", "始终使用。"),
    ]),
    text(
      "Answers SYN packets without remembering them, against floods.",
      "不保存状态地应答 SYN，以抵御 SYN 洪水攻击。",
    ),
    { default: "1" },
  ),
  key(
    "net.ipv4.tcp_synack_retries",
    { ...amount(0, 5), value: range(0, 255).value, bad: ["256", "-1"] },
    text(
      "How often a SYN+ACK is repeated before a half-open connection is dropped.",
      "半开连接被丢弃前重发 SYN+ACK 的次数。",
    ),
    { default: "5" },
  ),
  key(
    "net.ipv4.tcp_syn_retries",
    range(1, 127),
    text(
      "How often a SYN is repeated: with 6 a server that is gone is noticed after two minutes.",
      "重发 SYN 的次数；为 6 时约两分钟后才发现服务器不可达。",
    ),
    { default: "6" },
  ),
  key(
    "net.ipv4.tcp_retries2",
    { ...amount(0, 15), value: range(0, 255).value, bad: ["256", "-1"] },
    text(
      "How often data is sent again before the connection is given up: 15 is about a quarter of an hour, in which clients hang on an address that has moved away.",
      "数据重传多少次后放弃连接：15 约为一刻钟，期间客户端会挂在已漂移的地址上。",
    ),
    { default: "15" },
  ),
  key(
    "net.ipv4.tcp_keepalive_time",
    seconds(600),
    text("After how long without data a connection with keepalive is probed.", "启用保活的连接空闲多久后开始探测。"),
    { default: "7200" },
  ),
  key(
    "net.ipv4.tcp_keepalive_intvl",
    seconds(60),
    text("The time between two keepalive probes.", "两次保活探测的间隔。"),
    { default: "75" },
  ),
  key(
    "net.ipv4.tcp_keepalive_probes",
    range(0, 255),
    text("How many probes without an answer end a connection.", "多少次探测无应答后断开连接。"),
    { default: "9" },
  ),
  key(
    "net.ipv4.tcp_abort_on_overflow",
    byteFlag,
    text(
      "Refuses clients at once when a service does not accept fast enough, instead of letting them try again.",
      "服务来不及接受连接时立即拒绝客户端，而不是让其重试。",
    ),
    { default: "0" },
  ),
  key(
    "net.ipv4.tcp_slow_start_after_idle",
    byteFlag,
    text(
      "Begins slowly again after a pause; 0 is better for long connections between proxies.",
      "空闲后重新慢启动；代理之间的长连接设为 0 更好。",
    ),
    { default: "1" },
  ),
  key(
    "net.ipv4.tcp_timestamps",
    byte([
      means(0, "Off.", "关闭。"),
      means(1, "On, with a random offset for each connection.", "开启，每个连接使用随机偏移。"),
      means(2, "On, without the offset.", "开启，不加偏移。"),
    ]),
    text("Timestamps in each segment; `tcp_tw_reuse` needs them.", "在报文段中加入时间戳，`tcp_tw_reuse` 依赖它。"),
    { default: "1" },
  ),
  key(
    "net.ipv4.tcp_mtu_probing",
    byte([
      means(0, "Never.", "从不。"),
      means(1, "When a black hole shows.", "检测到黑洞时。"),
      means(2, "Always.", "始终。"),
    ]),
    text(
      "Finds the packet size of a path without ICMP, such as behind LVS tunnels.",
      "不依赖 ICMP 探测路径可用的报文大小，例如经过 LVS 隧道时。",
    ),
    { default: "0" },
  ),
  key(
    "net.ipv4.tcp_fastopen",
    { ...amount(0, 3), bad: ["x", "99999999999"] },
    text(
      "Sums of switches for data in the SYN: 1 for clients, 2 for servers.",
      "在 SYN 中携带数据的开关之和：1 为客户端，2 为服务端。",
    ),
    { default: "1" },
  ),
  key(
    "net.ipv4.tcp_rmem",
    bufferSizes,
    text("Receive buffers of TCP sockets: least, default, most.", "TCP 接收缓冲区：最小、默认、最大。"),
  ),
  key(
    "net.ipv4.tcp_wmem",
    bufferSizes,
    text("Send buffers of TCP sockets: least, default, most.", "TCP 发送缓冲区：最小、默认、最大。"),
  ),
  key(
    "net.ipv4.tcp_congestion_control",
    named(algorithms),
    text("The algorithm that decides how fast new connections send.", "新连接使用的拥塞控制算法。"),
  ),
];

export const sockets: readonly Keyword[] = [
  key(
    "net.core.somaxconn",
    positive(4096),
    text(
      "The most connections that wait for a service to accept them; it bounds the backlog of HAProxy's `bind`.",
      "等待服务接受的连接数上限，会限制 HAProxy `bind` 的 backlog。",
    ),
    { default: "4096", manual: "net" },
  ),
  key(
    "net.core.netdev_max_backlog",
    amount(1, 16384),
    text("How many packets may wait for a processor.", "每个处理器可排队等待处理的数据包数。"),
    { default: "1000", manual: "net" },
  ),
  key(
    "net.core.rmem_max",
    amount(2304, 16777216, "B"),
    text("The most that a program may ask for as receive buffer.", "程序可申请的接收缓冲区上限。"),
    { manual: "net" },
  ),
  key(
    "net.core.wmem_max",
    amount(4608, 16777216, "B"),
    text("The most that a program may ask for as send buffer.", "程序可申请的发送缓冲区上限。"),
    { manual: "net" },
  ),
  key(
    "net.core.rmem_default",
    amount(2304, 212992, "B"),
    text("The receive buffer of sockets that ask for none.", "套接字默认的接收缓冲区。"),
    { manual: "net" },
  ),
  key(
    "net.core.wmem_default",
    amount(4608, 212992, "B"),
    text("The send buffer of sockets that ask for none.", "套接字默认的发送缓冲区。"),
    { manual: "net" },
  ),
  key(
    "net.core.default_qdisc",
    named([["fq", text("Paces each flow, good with bbr.", "对每个流进行节拍控制，适合 bbr。")]]),
    text("The queue that new interfaces get.", "新接口使用的队列规则。"),
    { manual: "net" },
  ),
  key(
    "fs.file-max",
    long("2097152"),
    text("The most files and sockets that may be open in the whole system.", "整个系统可打开的文件和套接字总数上限。"),
    { manual: "fs" },
  ),
  key(
    "fs.nr_open",
    positive(1048576),
    text(
      "The most that one process may have open; HAProxy needs two for each connection.",
      "单个进程可打开的文件数上限；HAProxy 每个连接需要两个。",
    ),
    { default: "1048576", manual: "fs" },
  ),
  key(
    "vm.swappiness",
    range(0, 200),
    text("How readily memory of programs goes to swap.", "换出程序内存的倾向程度。"),
    { default: "60", manual: "vm" },
  ),
  key(
    "vm.overcommit_memory",
    only([
      means(0, "Refuses what is obviously too much.", "拒绝明显过量的申请。"),
      means(1, "Grants everything.", "总是允许。"),
      means(2, "Grants no more than there is.", "不允许超过限额。"),
    ]),
    text("Whether programs may ask for more memory than there is.", "程序是否可以申请超过现有的内存。"),
    { default: "0", manual: "vm" },
  ),
  key(
    "net.ipv4.udp_mem",
    { ...bufferSizes, ok: ["65536 131072 262144"], bad: [] },
    text(
      "Memory of all UDP sockets, in pages: where it is plentiful, where it is short, the most.",
      "所有 UDP 套接字占用的内存（页）：充足、紧张、上限。",
    ),
  ),
];
