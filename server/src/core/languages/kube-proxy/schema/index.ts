/** The table: all fields of a KubeProxyConfiguration, version v1alpha1. */
import type { KeywordBody, Mistake } from "../../../schema/spec.ts";
import { keywords } from "../../../schema/spec.ts";
import { word } from "../../../schema/values/word.ts";
import { text } from "../../../text/localized.ts";
import { duration } from "../values/duration.ts";
import { address, network, socket } from "../values/network.ts";
import { choice, flag, integer, string } from "../values/plain.ts";
import { clientConnectionFields, detectLocalFields, loggingFields } from "./blocks.ts";
import { conntrackFields } from "./conntrack.ts";
import { block, field, listField, mapField, ofType } from "./field.ts";
import { ipvsFields, ipvsMistakes } from "./ipvs.ts";
import { iptablesFields, nftablesFields, winkernelFields } from "./modes.ts";

const modes = [
  {
    name: "iptables",
    doc: text("Rules of iptables; the default on Linux.", "使用 iptables 规则，Linux 上的默认模式。"),
  },
  {
    name: "ipvs",
    doc: text(
      "Virtual servers of the kernel's IPVS, with all Service addresses on `kube-ipvs0`. Deprecated since 1.35.",
      "使用内核 IPVS 虚拟服务器，所有 Service 地址配置在 `kube-ipvs0` 上。自 1.35 起弃用。",
    ),
  },
  {
    name: "nftables",
    doc: text("Rules of nftables; for everybody since 1.33.", "使用 nftables 规则，1.33 起正式可用。"),
  },
  { name: "kernelspace", doc: text("The only mode on Windows.", "Windows 上唯一的模式。") },
];

const localModes = [
  { name: "ClusterCIDR", doc: text("By the addresses in `clusterCIDR`.", "按 `clusterCIDR` 中的地址判断。") },
  { name: "NodeCIDR", doc: text("By the network of the node's own pods.", "按本节点的 Pod 网段判断。") },
  { name: "BridgeInterface", doc: text("By the bridge that it comes from.", "按流量来自的网桥判断。") },
  {
    name: "InterfaceNamePrefix",
    doc: text("By the name of the interface that it comes from.", "按流量来自的接口名前缀判断。"),
  },
];

/** Fields of earlier days, which the versions that are judged drop. */
const gone: readonly Mistake[] = [
  {
    name: "udpIdleTimeout",
    message: text(
      '"udpIdleTimeout" is no field any more: it went with the userspace mode in 1.26',
      '字段"udpIdleTimeout"已不存在：1.26 起随 userspace 模式移除',
    ),
  },
  {
    name: "resourceContainer",
    message: text(
      '"resourceContainer" is no field any more and does nothing',
      '字段"resourceContainer"已不存在，不起作用',
    ),
  },
  {
    name: "proxyMode",
    message: text('"proxyMode" is no field: the mode is set by "mode"', '没有字段"proxyMode"：模式由"mode"设定'),
    use: "mode",
  },
];

