import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";

const missing = text('The mode "{0}" needs "detectLocal.{1}"', '"{0}"模式需要设置"detectLocal.{1}"');

const needs: Readonly<Record<string, string>> = {
  BridgeInterface: "bridgeInterface",
  InterfaceNamePrefix: "interfaceNamePrefix",
};

/** validation.go: validateDetectLocalConfiguration, validateInterface. */
export const detectLocalIncomplete: BlockRule = {
  id: "kube-proxy/detect-local-incomplete",
  severity: "error",
  scope: "block",
  on: ["KubeProxyConfiguration"],
  summary: text("A detectLocalMode without the name that it goes by.", "detectLocalMode 缺少所需的接口名称。"),
  why: text("kube-proxy refuses the file and does not start.", "kube-proxy 会拒绝该文件，无法启动。"),
  bad: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
detectLocalMode: BridgeInterface
#                ^^^^^^^^^^^^^^^ The mode "BridgeInterface" needs "detectLocal.bridgeInterface"
detectLocal:
  interfaceNamePrefix: veth
`,
  ],
  good: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
detectLocalMode: BridgeInterface
detectLocal:
  bridgeInterface: cni0
`,
  ],
  check(configuration, { report }) {
    const mode = configuration.find("detectLocalMode");
    const [value] = mode?.values ?? [];
    const needed = needs[String(value?.data ?? "")];
    if (mode === undefined || value === undefined || needed === undefined) return;
    const local = configuration.find("detectLocal");
    const isMissing = local?.find(needed) === undefined || local.find(needed)?.values[0]?.data === "";
    const isUnknown = local?.statement.words.some(({ unknown }) => unknown === true) === true;
    if (isMissing && !isUnknown) {
      report({ at: mode.at(value.word), message: fill(missing, String(value.data), needed) });
    }
  },
};
