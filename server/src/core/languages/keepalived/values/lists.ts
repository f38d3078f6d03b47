/** The closed word lists of keepalived.conf, with what each word means. */

import type { Choice } from "../../../schema/values/choice.ts";
import { text } from "../../../text/localized.ts";

/** keepalived/check/check_parser.c: lb_algo words; the kernel brings the schedulers (ip_vs_*.ko). */
export const schedulers: readonly Choice[] = [
  {
    name: "rr",
    doc: text("Round robin: each server in turn.", "轮询：依次分配给每台服务器。"),
    mistakes: ["roundrobin", "round-robin", "round_robin"],
  },
  {
    name: "wrr",
    doc: text("Round robin in proportion to the weights.", "按权重比例轮询。"),
    mistakes: ["static-rr", "weighted-roundrobin", "wroundrobin"],
  },
  {
    name: "lc",
    doc: text("The server with the fewest connections.", "连接数最少的服务器优先。"),
    mistakes: ["leastconn", "least-conn", "least_conn"],
  },
  { name: "wlc", doc: text("The fewest connections in relation to the weight.", "按权重折算后连接数最少者优先。") },
  {
    name: "lblc",
    doc: text(
      "Keeps a destination on one server while that server is not overloaded; for caches.",
      "只要服务器未过载，同一目的地址就固定到同一台；用于缓存集群。",
    ),
  },
  {
    name: "sh",
    doc: text("By a hash of the client's address.", "按客户端地址哈希。"),
    mistakes: ["source", "iphash", "ip-hash", "ip_hash"],
  },
  {
    name: "mh",
    doc: text(
      "Maglev hash of the client's address: few clients move when a server comes or goes.",
      "对客户端地址做 Maglev 一致性哈希，增减服务器时很少有客户端被迁移。",
    ),
  },
  { name: "dh", doc: text("By a hash of the destination address; for caches.", "按目的地址哈希；用于缓存集群。") },
  {
    name: "fo",
    doc: text("All to the available server with the highest weight.", "全部交给可用服务器中权重最高的一台。"),
  },
  {
    name: "ovf",
    doc: text(
      "Fills the server with the highest weight first and overflows to the next.",
      "先填满权重最高的服务器，超出后再使用下一台。",
    ),
  },
  {
    name: "lblcr",
    doc: text(
      "Like `lblc`, with a set of servers for each destination.",
      "与 `lblc` 类似，但每个目的地址对应一组服务器。",
    ),
  },
  { name: "sed", doc: text("The shortest expected delay.", "预期延迟最短者优先。") },
  {
    name: "nq",
    doc: text(
      "An idle server if there is one, otherwise the shortest expected delay.",
      "有空闲服务器则选它，否则按最短预期延迟。",
    ),
  },
  {
    name: "twos",
    doc: text("The less loaded of two servers picked at random by weight.", "按权重随机选两台，取负载较轻的一台。"),
  },
];

/** keepalived/check/check_parser.c: svr_forwarding_handler. */
export const forwardingMethods: readonly Choice[] = [
  {
    name: "NAT",
    doc: text(
      "The director rewrites addresses; replies go back through it, so it must be the servers' way out.",
      "由调度器改写地址；回包也经过调度器，因此真实服务器的出口必须指向它。",
    ),
  },
  {
    name: "DR",
    doc: text(
      "Direct routing: servers hold the virtual address on a silent interface and answer clients themselves. Ports cannot change.",
      "直接路由：真实服务器在不应答 ARP 的接口上配置虚拟地址并直接回包给客户端；端口不能改变。",
    ),
  },
  {
    name: "TUN",
    doc: text(
      "Tunnels packets to servers that may be in other networks and answer clients themselves.",
      "通过隧道把报文送到（可跨网段的）真实服务器，由其直接回包。",
    ),
  },
];

export const tunnelTypes: readonly Choice[] = [
  { name: "ipip", doc: text("IP in IP.", "IP-in-IP 隧道。") },
  { name: "gue", doc: text("UDP encapsulation; needs `port`.", "UDP 封装；必须给出 `port`。") },
  { name: "gre", doc: text("GRE.", "GRE 隧道。") },
];

export const protocols: readonly Choice[] = [
  { name: "TCP", doc: text("Balance TCP connections.", "对 TCP 连接做负载均衡。") },
  { name: "UDP", doc: text("Balance UDP datagrams.", "对 UDP 报文做负载均衡。") },
  { name: "SCTP", doc: text("Balance SCTP associations.", "对 SCTP 关联做负载均衡。") },
];

export const dnsTypes = ["A", "NS", "CNAME", "SOA", "MX", "TXT", "AAAA", "RRSIG", "DNSKEY"];

/** keepalived/check/check_http.c: regex_option words; unknown ones are ignored without a word. */
export const regexOptions = [
  "allow_empty_class",
  "alt_bsux",
  "auto_callout",
  "caseless",
  "dollar_endonly",
  "dotall",
  "dupnames",
  "extended",
  "firstline",
  "match_unset_backref",
  "multiline",
  "never_ucp",
  "never_utf",
  "no_auto_capture",
  "no_auto_possess",
  "no_dotstar_anchor",
  "no_start_optimize",
  "ucp",
  "ungreedy",
  "utf",
  "never_backslash_c",
  "alt_circumflex",
  "alt_verbnames",
  "use_offset_limit",
];
