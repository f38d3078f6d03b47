/** Keywords of `garp_group`. */
import { arg, type Keyword, lines, rest } from "../../../schema/spec.ts";
import { changedIn } from "../../../schema/values/changed.ts";
import { decimal } from "../../../schema/values/number.ts";
import { text } from "../../../text/localized.ts";
import { interfaceName } from "../values/interface.ts";
import { manual } from "./link.ts";

const limits = { min: 0, places: 6, unit: "s" };
const interval = changedIn("2.3.2", decimal({ ...limits, max: 4294.967295 }), decimal({ ...limits, max: 2147.483647 }));

/** `garp_group { … }`: pace of gratuitous ARP on a set of interfaces (keepalived/vrrp/vrrp_parser.c). */
export const garpGroup: readonly Keyword[] = [
  {
    name: "garp_interval",
    args: [arg("seconds", interval)],
    since: "1.2.21",
    doc: text(
      "Pause between two gratuitous ARP packets (IPv4) on these interfaces. A few milliseconds are enough for most switches; every VIP adds one pause, so a whole second with many VIPs makes the takeover slow.",
      "这些接口上相邻两个免费 ARP 报文（IPv4）之间的间隔。对多数交换机几毫秒就够了；每个 VIP 都要等一次间隔，VIP 很多时设成整秒会让接管变得很慢。",
    ),
    link: manual("VRRP_gratuitous_ARP_and_unsolicited_neighbour_advert_delay_group(s)"),
    ok: ["garp_interval 0.002"],
    bad: ["garp_interval -1", "garp_interval fast"],
  },
  {
    name: "gna_interval",
    args: [arg("seconds", interval)],
    since: "1.2.21",
    doc: text(
      "Pause between two unsolicited neighbour advertisements (IPv6) on these interfaces; the IPv6 counterpart of `garp_interval`.",
      "这些接口上相邻两个主动邻居通告（IPv6）之间的间隔，是 `garp_interval` 的 IPv6 版本。",
    ),
    link: manual("VRRP_gratuitous_ARP_and_unsolicited_neighbour_advert_delay_group(s)"),
    ok: ["gna_interval 0.002"],
    bad: ["gna_interval -1", "gna_interval fast"],
  },
  {
    name: "interface",
    args: [arg("interface", interfaceName())],
    repeat: true,
    since: "1.2.21",
    doc: text(
      "The one physical interface the intervals apply to. A VMAC is not allowed, and an interface can be in one garp_group only; for several ports of one switch use `interfaces` instead.",
      "间隔所作用的单个物理接口。不能写 VMAC 接口，且一个接口只能属于一个 garp_group；同一交换机上的多个端口请改用 `interfaces`。",
    ),
    link: manual("VRRP_gratuitous_ARP_and_unsolicited_neighbour_advert_delay_group(s)"),
    ok: ["interface eth0"],
    bad: ["interface eth77"],
  },
  {
    name: "interfaces",
    args: [],
    body: lines(rest("interface", interfaceName())),
    exact: true,
    repeat: true,
    since: "1.2.21",
    doc: text(
      "Several interfaces that lead to the same switch and therefore share one limit: the pause counts across all of them. Use either this block or `interface`.",
      "连到同一台交换机、因而共享同一限制的多个接口：间隔在这些接口之间合并计算。与 `interface` 二选一。",
    ),
    link: manual("VRRP_gratuitous_ARP_and_unsolicited_neighbour_advert_delay_group(s)"),
    ok: ["interfaces { eth0 eth1 }", "interfaces {\n    eth0\n    eth1\n}"],
    bad: ["interfaces { eth77 }", "interfaces { }"],
  },
];
