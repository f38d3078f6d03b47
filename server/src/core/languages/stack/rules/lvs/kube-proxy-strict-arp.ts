import type { Estate, Host } from "../../../../model/cluster/host.ts";
import type { VirtualAddress } from "../../../../model/facts.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import type { Section } from "../../../../text/document.ts";
import { fill, text } from "../../../../text/localized.ts";
import { arpState } from "../../model/arp.ts";
import { wholeEstate } from "../../model/parts.ts";

const message = text(
  "Each node answers ARP for every Service: {0} has VIPs, so strictARP should be true",
  "每个节点都会应答所有 Service 地址的 ARP：{0} 持有 VIP，应把 strictARP 设为 true",
);
const held = text("{0} holds it by VRRP", "{0} 通过 VRRP 持有它");

/** pkg/proxy/ipvs/proxier.go: NewProxier sets arp_ignore and arp_announce with strictARP. */
export const kubeProxyStrictArp: ClusterRule<Estate> = {
  id: "stack/kube-proxy-strict-arp",
  severity: "information",
  scope: "cluster",
  parts: wholeEstate,
  summary: text(
    "kube-proxy in mode ipvs without strictARP, beside keepalived.",
    "与 keepalived 并存的 kube-proxy 使用 ipvs 模式但未开启 strictARP。",
  ),
  why: text(
    "In mode ipvs each node has the addresses of all Services on `kube-ipvs0`, those for clients outside included, and answers ARP for them. Where keepalived holds such an address, every node claims it. With `strictARP: true` kube-proxy sets `arp_ignore` to 1 and `arp_announce` to 2 for all interfaces. Whether the address is that of a Service no file here shows; where it is not, as for the API server, nothing happens.",
    "ipvs 模式下，每个节点的 `kube-ipvs0` 上都有所有 Service 的地址，包括供集群外部访问的地址，并会应答它们的 ARP。若 keepalived 持有其中的地址，所有节点都会声称拥有它。`strictARP: true` 会把所有接口的 `arp_ignore` 设为 1、`arp_announce` 设为 2。该地址是否属于 Service 无法从这里的文件看出；若不属于（例如 API 服务器的地址），则没有影响。",
  ),
  link: "https://kubernetes.io/docs/reference/config-api/kube-proxy-config.v1alpha1/",
  bad: [
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb1/kube-proxy.yaml
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: ipvs
ipvs:
  strictARP: false
#            ^^^^^ lb1 has VIPs, so strictARP should be true
`,
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- k8s/kube-proxy.yaml
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: ipvs
#     ^^^^ lb1 has VIPs, so strictARP should be true
`,
  ],
  good: [
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb1/kube-proxy.yaml
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: ipvs
ipvs:
  strictARP: true
`,
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb1/sysctl.conf
net.ipv4.conf.all.arp_ignore = 1
net.ipv4.conf.all.arp_announce = 2
#- lb1/kube-proxy.yaml
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: ipvs
`,
  ],
  check({ hosts }, { report }) {
    // Hosts may share a file: each of its configurations is told of once.
    const reported = new Set<Section>();
    for (const node of hosts) {
      for (const { mode, strictArp, isPartial } of node.facts.kubeProxies) {
        if (mode?.value !== "ipvs" || strictArp?.value !== false || isPartial) continue;
        const { at } = strictArp.isWritten ? strictArp : mode;
        const holders = neighbours(node, hosts).flatMap(holder);
        if (holders.length === 0 || reported.has(at.source.section)) continue;
        reported.add(at.source.section);
        report({
          at,
          message: fill(message, holders.map(({ host }) => host.name).join(", ")),
          related: holders.map(({ host, address }) => ({ ...address.at, message: fill(held, host.name) })),
        });
      }
    }
  },
};

/** The host itself; where its files are those of the whole cluster, all hosts that lie beside it. */
function neighbours(node: Host, hosts: readonly Host[]): readonly Host[] {
  return node.facts.instances.length > 0 ? [node] : hosts.filter(({ site }) => site === node.site);
}

/** A host that has virtual IPv4 addresses and is not quiet about ARP by its own settings. */
function holder(host: Host): readonly { readonly host: Host; readonly address: VirtualAddress }[] {
  const address = host.facts.instances.flatMap(({ addresses }) => addresses).find((one) => one.address.family === 4);
  const [ignore, announce] = [arpState(host, "arp_ignore", undefined), arpState(host, "arp_announce", undefined)];
  if (address === undefined || ignore === undefined || announce === undefined) return [];
  return ignore.number >= 1 && announce.number >= 2 ? [] : [{ host, address }];
}
