import type { BlockRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";

/** cmd/kube-proxy/app/server_linux.go: createProxier warns of it since 1.35 (kubernetes#134539, KEP-5495). */
export const ipvsDeprecated: BlockRule = {
  id: "kube-proxy/ipvs-deprecated",
  severity: "information",
  scope: "block",
  on: ["mode"],
  summary: text("The mode ipvs in a version that means to drop it.", "所设版本中 ipvs 模式已被弃用。"),
  why: text(
    "Since 1.35 kube-proxy warns of this mode in its log and as an event, and a later version will refuse it. nftables, ready since 1.33, is what Kubernetes names instead; it needs a kernel from 5.13 on.",
    "自 1.35 起，kube-proxy 会在日志和事件中对该模式发出警告，后续版本将不再支持。Kubernetes 建议改用 1.33 起正式可用的 nftables，它要求内核不低于 5.13。",
  ),
  link: "https://kubernetes.io/docs/reference/networking/virtual-ips/#proxy-mode-ipvs",
  since: "1.35",
  bad: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: ipvs
#     ^^^^ The mode "ipvs" is deprecated since 1.35; nftables comes instead
`,
  ],
  good: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: nftables
`,
  ],
  check(mode, { report, version }) {
    const [value] = mode.values;
    if (value?.data !== "ipvs" || !atLeast(version, "1.35")) return;
    report({
      at: mode.at(value.word),
      message: text(
        'The mode "ipvs" is deprecated since 1.35; nftables comes instead',
        '"ipvs"模式自 1.35 起弃用，建议改用 nftables',
      ),
      tag: "deprecated",
    });
  },
};
