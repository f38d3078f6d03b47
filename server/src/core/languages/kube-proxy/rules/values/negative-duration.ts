import type { BlockRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import { modeOf } from "../../model/facts.ts";

const negative = text('"{0}" must not be negative, it is {1}', '"{0}"不能为负数，当前为 {1}');

/** validation.go: conntrack and configSyncPeriod always, the periods and timeouts of the mode that is set. */
export const negativeDuration: BlockRule = {
  id: "kube-proxy/negative-duration",
  severity: "error",
  scope: "block",
  on: ["KubeProxyConfiguration"],
  summary: text("A duration below zero.", "时长为负数。"),
  why: text("kube-proxy refuses the file and does not start.", "kube-proxy 会拒绝该文件，无法启动。"),
  bad: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: ipvs
ipvs:
  udpTimeout: -1s
#             ^^^ "udpTimeout" must not be negative, it is -1s
conntrack:
  tcpCloseWaitTimeout: "-1h"
#                      ^^^^^ "tcpCloseWaitTimeout" must not be negative, it is -1h
`,
  ],
  good: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: ipvs
ipvs:
  udpTimeout: 0s
iptables:
  syncPeriod: 30s
`,
  ],
  check(configuration, { report }) {
    const blocks: readonly (Bound | undefined)[] = [
      configuration.find("conntrack"),
      configuration.find(modeOf(configuration) ?? ""),
    ];
    const fields = [configuration.find("configSyncPeriod"), ...blocks.flatMap((block) => block?.children ?? [])];
    for (const field of fields) {
      const [value] = field?.values ?? [];
      if (field === undefined || value === undefined || !isDuration(field)) continue;
      if (typeof value.data !== "number" || !(value.data < 0)) continue;
      report({ at: field.at(value.word), message: fill(negative, field.head.value, value.word.value) });
    }
  },
};

/** The others have limits of their own. */
function isDuration({ keyword }: Bound): boolean {
  return keyword?.args.some(({ value }) => value.signature === "DURATION") === true;
}
