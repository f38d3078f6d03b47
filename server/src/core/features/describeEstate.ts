/** What was made of the files, for people: clusters, their hosts and virtual routers, and why. */
import type { Cluster, Estate, Host, VirtualRouter } from "../model/cluster/host.ts";
import { fill, type Locale, say, type Text, text } from "../text/localized.ts";

const words = {
  cluster: text("Cluster {0}", "集群 {0}"),
  single: text("Host {0}, in no cluster", "主机 {0}，不属于任何集群"),
  reads: text("reads {0}: {1}", "读取 {0}：{1}"),
  has: text("has {0}: {1}", "地址 {0}：{1}"),
  on: text("{0} on {1}", "{0}（{1}）"),
  router: text("virtual router {0} for {1}", "虚拟路由器 {0}，VIP {1}"),
  member: text('{0}: "{1}", priority {2}', '{0}："{1}"，优先级 {2}'),
  because: text("together because {0}", "归为一组的依据：{0}"),
  unknown: text("unknown", "未知"),
  none: text("No hosts: no file tells of one", "没有主机：没有文件说明任何主机"),
};

/** The lines of a text that tells of all clusters and hosts; `show` makes a path of a URI. */
export function describeEstate(estate: Estate, locale: Locale, show: (uri: string) => string): readonly string[] {
  if (estate.hosts.length === 0) return [say(words.none, locale)];
  const write = (depth: number, line: Text) => `${"  ".repeat(depth)}${say(line, locale)}`;
  return estate.clusters.flatMap((cluster, index) => [
    ...(index === 0 ? [] : [""]),
    ...describeCluster(cluster, show).map(([depth, line]) => write(depth, line)),
  ]);
}

type Line = readonly [depth: number, line: Text];

function describeCluster({ name, hosts, routers }: Cluster, show: (uri: string) => string): readonly Line[] {
  const isAlone = hosts.length === 1;
  return [
    [0, fill(isAlone ? words.single : words.cluster, name)],
    ...hosts.flatMap((host) => describeHost(host, isAlone, show)),
    ...routers.flatMap(describeRouter),
  ];
}

function describeHost(
  { name, files, addresses }: Host,
  isAlone: boolean,
  show: (uri: string) => string,
): readonly Line[] {
  return [
    ...(isAlone ? [] : [[1, text(name, name)] as const]),
    ...files.map(({ uri, reason }): Line => [2, fill(words.reads, show(uri), reason)]),
    ...addresses.map((address): Line => {
      const { interface: on, reason } = address;
      const where = on === undefined ? address.text : fill(words.on, address.text, on);
      return [2, fill(words.has, where, reason)];
    }),
  ];
}

function describeRouter({ members, reasons }: VirtualRouter): readonly Line[] {
  const ids = unique(members.map(({ instance }) => String(instance.virtualRouterId?.value ?? "?")));
  const addresses = unique(members.flatMap(({ instance }) => instance.addresses.map((one) => one.text)));
  return [
    [1, fill(words.router, ids.join(" / "), addresses.join(", ") || "–")],
    ...members.map(({ host, instance }): Line => {
      const priority = instance.priority === undefined ? words.unknown : instance.priority.value;
      return [2, fill(words.member, host.name, instance.name, priority)];
    }),
    ...(reasons.length === 0 ? [] : [[2, fill(words.because, joined(reasons))] as const]),
  ];
}

function joined(reasons: readonly Text[]): Text {
  return { en: reasons.map(({ en }) => en).join("; "), zh: reasons.map(({ zh }) => zh).join("；") };
}

function unique(list: readonly string[]): readonly string[] {
  return [...new Set(list)];
}
