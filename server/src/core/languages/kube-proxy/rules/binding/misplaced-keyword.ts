import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** cmd/kube-proxy/app/options.go: loadConfig; a field counts only in its own type (types.go). */
export const misplacedKeyword: BindingRule = {
  id: "kube-proxy/misplaced-keyword",
  severity: "error",
  scope: "binding",
  summary: text("A field in a block to which it does not belong.", "字段写在了不属于它的位置。"),
  why: text(
    "Mostly the indentation is wrong. kube-proxy leaves the field out and keeps the default.",
    "多半是缩进有误。kube-proxy 会忽略该字段，使用默认值。",
  ),
  bad: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: ipvs
strictARP: true
#<^^^^^^^ "strictARP" is no field of "KubeProxyConfiguration"; it belongs in ipvs
`,
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
ipvs:
  mode: ipvs
# ^^^^ "mode" is no field of "ipvs"; it belongs in KubeProxyConfiguration
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
  ],
};
