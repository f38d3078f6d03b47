/** Keywords of `bfd_instance`. */

import { arg, type Keyword, optional } from "../../../schema/spec.ts";
import { address } from "../../../schema/values/address.ts";
import { bool, oneOf } from "../../../schema/values/choice.ts";
import { decimal, integer } from "../../../schema/values/number.ts";
import { text } from "../../../text/localized.ts";
import { manual } from "./link.ts";

/** `bfd_instance NAME { … }`: a BFD session with a neighbour (keepalived/bfd/bfd_parser.c). */
export const bfdInstance: readonly Keyword[] = [
  {
    name: "source_ip",
    args: [arg("address", address())],
    since: "2.0.0",
    doc: text(
      "The local address the session uses. Set it on hosts with several addresses, since the neighbour expects packets from exactly the address in its own configuration; it must be of the same family as `neighbor_ip`.",
      "会话使用的本地地址。主机有多个地址时应当设置，因为对端只接受其配置中那个地址发来的报文；地址族必须与 `neighbor_ip` 相同。",
    ),
    link: manual("BFD_CONFIGURATION"),
    ok: ["source_ip 192.0.2.5"],
    bad: ["source_ip 192.0.2.999", "source_ip 2001:db8::5"],
  },
  {
    name: "neighbor_ip",
    args: [arg("address", address())],
    required: true,
    since: "2.0.0",
    doc: text(
      "The address of the system at the other end, which needs a matching BFD session back to this host. Without a valid address the whole instance is ignored.",
      "会话对端的地址，对端也必须配置指向本机的 BFD 会话。没有合法地址时整个实例会被忽略。",
    ),
    link: manual("BFD_CONFIGURATION"),
    ok: ["neighbor_ip 192.0.2.254"],
    bad: ["neighbor_ip 192.0.2.999"],
  },
  {
    name: "neighbour_ip",
    aliasOf: "neighbor_ip",
    args: [arg("address", address())],
    since: "2.0.0",
    doc: text(
      "The address of the system at the other end, which needs a matching BFD session back to this host. Same as `neighbor_ip`.",
      "会话对端的地址，对端也必须配置指向本机的 BFD 会话。与 `neighbor_ip` 相同。",
    ),
    link: manual("BFD_CONFIGURATION"),
    ok: ["neighbour_ip 192.0.2.254"],
    bad: ["neighbour_ip 192.0.2.999"],
  },
  {
    name: "min_rx",
    args: [arg("milliseconds", decimal({ min: 1, max: 4294967, places: 3, unit: "ms" }))],
    default: "10",
    since: "2.0.0",
    doc: text(
      "The shortest gap between packets this side is willing to receive; the neighbour sends no faster than that. The very short default suits dedicated hardware: on virtual machines use 100 ms or more, or a busy moment looks like a dead path.",
      "本端愿意接收的最小报文间隔，对端发送不会比这更快。默认值很短，适合专用硬件；在虚拟机上建议 100 ms 以上，否则系统一忙就会误判为路径中断。",
    ),
    link: manual("BFD_CONFIGURATION"),
    ok: ["min_rx 100", "min_rx 3.312"],
    bad: ["min_rx 0", "min_rx abc"],
  },
  {
    name: "min_tx",
    args: [arg("milliseconds", decimal({ min: 1, max: 4294967, places: 3, unit: "ms" }))],
    default: "10",
    since: "2.0.0",
    doc: text(
      "The gap at which this side wants to send packets while the session is up; the slower of this and the neighbour's receive interval is used. Together with `multiplier` it decides how fast a failure is seen.",
      "会话建立后本端希望的发送间隔；实际取它与对端接收间隔中较慢的一个。它与 `multiplier` 共同决定多快发现故障。",
    ),
    link: manual("BFD_CONFIGURATION"),
    ok: ["min_tx 100"],
    bad: ["min_tx 0", "min_tx abc"],
  },
  {
    name: "idle_tx",
    args: [arg("milliseconds", decimal({ min: 1000, max: 4294967, places: 3, unit: "ms" }))],
    default: "1000",
    since: "2.0.0",
    doc: text(
      "The gap between packets while the session is not up, so that an absent neighbour is not flooded. It also limits how soon a returning neighbour is noticed.",
      "会话未建立时的发送间隔，避免向不存在的邻居高速发包。它也决定了邻居恢复后多快能被发现。",
    ),
    link: manual("BFD_CONFIGURATION"),
    ok: ["idle_tx 1000"],
    bad: ["idle_tx 10", "idle_tx abc"],
  },
  {
    name: "multiplier",
    args: [arg("number", integer({ min: 1, max: 255 }))],
    default: "5",
    since: "2.0.0",
    doc: text(
      "How many packets in a row may be lost before the neighbour declares the session down. Detection time is this number times the agreed interval; small numbers react faster but flap on a lossy path.",
      "连续丢失多少个报文后对端判定会话断开。检测时间等于该值乘以协商后的间隔；值小反应快，但在有丢包的路径上容易抖动。",
    ),
    link: manual("BFD_CONFIGURATION"),
    ok: ["multiplier 5"],
    bad: ["multiplier 0", "multiplier 256"],
  },
  {
    name: "passive",
    args: [],
    since: "2.0.0",
    doc: text(
      "Waits for the neighbour to start the session instead of sending first. At least one side must be active: with `passive` at both ends the session never comes up.",
      "等待对端先发起会话，而不是主动发送。至少要有一端是主动的：两端都写 `passive`，会话永远建立不起来。",
    ),
    link: manual("BFD_CONFIGURATION"),
    ok: ["passive"],
    bad: [],
  },
  {
    name: "ttl",
    args: [arg("number", integer({ min: 1, max: 255 }))],
    default: text("255 for IPv4, 64 for IPv6", "IPv4 为 255，IPv6 为 64"),
    since: "2.0.0",
    doc: text(
      "The TTL (IPv4) or hop limit (IPv6) of outgoing packets, and the value that received ones are compared with. Use the same number on both ends; `ttl` and `hoplimit` mean the same thing.",
      "发出报文的 TTL（IPv4）或 hop limit（IPv6），也是检查收到报文时的基准。两端应设为相同的值；`ttl` 与 `hoplimit` 含义相同。",
    ),
    link: manual("BFD_CONFIGURATION"),
    ok: ["ttl 255"],
    bad: ["ttl 0", "ttl 256"],
  },
  {
    name: "hoplimit",
    aliasOf: "ttl",
    args: [arg("number", integer({ min: 1, max: 255 }))],
    since: "2.0.0",
    doc: text(
      "The TTL (IPv4) or hop limit (IPv6) of outgoing packets, and the value that received ones are compared with. Use the same number on both ends; `ttl` and `hoplimit` mean the same thing.",
      "发出报文的 TTL（IPv4）或 hop limit（IPv6），也是检查收到报文时的基准。两端应设为相同的值；`ttl` 与 `hoplimit` 含义相同。",
    ),
    link: manual("BFD_CONFIGURATION"),
    ok: ["hoplimit 255"],
    bad: ["hoplimit 0", "hoplimit 256"],
  },
  {
    name: "max_hops",
    args: [arg("number", integer({ min: -1, max: 255 }))],
    default: "0",
    since: "2.0.0",
    doc: text(
      "How many routers a received packet may have passed, judged by how far its TTL is below `ttl`. With the default only a directly connected neighbour is accepted, so raise it for a multihop session; a larger number than `ttl` is reported and reduced.",
      "收到的报文最多允许经过多少跳，按其 TTL 比 `ttl` 小多少来判断。默认只接受直连邻居，多跳会话需要调大；大于 `ttl` 的值会被提示并降到 `ttl`。",
    ),
    link: manual("BFD_CONFIGURATION"),
    ok: ["max_hops 3"],
    bad: ["max_hops 256", "max_hops -2"],
  },
  {
    name: "multihop",
    args: [optional("switch", bool())],
    default: "off",
    since: "2.2.8",
    doc: text(
      "Uses the UDP port reserved for BFD over several hops (4784 instead of 3784), for neighbours that are not on the same link. Raise `max_hops` as well, and open the other port in the firewall.",
      "改用多跳 BFD 专用的 UDP 端口（4784，而不是 3784），用于不在同一链路上的邻居。还要调大 `max_hops`，并在防火墙放行该端口。",
    ),
    link: manual("BFD_CONFIGURATION"),
    ok: ["multihop", "multihop on"],
    bad: ["multihop maybe"],
  },
  {
    name: "weight",
    args: [arg("number", integer({ min: -253, max: 253 })), optional("choice", oneOf(["reverse"]))],
    default: "0",
    since: "2.0.0",
    doc: text(
      "What the session does to instances that list it in `track_bfd` without a weight of their own: `0` means FAULT when it goes down, a negative number is subtracted from the priority while it is down, a positive one added while it is up.",
      "会话对在 `track_bfd` 中引用它（且未单独写权重）的实例的影响：`0` 表示断开即进入 FAULT；负数在断开期间从优先级扣除，正数在建立期间加到优先级上。",
    ),
    link: manual("BFD_CONFIGURATION"),
    ok: ["weight -30", "weight 20 reverse"],
    bad: ["weight abc", "weight 300"],
  },
  {
    name: "vrrp",
    args: [],
    since: "2.0.0",
    doc: text(
      "Reports changes of this session only to the VRRP process. With neither `vrrp` nor `checker` both processes are told.",
      "该会话的状态变化只通知 VRRP 进程。`vrrp` 和 `checker` 都不写时，两个进程都会收到通知。",
    ),
    link: manual("BFD_CONFIGURATION"),
    ok: ["vrrp"],
    bad: [],
  },
  {
    name: "checker",
    args: [],
    since: "2.0.0",
    doc: text(
      "Reports changes of this session only to the health checker process, for use in `BFD_CHECK`. An instance that lists the session in `track_bfd` then hears nothing of it.",
      "该会话的状态变化只通知健康检查进程，供 `BFD_CHECK` 使用。此时在 `track_bfd` 中引用它的实例收不到任何通知。",
    ),
    link: manual("BFD_CONFIGURATION"),
    ok: ["checker"],
    bad: [],
  },
];
