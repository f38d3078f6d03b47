/** The block `ipvs` (types.go: KubeProxyIPVSConfiguration). */
import type { Keyword, Mistake } from "../../../schema/spec.ts";
import { text } from "../../../text/localized.ts";
import { duration } from "../values/duration.ts";
import { network } from "../values/network.ts";
import { choice, flag } from "../values/plain.ts";
import { field, listField, ofType } from "./field.ts";
import { anyScheduler, schedulers } from "./schedulers.ts";
import { minSyncPeriod, syncPeriod } from "./syncPeriods.ts";

export const ipvsFields: readonly Keyword[] = ofType("KubeProxyIPVSConfiguration", [
  field("scheduler", anyScheduler(choice(schedulers)), {
    doc: text(
      "How connections are shared out among the pods of a Service: an IPVS scheduler of the node's kernel. kube-proxy does not know the list; it tries the name and does not start where the kernel has none of it.",
      "Service 的连接如何分配给各个 Pod，即节点内核中的 IPVS 调度算法。kube-proxy 不检查名称，只是尝试使用，内核没有该算法时无法启动。",
    ),
    default: "rr",
    ok: ["scheduler: rr", 'scheduler: ""', "scheduler: mh"],
    bad: ["scheduler: 1"],
  }),
  field("strictARP", flag(), {
    since: "1.14",
    doc: text(
      "Sets `arp_ignore` to 1 and `arp_announce` to 2 for all interfaces, so that the node does not answer ARP for the addresses on `kube-ipvs0`. Needed wherever something else announces Service addresses: MetalLB, kube-vip, keepalived.",
      "把所有接口的 `arp_ignore` 设为 1、`arp_announce` 设为 2，使节点不再为 `kube-ipvs0` 上的地址应答 ARP。只要由其他程序（MetalLB、kube-vip、keepalived）宣告 Service 地址，就必须开启。",
    ),
    default: "false",
    ok: ["strictARP: true", "strictARP: no"],
    bad: ['strictARP: "true"', "strictARP: 1"],
  }),
  listField("excludeCIDRs", network(), {
    since: "1.11",
    doc: text(
      "Virtual servers with addresses in these networks are left alone when kube-proxy cleans up. Without it, kube-proxy deletes every virtual server of the node that no Service accounts for, those of keepalived and ipvsadm included.",
      "清理时保留地址在这些网段内的虚拟服务器。不设置时，kube-proxy 会删除节点上所有不属于 Service 的虚拟服务器，包括 keepalived 和 ipvsadm 建立的。",
    ),
    ok: ['excludeCIDRs: ["192.0.2.10/32"]', "excludeCIDRs: []", "excludeCIDRs: null"],
    bad: ["excludeCIDRs: 192.0.2.0/24", "excludeCIDRs: [192.0.2.10]"],
  }),
  syncPeriod("IPVS", "30s"),
  minSyncPeriod("IPVS", "0s"),
  field("tcpTimeout", duration(), {
    since: "1.18",
    doc: text(
      "How long an idle TCP connection is remembered. 0 leaves what the system has set.",
      "空闲 TCP 连接的保留时间。0 表示保持系统现有设置。",
    ),
    default: "0s",
    ok: ["tcpTimeout: 900s", "tcpTimeout: 0s"],
    bad: ["tcpTimeout: 900"],
  }),
  field("tcpFinTimeout", duration(), {
    since: "1.18",
    doc: text(
      "How long a TCP connection is remembered after one side has ended it. 0 leaves what the system has set.",
      "TCP 连接收到 FIN 之后的保留时间。0 表示保持系统现有设置。",
    ),
    default: "0s",
    ok: ["tcpFinTimeout: 2m"],
    bad: ["tcpFinTimeout: 2d"],
  }),
  field("udpTimeout", duration(), {
    since: "1.18",
    doc: text(
      "How long a UDP exchange without further packets is remembered. 0 leaves what the system has set.",
      "UDP 会话无新报文时的保留时间。0 表示保持系统现有设置。",
    ),
    default: "0s",
    ok: ["udpTimeout: 300s"],
    bad: ['udpTimeout: "300"'],
  }),
]);

/** Copied from page to page, and known to no version. */
export const ipvsMistakes: readonly Mistake[] = [
  {
    name: "supportIPVSProxyMode",
    message: text(
      '"supportIPVSProxyMode" is no field: "mode: ipvs" is what switches IPVS on',
      '没有字段"supportIPVSProxyMode"：启用 IPVS 只需"mode: ipvs"',
    ),
  },
  {
    name: "maxSyncPeriod",
    message: text(
      '"maxSyncPeriod" is no field: the longest time is "syncPeriod"',
      '没有字段"maxSyncPeriod"：最长间隔由"syncPeriod"设定',
    ),
    use: "syncPeriod",
  },
  {
    name: "strictArp",
    message: text('"strictArp" is read with capitals only: "strictARP"', '字段名区分大小写，应为"strictARP"'),
    use: "strictARP",
  },
];
