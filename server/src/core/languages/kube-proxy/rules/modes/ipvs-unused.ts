import type { BlockRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import { modeOf } from "../../model/facts.ts";

const unused = text('"{0}" does nothing: the mode is "{1}", not ipvs', '"{0}"不起作用：当前模式是"{1}"，不是 ipvs');
const here = text("The mode is set here", "模式在此处设定");

/** cmd/kube-proxy/app/server_linux.go: createProxier reads these settings in mode ipvs only. */
export const ipvsUnused: BlockRule = {
  id: "kube-proxy/ipvs-unused",
  severity: "information",
  scope: "block",
  on: ["KubeProxyConfiguration"],
  summary: text("Settings of ipvs in another mode.", "模式不是 ipvs，却写了 ipvs 的设置。"),
  why: text(
    "kube-proxy reads them in mode ipvs only. strictARP for instance then changes nothing, and need not: no other mode puts Service addresses on an interface.",
    "只有 ipvs 模式才会读取这些设置。例如 strictARP 此时没有任何作用，也无需设置，因为其他模式不会把 Service 地址配置到接口上。",
  ),
  bad: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: iptables
ipvs:
  strictARP: true
# ^^^^^^^^^ "strictARP" does nothing: the mode is "iptables", not ipvs
  scheduler: ""
`,
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
ipvs:
  excludeCIDRs: [192.0.2.10/32]
# ^^^^^^^^^^^^ "excludeCIDRs" does nothing: the mode is "iptables", not ipvs
`,
  ],
  good: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: ipvs
ipvs:
  strictARP: true
`,
    // What kubeadm writes: every field with the value that it has anyway.
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: ""
ipvs:
  excludeCIDRs: null
  minSyncPeriod: 0s
  scheduler: ""
  strictARP: false
  syncPeriod: 0s
  tcpTimeout: 0s
`,
  ],
  check(configuration, { report }) {
    const mode = modeOf(configuration);
    if (mode === undefined || mode === "ipvs") return;
    // Where the mode is misspelt, it is the mode that is wrong.
    if (!["iptables", "nftables", "kernelspace"].includes(mode)) return;
    const set = configuration.find("mode");
    for (const field of configuration.find("ipvs")?.children ?? []) {
      if (!saysSomething(field)) continue;
      report({
        at: field.at(field.head),
        message: fill(unused, field.head.value, mode),
        tag: "unnecessary",
        ...(set === undefined ? {} : { related: [{ ...set.at(set.head), message: here }] }),
      });
    }
  },
};

/** Whether a field asks for anything but what it has by default; 30s is what everybody has. */
function saysSomething(field: Bound): boolean {
  if (field.children.length > 0) return true;
  const [value] = field.values;
  if (value === undefined) return false;
  const isPreset = field.keyword?.name === "syncPeriod" && value.data === 30;
  return value.data !== "" && value.data !== false && value.data !== 0 && !isPreset;
}
