/** net.ipv4.conf and what else decides how a host answers for addresses and forwards packets (net/ipv4/devinet.c, arp.c). */
import type { Keyword } from "../../../schema/spec.ts";
import { text } from "../../../text/localized.ts";
import { key } from "./key.ts";
import { amount, byte, byteFlag, flag, int, means, ports, range, reservedPorts, strictFlag } from "./kinds.ts";

const conf = (name: string) => `net.ipv4.conf.*.${name}`;

export const ipv4Interfaces: readonly Keyword[] = [
  key(
    conf("arp_ignore"),
    int([
      means(0, "Answers for every local address, on whichever interface it is.", "对本机任何接口上的地址都应答。"),
      means(
        1,
        "Answers only for addresses of the interface on which the request came.",
        "只应答配置在收到请求的接口上的地址。",
      ),
      means(2, "As 1, and only where the asker is in the same subnet.", "同 1，并且请求方须在同一子网。"),
      means(3, "Answers for global and link addresses, not for those of host scope.", "不应答 scope 为 host 的地址。"),
      means(8, "Answers for no address at all.", "不应答任何地址。"),
    ]),
    text(
      "For which of its addresses the host answers ARP requests. A real server of LVS in direct routing mode has the virtual address on `lo`, and must not answer for it: 1 or 2 on the interface that faces the network.",
      "决定本机对哪些地址应答 ARP 请求。LVS 直接路由（DR）模式的真实服务器把虚拟地址放在 `lo` 上，不得应答它：须在面向网络的接口上设为 1 或 2。",
    ),
    { default: "0" },
  ),
  key(
    conf("arp_announce"),
    int([
      means(0, "Any local address may be the sender of an ARP request.", "ARP 请求可以使用任意本机地址作为源地址。"),
      means(1, "Avoids addresses that are not in the target's subnet.", "尽量避免使用不在目标子网内的地址。"),
      means(2, "Always the best address of the interface for the target.", "总是使用该接口上最适合目标的地址。"),
    ]),
    text(
      "Which address the host names as its own when it asks by ARP. With 0, a real server that sends from a virtual address on `lo` tells the neighbours that it holds that address; 2 prevents it.",
      "决定本机发送 ARP 请求时声明哪个源地址。设为 0 时，真实服务器会以 `lo` 上的虚拟地址发问，邻居因此误认为它持有该地址；设为 2 可避免。",
    ),
    { default: "0" },
  ),
  key(
    conf("arp_accept"),
    int([
      means(0, "Only refreshes neighbours that are known.", "只更新已知的邻居条目。"),
      means(1, "Makes new entries, too.", "也会新建条目。"),
      means(2, "Makes new entries for senders in a subnet of the interface.", "只为与接口同子网的发送方新建条目。"),
    ]),
    text(
      "What the host does with gratuitous ARP, which a VRRP router sends when it takes over an address.",
      "决定如何处理免费 ARP（gratuitous ARP）；VRRP 路由器接管地址时会发送它。",
    ),
    { default: "0" },
  ),
  key(
    conf("arp_notify"),
    flag,
    text(
      "Sends gratuitous ARP by itself when the interface comes up or its hardware address changes.",
      "接口启用或硬件地址变化时，自动发送免费 ARP。",
    ),
    { default: "0" },
  ),
  key(
    conf("arp_filter"),
    flag,
    text(
      "Answers an ARP request only on the interface by which the host would send to the asker. For several interfaces in one network.",
      "只在路由到请求方所用的接口上应答 ARP 请求，适用于多个接口位于同一网络的情况。",
    ),
    { default: "0" },
  ),
  key(
    conf("rp_filter"),
    int([
      means(0, "No check of the sender's address.", "不检查源地址。"),
      means(1, "Strict: the way back must lead over the same interface.", "严格模式：返回路径必须经过同一接口。"),
      means(2, "Loose: some way back must exist.", "宽松模式：只要存在返回路径即可。"),
    ]),
    text(
      "Drops packets whose sender could not be reached by the interface on which they came. Strict checks drop the packets of LVS tunnels and of any asymmetric routing.",
      "丢弃从该接口收到、但源地址不可达的数据包。严格模式会丢弃 LVS 隧道以及非对称路由的数据包。",
    ),
    { default: "0" },
  ),
  key(
    conf("accept_local"),
    flag,
    text(
      "Takes packets from the network that bear one of the host's own addresses as sender. Needed where a director is its own client, or with VMAC interfaces.",
      "允许接收源地址为本机地址的网络数据包。调度器同时是客户端，或使用 VMAC 接口时需要。",
    ),
    { default: "0" },
  ),
  key(
    conf("route_localnet"),
    flag,
    text(
      "No longer treats 127.0.0.0/8 as martian, so that packets to it can be routed, such as by a DNAT rule to a local service.",
      "不再把 127.0.0.0/8 视为非法地址，使发往它的数据包可以被路由，例如用 DNAT 转到本地服务。",
    ),
    { default: "0", since: "3.6" },
  ),
  key(
    conf("forwarding"),
    flag,
    text(
      "Forwards IPv4 packets that came in on this interface. `net.ipv4.ip_forward` and `all` write it for every interface.",
      "转发从该接口收到的 IPv4 数据包。写 `net.ipv4.ip_forward` 或 `all` 会改写每个接口的值。",
    ),
    { default: "0" },
  ),
  key(
    conf("send_redirects"),
    flag,
    text(
      "Tells senders by ICMP of a shorter way. A director in NAT mode on one network must not, or clients go around it. It is off only with 0 for both `all` and the interface.",
      "用 ICMP 重定向告知发送方更近的路径。单网段的 NAT 模式调度器必须关闭，否则客户端会绕过它。只有 `all` 和接口都为 0 才算关闭。",
    ),
    { default: "1" },
  ),
  key(
    conf("accept_redirects"),
    flag,
    text(
      "Follows ICMP redirects, by which anyone in the network could divert traffic.",
      "接受 ICMP 重定向；网络中的任何主机都可能借此改变流量走向。",
    ),
    { default: text("1 for hosts, 0 for routers", "主机为 1，路由器为 0") },
  ),
  key(
    conf("secure_redirects"),
    flag,
    text("Follows redirects only to gateways that the host uses already.", "只接受指向本机已使用网关的重定向。"),
    { default: "1" },
  ),
  key(
    conf("accept_source_route"),
    flag,
    text("Takes packets whose sender prescribes their way.", "接收由发送方指定路径（源路由）的数据包。"),
  ),
  key(
    conf("promote_secondaries"),
    flag,
    text(
      "When the first address of a subnet goes, the next one takes its place; with 0 all others of that subnet go as well. Matters where an address manager removes the first one.",
      "子网的首个地址被删除时由下一个顶替；为 0 时同一子网的其他地址会一并被删除。",
    ),
    { default: "0" },
  ),
  key(conf("log_martians"), flag, text("Logs packets with impossible addresses.", "记录带有不可能地址的数据包。"), {
    default: "0",
  }),
  key(
    conf("proxy_arp"),
    flag,
    text("Answers ARP requests for hosts to which this one would forward.", "代替可以转发到的其他主机应答 ARP 请求。"),
    { default: "0" },
  ),
  key(
    conf("src_valid_mark"),
    flag,
    text(
      "Lets the packet's mark take part in the check of its sender, for policy routing by mark.",
      "源地址检查时考虑数据包的标记（mark），用于基于标记的策略路由。",
    ),
    { default: "0" },
  ),
  key(
    conf("shared_media"),
    flag,
    text(
      "Several networks may share the wire, which redirects then respect.",
      "假定多个子网共用同一链路，重定向时会考虑这一点。",
    ),
    { default: "1" },
  ),
  key(
    conf("ignore_routes_with_linkdown"),
    flag,
    text("Passes over routes whose interface has no carrier.", "忽略所在接口无载波的路由。"),
    { default: "0", since: "4.1" },
  ),
  key(
    conf("proxy_arp_pvlan"),
    flag,
    text(
      "Proxy ARP back to the interface of the request, for private VLANs.",
      "在收到请求的接口上代理应答 ARP，用于私有 VLAN。",
    ),
    { default: "0" },
  ),
];

