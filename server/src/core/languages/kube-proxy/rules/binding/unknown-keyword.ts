import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** cmd/kube-proxy/app/options.go: loadConfig; strict decoding fails, and lenient decoding leaves the field out. */
export const unknownKeyword: BindingRule = {
  id: "kube-proxy/unknown-keyword",
  severity: "error",
  scope: "binding",
  summary: text("A field that kube-proxy does not know.", "kube-proxy 不认识的字段。"),
  why: text(
    "kube-proxy says in its log that strict decoding failed, reads the file once more without the field, and runs as if it were not there.",
    "kube-proxy 在日志中记录严格解码失败，随后忽略该字段重新读取，相当于没有写。",
  ),
  bad: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: ipvs
ipvs:
  strictARP: true
  maxSyncPeriod: 30s
# ^^^^^^^^^^^^^ "maxSyncPeriod" is no field: the longest time is "syncPeriod"
  supportIPVSProxyMode: true
# ^^^^^^^^^^^^^^^^^^^^ "supportIPVSProxyMode" is no field: "mode: ipvs" is what switches IPVS on
`,
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: ipvs
ipvs:
  schedular: wrr
# ^^^^^^^^^ There is no field "schedular" here, did you mean "scheduler"?
  color: blue
# ^^^^^ There is no field "color" in "ipvs"
`,
    `
apiVersion: v1
kind: ConfigMap
metadata:
  name: kube-proxy
data:
  config.conf: |
    kind: KubeProxyConfiguration
    apiVersion: kubeproxy.config.k8s.io/v1alpha1
    clusterCidr: 10.244.0.0/16
#   ^^^^^^^^^^^ There is no field "clusterCidr" here, did you mean "clusterCIDR"?
`,
  ],
  good: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: ipvs
ipvs:
  strictARP: true
  syncPeriod: 30s
  scheduler: wrr
`,
  ],
};
