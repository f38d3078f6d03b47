import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** sigs.k8s.io/yaml, with which kube-proxy and kubectl read. */
export const invalidYaml: BindingRule = {
  id: "kube-proxy/invalid-yaml",
  severity: "error",
  scope: "binding",
  summary: text("Text that is no YAML.", "不符合 YAML 语法的文本。"),
  why: text(
    "Nothing of the file can be read, so kube-proxy does not start, or the ConfigMap is refused.",
    "整个文件都无法读取，kube-proxy 不能启动，或 ConfigMap 被拒绝。",
  ),
  bad: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
ipvs:
  excludeCIDRs: ["192.0.2.10/32"
mode: ipvs
#<^^^ A bracket or a quote is not closed here
`,
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
ipvs: strictARP: true
#     ^^^^^^^^^^ A value cannot begin on the line of another one
`,
  ],
  good: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: ipvs
ipvs: {strictARP: true, excludeCIDRs: ["192.0.2.10/32"]}
`,
  ],
};