export const ipv4General: readonly Keyword[] = [
  key(
    "net.ipv4.ip_forward",
    flag,
    text(
      "Makes the host a router. A director in NAT mode needs it. Changing it resets what was written to `net.ipv4.conf.*.forwarding`, and other settings to the defaults of a router or a host, so it belongs first.",
      "使主机成为路由器；NAT 模式的调度器需要它。改变它会重置 `net.ipv4.conf.*.forwarding` 以及其他与主机或路由器角色有关的值，因此应写在前面。",
    ),
    { default: "0" },
  ),
  key(
    "net.ipv4.ip_nonlocal_bind",
    byteFlag,
    text(
      "Lets programs bind to addresses that the host does not hold: HAProxy on the node that is not master listens on the virtual address all the same.",
      "允许程序绑定本机没有的地址：非主节点上的 HAProxy 也能监听虚拟地址。",
    ),
    { default: "0" },
  ),
  key(
    "net.ipv4.ip_local_port_range",
    ports,
    text(
      "The ports from which connections of this host start. It bounds how many a proxy can have at once to one server address.",
      "本机发起连接所用的端口范围，限制代理到同一服务器地址的并发连接数。",
    ),
    { default: "32768 60999" },
  ),
  key(
    "net.ipv4.ip_local_reserved_ports",
    reservedPorts,
    text(
      "Ports that are never chosen for outgoing connections, so that services find them free.",
      "不会被自动选作本地端口的端口，以便留给服务使用。",
    ),
  ),
  key(
    "net.ipv4.ip_unprivileged_port_start",
    { ...range(0, 65535), ok: ["0", "80", "1024"] },
    text(
      "The first port that a program may listen on without privileges. It must not lie above the first of `net.ipv4.ip_local_port_range`.",
      "普通用户可以监听的最小端口，不得大于 `net.ipv4.ip_local_port_range` 的起始端口。",
    ),
    { default: "1024", since: "4.11" },
  ),
  key(
    "net.ipv4.ip_default_ttl",
    range(1, 255),
    text("How many routers a packet of this host may pass.", "本机数据包的默认 TTL。"),
    { default: "64" },
  ),
  key(
    "net.ipv4.ip_no_pmtu_disc",
    byte([
      means(0, "Finds the size that fits the path.", "执行路径 MTU 发现。"),
      means(1, "Does without.", "不执行。"),
      means(2, "Ignores the answers of routers.", "忽略路由器的 ICMP 应答。"),
      means(3, "Hardened: takes only answers that fit a connection.", "加固模式：只接受与现有连接相符的应答。"),
    ]),
    text("How the host finds the size of packets that fits a path.", "路径 MTU 发现的方式。"),
    { default: "0" },
  ),
  key(
    "net.ipv4.icmp_echo_ignore_all",
    strictFlag,
    text("Answers no ping, and so fails the checks that use it.", "不应答任何 ping，依赖 ping 的健康检查会失败。"),
    { default: "0" },
  ),
  key(
    "net.ipv4.icmp_echo_ignore_broadcasts",
    strictFlag,
    text("Answers no ping to broadcast and multicast addresses.", "不应答发往广播或多播地址的 ping。"),
    { default: "1" },
  ),
  key(
    "net.ipv4.igmp_max_memberships",
    amount(1, 20),
    text(
      "How many multicast groups a socket may join. A keepalived with many interfaces joins one on each.",
      "一个套接字可加入的多播组数量。keepalived 会在每个接口上各加入一个组。",
    ),
    { default: "20" },
  ),
  key(
    "net.ipv4.igmp_link_local_mcast_reports",
    byteFlag,
    text(
      "Reports membership of groups of the local network (224.0.0.0/24), such as VRRP's, to switches.",
      "向交换机报告本地链路多播组（224.0.0.0/24，例如 VRRP）的成员身份。",
    ),
    { default: "1", since: "4.3" },
  ),
  key(
    "net.ipv4.fwmark_reflect",
    byteFlag,
    text(
      "Answers of the kernel itself carry the mark of the packet that they answer.",
      "内核自身的应答沿用原数据包的标记。",
    ),
    { default: "0", since: "3.16" },
  ),
];
