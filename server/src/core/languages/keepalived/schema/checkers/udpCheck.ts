/** Keywords of the checker `UDP_CHECK`. */

import { arg, type Keyword, optionalRest, rest } from "../../../../schema/spec.ts";
import { address } from "../../../../schema/values/address.ts";
import { decimal, integer } from "../../../../schema/values/number.ts";
import { text } from "../../../../text/localized.ts";
import { interfaceName } from "../../values/interface.ts";
import { hexBytes } from "../../values/special.ts";
import { manual } from "../link.ts";
import * as common from "./common.ts";

/** `UDP_CHECK { … }`: a datagram is answered (keepalived/check/check_udp.c). */
export const udpCheck: readonly Keyword[] = [
  { ...common.connectIp, since: "2.1.0" },
  { ...common.connectPort, since: "2.1.0" },
  {
    name: "bindto",
    args: [arg("address", address())],
    since: "2.1.0",
    doc: text(
      "Source address of the check, when firewalls or routing expect a certain one. The address must exist on this host, so never a VIP that is missing on the BACKUP node, and it must be of the same family as the target.",
      "健康检查使用的源地址，用于防火墙或路由要求特定源地址的情况。该地址必须存在于本机，因此不要写 BACKUP 节点上没有的 VIP，并且必须与目标同一地址族。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["bindto 10.0.0.1"],
    bad: ["bindto eth0", "bindto fd00::1"],
  },
  { ...common.bindPort, since: "2.1.0" },
  {
    name: "bind_if",
    args: [arg("interface", interfaceName())],
    since: "2.1.0",
    doc: text(
      "Interface of the check; keepalived insists on it for an IPv6 link-local target. Unlike the TCP based checkers this one does not bind its socket to the interface, so it does not override the routing table.",
      "健康检查使用的网卡；目标为 IPv6 链路本地地址时 keepalived 要求必须写。与基于 TCP 的检查器不同，该检查器不会把套接字绑定到网卡，因此不能绕过路由表。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["bind_if eth0"],
    bad: ["bind_if an_interface_name_too_long"],
  },
  {
    name: "connect_timeout",
    args: [arg("seconds", decimal({ min: 0.000001, max: 4294.967295, places: 6, unit: "s" }))],
    default: text(
      "the value of the real_server or virtual_server, else 5",
      "取 real_server 或 virtual_server 的值，否则 5",
    ),
    since: "2.1.0",
    doc: text(
      "How long to wait for a reply or an ICMP error. Without `require_reply` a quiet server passes when the time is over, so keep it longer than an unanswered ARP lookup (a few seconds): otherwise a dead neighbour looks healthy.",
      "等待应答或 ICMP 错误的时间。没有 `require_reply` 时，到时间仍无动静就算通过，因此应长于 ARP 解析失败所需的几秒，否则同网段死机也会显示正常。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["connect_timeout 4"],
    bad: ["connect_timeout 0", "connect_timeout 3s"],
  },
  { ...common.fwmark, since: "2.1.0" },
  { ...common.retry, since: "2.1.0" },
  { ...common.delayBeforeRetry, since: "2.1.0" },
  { ...common.warmup, since: "2.1.0" },
  { ...common.delayLoop, since: "2.1.0" },
  { ...common.alpha, since: "2.1.0" },
  { ...common.logAllFailures, since: "2.1.0" },
  {
    name: "payload",
    args: [rest("bytes", hexBytes(false))],
    since: "2.2.0",
    doc: text(
      "Bytes to send, in hexadecimal, blanks allowed; without it random data is sent. A genuine request of the protocol is what makes the server answer, so combine it with `require_reply`.",
      "要发送的数据，十六进制书写，可含空格；不写则发送随机数据。只有真实的协议请求才能让服务器应答，因此应与 `require_reply` 配合。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["payload 00010203"],
    bad: ["payload", "payload hello"],
  },
  {
    name: "require_reply",
    args: [optionalRest("bytes", hexBytes(true))],
    since: "2.1.0",
    doc: text(
      "Demands an answer instead of taking silence as success. Optionally the expected leading bytes follow in hexadecimal, with `x` for half-bytes that may vary such as a transaction id; the comparison stops at the shorter of answer and pattern.",
      "要求必须收到应答，而不是把沉默当作成功。后面可跟期望的起始字节（十六进制），可变的半字节（如事务号）写 `x`；比较到应答与模式中较短者为止。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["require_reply", "require_reply 00 01 xx xx"],
    bad: ["require_reply hello"],
  },
  {
    name: "min_reply_length",
    args: [arg("number", integer({ min: 0, max: 65535 }))],
    default: "0",
    since: "2.2.0",
    doc: text(
      "Shortest answer in bytes that passes. It is evaluated only when `require_reply` carries a pattern, and the value must not exceed `max_reply_length`.",
      "允许通过的最短应答字节数。只有 `require_reply` 带有模式时才会检查，且不能大于 `max_reply_length`。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["min_reply_length 8"],
    bad: ["min_reply_length -1", "min_reply_length 70000"],
  },
  {
    name: "max_reply_length",
    args: [arg("number", integer({ min: 0, max: 65535 }))],
    default: "255",
    since: "2.2.0",
    doc: text(
      "Longest answer in bytes that passes; raise it for protocols with large datagrams such as DNS with EDNS. It is evaluated only when `require_reply` carries a pattern.",
      "允许通过的最长应答字节数；应答报文较大的协议（如带 EDNS 的 DNS）需要调大。只有 `require_reply` 带有模式时才会检查。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["max_reply_length 512"],
    bad: ["max_reply_length -1", "max_reply_length 70000"],
  },
];
