import type { Host } from "../../../../model/cluster/host.ts";
import type { KubeProxy, VirtualServer } from "../../../../model/facts.ts";
import { type Address, formatAddress, parseAddress } from "../../../../net/address.ts";
import { type AddressRange, liesIn } from "../../../../net/network.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import type { Severity } from "../../../../schema/problem.ts";
import { fill, list, text } from "../../../../text/localized.ts";
import { hosts } from "../../model/parts.ts";

const messages = {
  service: text(
    "kube-proxy on {0} deletes this: its excludeCIDRs lack {1}",
    "{0} 上的 kube-proxy 会删除它：excludeCIDRs 缺少 {1}",
  ),
  proxy: text(
    "kube-proxy deletes virtual servers of others here: excludeCIDRs lack {0}",
    "kube-proxy 会删除此处他人的虚拟服务器：excludeCIDRs 缺少 {0}",
  ),
};
const proxyHere = text("The mode of kube-proxy", "kube-proxy 的模式");
const serviceHere = text("{0} sets it up", "由 {0} 建立");

/** pkg/proxy/ipvs/proxier.go: cleanLegacyService, isIPInExcludeCIDRs; with every sync, since 1.34 when it starts. */
export const kubeProxyExcludes: ClusterRule<Host> = {
  id: "stack/kube-proxy-excludes",
  severity: "warning",
  scope: "cluster",
  parts: hosts,
  summary: text(
    "Virtual servers beside a kube-proxy that deletes them.",
    "虚拟服务器与会删除它们的 kube-proxy 位于同一主机。",
  ),
  why: text(
    "In mode ipvs kube-proxy takes the kernel's table for its own: when it cleans up it deletes each virtual server that stands for no Service. keepalived does not notice and does not put it back. Their addresses belong in `ipvs.excludeCIDRs`. Rules for ipvsadm may be ones that kube-proxy made itself, so for them this is only said.",
    "ipvs 模式的 kube-proxy 把内核的表视为自己所有：清理时会删除所有不对应 Service 的虚拟服务器。keepalived 不会察觉，也不会重新建立。应把这些地址写入 `ipvs.excludeCIDRs`。ipvsadm 的规则可能本来就是 kube-proxy 建立的，因此只作提示。",
  ),
  link: "https://kubernetes.io/docs/reference/config-api/kube-proxy-config.v1alpha1/",
  bad: [
    `
#- lb1/keepalived.conf
virtual_server 192.0.2.10 80 {
#              ^^^^^^^^^^ kube-proxy on lb1 deletes this: its excludeCIDRs lack 192.0.2.10
    lb_algo rr
    lb_kind DR
    protocol TCP
    real_server 192.0.2.21 80 {
        TCP_CHECK {
        }
    }
}
#- lb1/kube-proxy.yaml
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: ipvs
#     ^^^^ kube-proxy deletes virtual servers of others here: excludeCIDRs lack 192.0.2.10
ipvs:
  strictARP: true
  excludeCIDRs:
  - 198.51.100.0/24
`,
  ],
  good: [
    `
#- lb1/keepalived.conf
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind DR
    protocol TCP
    real_server 192.0.2.21 80 {
        TCP_CHECK {
        }
    }
}
#- lb1/kube-proxy.yaml
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: ipvs
ipvs:
  strictARP: true
  excludeCIDRs:
  - 192.0.2.0/28
`,
    `
#- lb1/keepalived.conf
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind DR
    protocol TCP
    real_server 192.0.2.21 80 {
        TCP_CHECK {
        }
    }
}
#- lb1/kube-proxy.yaml
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: iptables
`,
  ],
  check(host, { report }) {
    for (const proxy of host.facts.kubeProxies) {
      const excluded = excludedBy(proxy);
      const { mode } = proxy;
      if (excluded === undefined || mode === undefined) continue;
      const deleted = host.facts.virtualServers.flatMap(({ address, by, at }): Deleted[] =>
        address === undefined || excluded.some((range) => liesIn(address, range)) ? [] : [{ address, by, at }],
      );
      for (const { address, by, at } of deleted) {
        report({
          at,
          message: fill(messages.service, host.name, formatAddress(address)),
          severity: severityOf(by),
          related: [{ ...mode.at, message: proxyHere }],
        });
      }
      const [first] = deleted;
      if (first === undefined) continue;
      report({
        at: mode.at,
        message: fill(messages.proxy, list([...new Set(deleted.map((one) => formatAddress(one.address)))])),
        severity: deleted.some(({ by }) => severityOf(by) === "warning") ? "warning" : "information",
        related: deleted.map(({ by, at }) => ({ ...at, message: fill(serviceHere, by) })),
      });
    }
  },
};

type Deleted = Pick<VirtualServer, "by" | "at"> & { readonly address: Address };

function severityOf(by: VirtualServer["by"]): Severity {
  return by === "keepalived" ? "warning" : "information";
}

/** The networks that it leaves alone; undefined where that is not known, or it touches nothing of LVS. */
function excludedBy({ mode, excludesAddresses, isPartial }: KubeProxy): readonly AddressRange[] | undefined {
  if (mode?.value !== "ipvs" || isPartial) return undefined;
  const ranges = excludesAddresses.map(({ value }): AddressRange | undefined => {
    const [text = "", length] = value.split("/");
    const address = parseAddress(text);
    return address === undefined || length === undefined ? undefined : { address, prefixLength: Number(length) };
  });
  const known = ranges.flatMap((range) => range ?? []);
  // With one that cannot be read kube-proxy does not start.
  return known.length < ranges.length ? undefined : known;
}
