/** net.ipv6.conf and its neighbours (net/ipv6/addrconf.c). */
import type { Keyword } from "../../../schema/spec.ts";
import { text } from "../../../text/localized.ts";
import { key } from "./key.ts";
import { amount, byteFlag, flag, int, means } from "./kinds.ts";

const conf = (name: string) => `net.ipv6.conf.*.${name}`;

export const ipv6: readonly Keyword[] = [
  key(
    "net.ipv6.ip_nonlocal_bind",
    byteFlag,
    text(
      "Lets programs bind to IPv6 addresses that the host does not hold, such as the virtual one on the node that is not master.",
      "允许程序绑定本机没有的 IPv6 地址，例如非主节点上的虚拟地址。",
    ),
    { default: "0", since: "4.3" },
  ),
  key(
    "net.ipv6.bindv6only",
    byteFlag,
    text("Sockets on [::] take no IPv4 connections.", "监听 [::] 的套接字不接受 IPv4 连接。"),
    { default: "0" },
  ),
  key(
    conf("accept_dad"),
    int([
      means(0, "No duplicate address detection.", "不检测重复地址。"),
      means(1, "Detects duplicates.", "检测重复地址。"),
      means(
        2,
        "And turns IPv6 off where the link-local address is taken.",
        "若链路本地地址重复，则关闭该接口的 IPv6。",
      ),
    ]),
    text(
      "Whether an address waits until nobody in the network answers for it. A virtual address that moves cannot be used for that second or two.",
      "地址在使用前是否先检测重复。漂移的虚拟地址在检测期间的一两秒内不可用。",
    ),
    { default: "1" },
  ),
  key(
    conf("dad_transmits"),
    amount(0, 1),
    text(
      "How often duplicate address detection asks before the address is used; 0 asks never.",
      "重复地址检测的探测次数，0 表示不检测。",
    ),
    { default: "1" },
  ),
  key(
    conf("disable_ipv6"),
    flag,
    text(
      "Takes IPv6 off the interface: its addresses go at once, and no virtual address can be set.",
      "在接口上停用 IPv6：立即删除其地址，也无法再设置虚拟地址。",
    ),
    { default: "0" },
  ),
  key(
    conf("forwarding"),
    int([
      means(0, "A host.", "主机。"),
      means(
        1,
        "A router: packets are forwarded, and router advertisements ignored.",
        "路由器：转发数据包并忽略路由器通告。",
      ),
      means(2, "A router that asks for router advertisements.", "路由器，但仍请求路由器通告。"),
    ]),
    text(
      "Makes the host a router for IPv6. It then ignores router advertisements unless `accept_ra` is 2, and may lose its default route.",
      "使主机成为 IPv6 路由器。此后除非 `accept_ra` 为 2，否则忽略路由器通告，可能丢失默认路由。",
    ),
    { default: "0" },
  ),
  key(
    conf("accept_ra"),
    int([
      means(0, "Ignores router advertisements.", "忽略路由器通告。"),
      means(1, "Takes them unless the interface forwards.", "接口未开启转发时接受。"),
      means(2, "Takes them always.", "始终接受。"),
    ]),
    text("Whether routes and addresses come from router advertisements.", "是否从路由器通告获取路由和地址。"),
    { default: "1" },
  ),
  key(
    conf("autoconf"),
    flag,
    text("Makes addresses of the prefixes in router advertisements.", "根据路由器通告中的前缀自动生成地址。"),
    { default: "1" },
  ),
  key(
    conf("use_tempaddr"),
    int([
      means(-1, "Never.", "从不。"),
      means(0, "No temporary addresses.", "不使用临时地址。"),
      means(1, "Makes them, and prefers the public ones.", "生成临时地址，但优先使用公共地址。"),
      means(2, "Makes and prefers them.", "生成并优先使用临时地址。"),
    ]),
    text(
      "Temporary addresses for outgoing connections. A server on whose address others rely needs none.",
      "外连时使用的临时地址。地址被他人依赖的服务器不需要它。",
    ),
    { default: "0" },
  ),
  key(conf("accept_redirects"), flag, text("Follows ICMPv6 redirects.", "接受 ICMPv6 重定向。"), { default: "1" }),
  key(
    conf("keep_addr_on_down"),
    int([
      means(-1, "Never, whatever `all` says.", "从不保留，忽略 `all`。"),
      means(0, "As `all` says.", "按 `all` 的设置。"),
      means(1, "Keeps them.", "保留。"),
    ]),
    text("Keeps static addresses when the interface goes down.", "接口关闭时保留静态地址。"),
    { default: "0", since: "4.6" },
  ),
  key(
    conf("ndisc_notify"),
    flag,
    text(
      "Announces addresses by itself when the interface comes up or its hardware address changes.",
      "接口启用或硬件地址变化时，自动发送邻居通告。",
    ),
    { default: "0" },
  ),
  key(
    conf("proxy_ndp"),
    flag,
    text("Answers for neighbours that are listed as proxied.", "代理应答已登记的邻居地址。"),
    { default: "0" },
  ),
];
