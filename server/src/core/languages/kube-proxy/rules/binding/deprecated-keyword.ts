import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** staging/src/k8s.io/kube-proxy/config/v1alpha1/types.go. */
export const deprecatedKeyword: BindingRule = {
  id: "kube-proxy/deprecated-keyword",
  severity: "information",
  scope: "binding",
  summary: text("A field that no longer does anything.", "已不再起作用的字段。"),
  why: text(
    "It is still read, so that old files work, but nothing looks at it.",
    "为兼容旧文件仍可读取，但不起任何作用。",
  ),
  bad: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
portRange: "30000-32767"
#<^^^^^^^ "portRange" is deprecated
`,
  ],
  good: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
nodePortAddresses: [192.0.2.0/24]
`,
  ],
};
