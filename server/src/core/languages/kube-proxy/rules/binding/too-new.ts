import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** staging/src/k8s.io/kube-proxy/config/v1alpha1/types.go of the version. */
export const tooNew: BindingRule = {
  id: "kube-proxy/too-new",
  severity: "error",
  scope: "binding",
  summary: text("A field that the set version does not know yet.", "所设版本尚不支持的字段。"),
  why: text(
    "An older kube-proxy leaves the field out, as any that it does not know.",
    "旧版 kube-proxy 会像对待未知字段一样忽略它。",
  ),
  until: "1.28",
  bad: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
conntrack:
  udpTimeout: 30s
# ^^^^^^^^^^ "udpTimeout" needs version 1.29; version 1.28 is set
`,
  ],
  good: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
conntrack:
  tcpCloseWaitTimeout: 1h0m0s
`,
  ],
};
