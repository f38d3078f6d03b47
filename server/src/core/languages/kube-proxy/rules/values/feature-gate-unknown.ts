import { removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";

const gone = text('The feature gate "{0}" is gone since 1.21: leave it out', '特性门控"{0}"自 1.21 起已移除，应删除');

/** Gates of old guides, which no version that is judged knows (website, feature-gates-removed). */
const removed = ["SupportIPVSProxyMode"];

/** component-base/featuregate/feature_gate.go: SetFromMap refuses a name that it does not know. */
export const featureGateUnknown: BlockRule = {
  id: "kube-proxy/feature-gate-unknown",
  severity: "error",
  scope: "block",
  on: ["featureGates"],
  summary: text("A feature gate that is long gone.", "早已移除的特性门控。"),
  why: text(
    "kube-proxy does not start where a feature gate has a name that it does not know. SupportIPVSProxyMode was needed for mode ipvs up to 1.10; since then the mode is all it takes.",
    "遇到不认识的特性门控名称，kube-proxy 无法启动。SupportIPVSProxyMode 只在 1.10 及之前启用 ipvs 模式时需要，此后只需设置 mode。",
  ),
  bad: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: ipvs
featureGates:
  SupportIPVSProxyMode: true
# ^^^^^^^^^^^^^^^^^^^^ The feature gate "SupportIPVSProxyMode" is gone since 1.21: leave it out
`,
  ],
  good: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: ipvs
featureGates:
  AllAlpha: false
`,
  ],
  check(gates, { report }) {
    for (const gate of gates.children) {
      const { value } = gate.head;
      if (!removed.includes(value)) continue;
      const isAlone = gates.children.length === 1;
      report({
        at: gate.at(gate.head),
        message: fill(gone, value),
        fixes: [removeStatement(isAlone ? gates : gate, "unsafe")],
      });
    }
  },
};