const fields = ofType("KubeProxyConfiguration", [
  field("apiVersion", string("kubeproxy.config.k8s.io/v1alpha1"), {
    doc: text(
      "The version of the format: always `kubeproxy.config.k8s.io/v1alpha1` so far.",
      "配置格式的版本，目前只有 `kubeproxy.config.k8s.io/v1alpha1`。",
    ),
    ok: ["apiVersion: kubeproxy.config.k8s.io/v1alpha1"],
  }),
  field("mode", choice(modes), {
    doc: text(
      "How the node sends the traffic of Services to pods. Where it is empty, iptables is used on Linux and kernelspace on Windows.",
      "节点如何把 Service 流量转发给 Pod。留空时 Linux 上使用 iptables，Windows 上使用 kernelspace。",
    ),
    default: text("`iptables` on Linux", "Linux 上为 `iptables`"),
    ok: ["mode: ipvs", 'mode: ""', "mode:", 'mode: "nftables"'],
    bad: ["mode: IPVS", "mode: userspace", "mode: [ipvs]", "mode: 1"],
  }),
  block(
    "ipvs",
    ipvsFields,
    {
      doc: text(
        "Settings of the mode `ipvs`. They do nothing in another mode.",
        "`ipvs` 模式的设置，其他模式下不起作用。",
      ),
      ok: ["ipvs: {}", "ipvs:"],
      bad: ["ipvs: true", "ipvs: [a]"],
    },
    ipvsMistakes,
  ),
  block("iptables", iptablesFields, {
    doc: text(
      "Settings of the mode `iptables`. The masquerade settings hold for the mode `ipvs`, too.",
      "`iptables` 模式的设置，其中地址伪装（masquerade）设置对 `ipvs` 模式也有效。",
    ),
    ok: ["iptables: {}"],
    bad: ["iptables: x"],
  }),
  block("nftables", nftablesFields, {
    since: "1.29",
    doc: text("Settings of the mode `nftables`.", "`nftables` 模式的设置。"),
    ok: ["nftables: {}"],
    bad: ["nftables: x"],
  }),
  block("winkernel", winkernelFields, {
    since: "1.14",
    doc: text("Settings of the mode `kernelspace` on Windows.", "Windows 上 `kernelspace` 模式的设置。"),
    ok: ["winkernel: {}"],
    bad: ["winkernel: x"],
  }),
  block("conntrack", conntrackFields, {
    doc: text("Limits and timeouts of the kernel's connection tracking.", "内核连接跟踪的上限和超时。"),
    ok: ["conntrack: {}"],
    bad: ["conntrack: 5"],
  }),
  field("clusterCIDR", string("NETWORK[,NETWORK]"), {
    doc: text(
      "The network of the pods; of a cluster with two families one of each, with a comma between them. Traffic from elsewhere to a Service gets the node's source address.",
      "Pod 网段；双栈集群写一个 IPv4 和一个 IPv6 网段，用逗号分隔。来自网段之外、发往 Service 的流量会做源地址转换。",
    ),
    ok: ["clusterCIDR: 10.244.0.0/16", 'clusterCIDR: ""', "clusterCIDR: 10.244.0.0/16,fd00:10:244::/56"],
    bad: ["clusterCIDR: [10.244.0.0/16]"],
  }),
  field("detectLocalMode", choice(localModes), {
    since: "1.18",
    doc: text("What traffic counts as that of the node's own pods.", "如何判断流量来自本节点的 Pod。"),
    default: "ClusterCIDR",
    ok: ["detectLocalMode: NodeCIDR"],
    bad: ["detectLocalMode: nodecidr"],
  }),
  block("detectLocal", detectLocalFields, {
    since: "1.24",
    doc: text("What `detectLocalMode` needs to know.", "`detectLocalMode` 所需的设置。"),
    ok: ["detectLocal: {}"],
    bad: ["detectLocal: x"],
  }),
  listField("nodePortAddresses", network(["primary", "localhost", "all"]), {
    doc: text(
      "Networks; NodePort services answer only on addresses of the node that lie in one of them. `primary` alone stands for the addresses of the Node object.",
      "网段列表：NodePort 服务只在节点位于这些网段内的地址上应答。单独写 `primary` 表示 Node 对象中的地址。",
    ),
    ok: ["nodePortAddresses: [192.0.2.0/24]", "nodePortAddresses: [primary]", "nodePortAddresses: null"],
    bad: ["nodePortAddresses: primary", "nodePortAddresses: [192.0.2.1]"],
  }),
  field("bindAddress", address(), {
    doc: text(
      "Stands for the node's own address and its family; nothing is bound to it, despite its name.",
      "用于确定节点地址及协议族；尽管名为 bind，实际并不监听该地址。",
    ),
    default: "0.0.0.0",
    ok: ["bindAddress: 0.0.0.0", 'bindAddress: "::"'],
    bad: ["bindAddress: localhost"],
  }),
  field("bindAddressHardFail", flag(), {
    since: "1.21",
    doc: text("Ends kube-proxy where it cannot bind to a port.", "无法监听端口时是否直接退出。"),
    default: "false",
    ok: ["bindAddressHardFail: false"],
    bad: ['bindAddressHardFail: "no"'],
  }),
  field("healthzBindAddress", socket("0.0.0.0:10256"), {
    doc: text(
      "Where health checks are answered. A load balancer asks here which nodes may get traffic.",
      "健康检查的监听地址，负载均衡器据此判断节点能否接收流量。",
    ),
    default: "0.0.0.0:10256",
    ok: ["healthzBindAddress: 0.0.0.0:10256", 'healthzBindAddress: "[::]:10256"', "healthzBindAddress: 0.0.0.0"],
    bad: ["healthzBindAddress: :10256", "healthzBindAddress: localhost:10256", "healthzBindAddress: 0.0.0.0:0"],
  }),
  field("metricsBindAddress", socket("127.0.0.1:10249"), {
    doc: text("Where metrics are served, without a password.", "指标的监听地址，访问不需要认证。"),
    default: "127.0.0.1:10249",
    ok: ["metricsBindAddress: 127.0.0.1:10249", 'metricsBindAddress: ""'],
    bad: ["metricsBindAddress: 10249", "metricsBindAddress: 0.0.0.0:99999"],
  }),
  field("hostnameOverride", string("NAME"), {
    doc: text("The name of the Node, where it is not the host's own.", "Node 名称，与主机名不同时填写。"),
    ok: ['hostnameOverride: ""', "hostnameOverride: node1"],
    bad: ["hostnameOverride: 1"],
  }),
  block("clientConnection", clientConnectionFields, {
    doc: text("How the API server is reached.", "如何连接 API 服务器。"),
    ok: ["clientConnection: {}"],
    bad: ["clientConnection: x"],
  }),
  field("configSyncPeriod", duration(), {
    doc: text(
      "How often all Services are fetched anew; 0 means the default.",
      "多久重新获取一次全部 Service，0 表示默认值。",
    ),
    default: "15m0s",
    ok: ["configSyncPeriod: 0s", "configSyncPeriod: 15m0s"],
    bad: ["configSyncPeriod: 15"],
  }),
  field("enableProfiling", flag(), {
    doc: text(
      "Serves profiles beside the metrics, under `/debug/pprof`.",
      "在指标端口的 `/debug/pprof` 提供性能分析。",
    ),
    default: "false",
    ok: ["enableProfiling: false"],
    bad: ["enableProfiling: 0"],
  }),
  mapField("featureGates", word("GATE"), flag(), {
    doc: text("Switches features on or off by name.", "按名称开启或关闭特性门控。"),
    ok: ["featureGates: {}", "featureGates: {TopologyAwareHints: true}"],
    bad: ["featureGates: {TopologyAwareHints: 1}", "featureGates: TopologyAwareHints=true"],
  }),
  block("logging", loggingFields, {
    since: "1.28",
    doc: text("What is logged, and how.", "日志的格式与详细程度。"),
    ok: ["logging: {}"],
    bad: ["logging: x"],
  }),
  field("oomScoreAdj", integer(-1000, 1000), {
    doc: text(
      "How willingly the kernel ends kube-proxy when memory runs out; -1000 means never.",
      "内存不足时内核结束 kube-proxy 的倾向，-1000 表示永不结束。",
    ),
    default: "-999",
    ok: ["oomScoreAdj: -999", "oomScoreAdj: null"],
    bad: ["oomScoreAdj: -1001"],
  }),
  field("portRange", string("RANGE"), {
    deprecated: { reported: false },
    doc: text("Was for the userspace mode, and does nothing now.", "曾用于 userspace 模式，现已不起作用。"),
    ok: ['portRange: ""'],
  }),
  field("showHiddenMetricsForVersion", string("VERSION"), {
    since: "1.19",
    doc: text(
      "The version, such as `1.33`, whose hidden metrics are shown; only the one before the own one is taken. It needs quotes, or YAML makes a number of it.",
      "显示该版本（如 `1.33`）的隐藏指标，只接受上一个次要版本。必须加引号，否则 YAML 会当作数字。",
    ),
    ok: ['showHiddenMetricsForVersion: ""', 'showHiddenMetricsForVersion: "1.33"'],
    bad: ["showHiddenMetricsForVersion: 1.33"],
  }),
  field("windowsRunAsService", flag(), {
    since: "1.28",
    doc: text("Obeys the service manager of Windows.", "是否接受 Windows 服务管理器的控制。"),
    default: "false",
    ok: ["windowsRunAsService: true"],
    bad: ["windowsRunAsService: 1"],
  }),
]);

const configuration = block(
  "KubeProxyConfiguration",
  fields,
  {
    doc: text(
      "The settings of kube-proxy, which gives Services their addresses on every node: a file for `--config`, a document beside those of kubeadm, or the entry `config.conf` of the ConfigMap `kube-proxy`.",
      "kube-proxy 的设置，它负责在每个节点上实现 Service 地址。可以是 `--config` 指定的文件、kubeadm 配置旁的一个文档，或 ConfigMap `kube-proxy` 中的 `config.conf`。",
    ),
  },
  gone,
);

export const root: KeywordBody = keywords([
  { ...configuration, signature: "kind: KubeProxyConfiguration", repeat: true },
]);
