/** The blocks of the other modes (types.go: KubeProxyIPTablesConfiguration, …NFTables…, …Winkernel…). */
import type { Keyword } from "../../../schema/spec.ts";
import { text } from "../../../text/localized.ts";
import { flag, integer, string } from "../values/plain.ts";
import { field, ofType } from "./field.ts";
import { minSyncPeriod, syncPeriod } from "./syncPeriods.ts";

const masqueradeAll = (since?: string) =>
  field("masqueradeAll", flag(), {
    ...(since === undefined ? {} : { since }),
    doc: text(
      "Gives all traffic to Service addresses the node's own source address. Some network plugins need it.",
      "对发往 Service 地址的所有流量做源地址转换。部分网络插件需要。",
    ),
    default: "false",
    ok: ["masqueradeAll: true"],
    bad: ["masqueradeAll: 1"],
  });

const bitDoc = text(
  "The bit of the packet mark that says that a packet needs the node's source address, from 0 to 31.",
  "报文标记中用于表示需要源地址转换的位，取值 0 到 31。",
);

export const iptablesFields: readonly Keyword[] = ofType("KubeProxyIPTablesConfiguration", [
  field("masqueradeBit", integer(0, 31), {
    doc: bitDoc,
    default: "14",
    ok: ["masqueradeBit: 14", "masqueradeBit: null"],
    bad: ["masqueradeBit: 32", 'masqueradeBit: "14"'],
  }),
  masqueradeAll(),
  field("localhostNodePorts", flag(), {
    since: "1.26",
    doc: text(
      "Whether NodePort services answer on 127.0.0.1; mode iptables and IPv4 only.",
      "NodePort 服务是否可通过 127.0.0.1 访问，仅对 iptables 模式和 IPv4 有效。",
    ),
    default: "true",
    ok: ["localhostNodePorts: false"],
    bad: ['localhostNodePorts: "false"'],
  }),
  syncPeriod("iptables", "30s"),
  minSyncPeriod("iptables", "1s"),
]);

export const nftablesFields: readonly Keyword[] = ofType("KubeProxyNFTablesConfiguration", [
  field("masqueradeBit", integer(), {
    since: "1.29",
    doc: bitDoc,
    default: "14",
    ok: ["masqueradeBit: 14"],
    bad: ["masqueradeBit: x"],
  }),
  masqueradeAll("1.29"),
  { ...syncPeriod("nftables", "30s"), since: "1.29" },
  { ...minSyncPeriod("nftables", "1s"), since: "1.29" },
]);

export const winkernelFields: readonly Keyword[] = ofType("KubeProxyWinkernelConfiguration", [
  field("networkName", string("NAME"), {
    since: "1.14",
    doc: text("The network in which endpoints and policies are made.", "创建端点和策略所用的网络名称。"),
    ok: ["networkName: overlay"],
    bad: ["networkName: 1"],
  }),
  field("sourceVip", string("ADDRESS"), {
    since: "1.14",
    doc: text("The source address that load balancing translates to.", "负载均衡做地址转换时使用的源地址。"),
    ok: ["sourceVip: 192.0.2.1"],
    bad: ["sourceVip: 1"],
  }),
  field("enableDSR", flag(), {
    since: "1.14",
    doc: text("Whether answers go back directly, past the node.", "应答是否直接返回（DSR），不经过节点。"),
    default: "false",
    ok: ["enableDSR: true"],
    bad: ["enableDSR: maybe"],
  }),
  field("rootHnsEndpointName", string("NAME"), {
    since: "1.25",
    doc: text(
      "The endpoint of the l2bridge for the network namespace of the node.",
      "节点网络命名空间中连接 l2bridge 的端点名称。",
    ),
    ok: ["rootHnsEndpointName: cbr0"],
    bad: ["rootHnsEndpointName: 1"],
  }),
  field("forwardHealthCheckVip", flag(), {
    since: "1.25",
    doc: text("Passes the Service address on for the health check port.", "是否为健康检查端口转发 Service 地址。"),
    default: "false",
    ok: ["forwardHealthCheckVip: true"],
    bad: ["forwardHealthCheckVip: 1"],
  }),
]);
