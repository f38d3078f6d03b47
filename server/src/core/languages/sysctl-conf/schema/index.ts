/** The table of sysctl.conf: the keys that matter to VRRP, LVS and proxies. The kernel knows many more. */
import { type Keyword, keywords } from "../../../schema/spec.ts";
import { type Text, text } from "../../../text/localized.ts";
import { ipv4General, ipv4Interfaces } from "./ipv4.ts";
import { ipv6 } from "./ipv6.ts";
import { ipvs } from "./ipvs.ts";
import { bridges, conntrack, neighbours } from "./netfilter.ts";
import { sockets, tcp } from "./tcp.ts";

/** Keys with a subject in common. */
export interface Group {
  /** Also the name of its page. */
  readonly name: string;
  readonly title: Text;
  readonly doc: Text;
  readonly keys: readonly Keyword[];
}

export const groups: readonly Group[] = [
  {
    name: "ipv4-interfaces",
    title: text("IPv4 by interface", "IPv4 接口设置"),
    doc: text("Which addresses a host answers for, and what it forwards.", "主机应答哪些地址、转发哪些数据包。"),
    keys: ipv4Interfaces,
  },
  {
    name: "ipv4",
    title: text("IPv4", "IPv4"),
    doc: text("Forwarding, binding and ports.", "转发、绑定与端口。"),
    keys: ipv4General,
  },
  {
    name: "ipv6",
    title: text("IPv6", "IPv6"),
    doc: text("The same for IPv6.", "IPv6 的相应设置。"),
    keys: ipv6,
  },
  {
    name: "lvs",
    title: text("LVS", "LVS"),
    doc: text("How the kernel's balancer treats connections.", "内核负载均衡如何处理连接。"),
    keys: ipvs,
  },
  {
    name: "tcp",
    title: text("TCP", "TCP"),
    doc: text("Timers, queues and ports of TCP.", "TCP 的定时器、队列与端口。"),
    keys: tcp,
  },
  {
    name: "sockets",
    title: text("Sockets, files, memory", "套接字、文件与内存"),
    doc: text("Limits that a proxy reaches.", "代理会触及的限制。"),
    keys: sockets,
  },
  {
    name: "conntrack",
    title: text("Connection tracking and bridges", "连接跟踪与网桥"),
    doc: text("What netfilter remembers of connections.", "netfilter 记住的连接信息。"),
    keys: [...conntrack, ...bridges],
  },
  {
    name: "neighbours",
    title: text("Neighbours", "邻居表"),
    doc: text("How many hosts of the network are remembered, and how long.", "记住多少个同网段主机，以及多久。"),
    keys: neighbours,
  },
];

export const root = keywords(groups.flatMap(({ keys }) => keys));
