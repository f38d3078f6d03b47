/** The words of the picture, in both languages. */

import type { Text } from "../core/text/localized.ts";
import { text } from "../core/text/localized.ts";
import type { GraphNode } from "../core/topology/graph.ts";
import type { EventKind } from "../core/vrrp/simulation/events.ts";
import type { InstanceState } from "../core/vrrp/simulation/timeline.ts";

export const columnWords: Readonly<Record<GraphNode["kind"], Text>> = {
  clients: text("clients", "客户端"),
  address: text("addresses", "虚拟地址"),
  host: text("hosts", "主机"),
  service: text("services", "服务"),
  server: text("servers", "服务器"),
};

export const stateWords: Readonly<Record<InstanceState, Text>> = {
  MASTER: text("MASTER", "MASTER"),
  BACKUP: text("BACKUP", "BACKUP"),
  FAULT: text("FAULT", "FAULT"),
  INIT: text("not running", "未运行"),
};

/** What has been done to something, in a word or two. */
export const failureWords: Readonly<Partial<Record<EventKind, Text>>> = {
  "power-off": text("no power", "已断电"),
  crash: text("crashed", "已崩溃"),
  stop: text("stopped", "已停止"),
  freeze: text("frozen", "已冻结"),
  "link-down": text("link down", "链路断开"),
  detach: text("cut off", "已隔离"),
  "script-fail": text("fails", "检查失败"),
  "drop-vrrp": text("drops VRRP", "丢弃 VRRP"),
};

export const words = {
  picture: text("Topology", "拓扑"),
  anybody: text("anybody", "任意客户端"),
  heldBy: text("held by {0}", "由 {0} 持有"),
  heldByNobody: text("nobody holds it", "无人持有"),
  twoMasters: text("two masters: {0}", "双主：{0}"),
  alarm: text("two masters", "双主"),
  twoIds: text("two virtual routers: {0}", "两个虚拟路由器：{0}"),
  virtualRouter: text("VRID {0}", "VRID {0}"),
  version: text("VRRPv{0}", "VRRPv{0}"),
  priority: text("priority {0}", "优先级 {0}"),
  fromTo: text("{0}, was {1}", "{0}，原为 {1}"),
  unknown: text("unknown", "未知"),
  every: text("every {0} s", "每 {0} 秒"),
  weight: text("weight {0}", "权重 {0}"),
  fault: text("FAULT when it fails", "失败则 FAULT"),
  falls: text("fails after {0}", "{0} 次后失败"),
  takesOver: text("takes over in {0} s", "{0} 秒后接管"),
  syncGroup: text("group {0}", "同步组 {0}"),
  unicast: text("unicast", "单播"),
  multicast: text("multicast", "组播"),
  doNotHear: text("they do not hear each other", "彼此收不到通告"),
  process: text("process", "进程"),
  script: text("script", "脚本"),
  file: text("file", "文件"),
  interface: text("interface", "接口"),
  bfd: text("BFD", "BFD"),
  instance: text("instance", "实例"),
  kernel: text("kernel", "内核"),
  listener: text("listener", "监听"),
  host: text("host", "主机"),
  address: text("virtual address", "虚拟地址"),
  service: text("service", "服务"),
  server: text("server", "服务器"),
  clients: text("clients", "客户端"),
  cluster: text("cluster", "集群"),
  hosts: text("{0} hosts", "{0} 台主机"),
  oneHost: text("1 host", "1 台主机"),
  folded: text("folded", "已折叠"),
  state: text("{0} {1}", "{0} {1}"),
  onHosts: text("on {0}", "位于 {0}"),
  backupServer: text("backup", "备用"),
  straight: text("{0}: answers go straight to the clients", "{0}：应答直接返回客户端"),
  answersBack: text("answers come back through it", "应答经由它返回"),
  errors: text("{0} errors", "{0} 个错误"),
  warnings: text("{0} warnings", "{0} 个警告"),
  notes: text("{0} notes", "{0} 条提示"),
  error: text("1 error", "1 个错误"),
  warning: text("1 warning", "1 个警告"),
  note: text("1 note", "1 条提示"),
};
