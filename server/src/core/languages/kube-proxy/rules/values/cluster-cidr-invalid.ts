import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { isNetwork } from "../../values/network.ts";

const noNetwork = text('"{0}" is no network such as 10.244.0.0/16', '"{0}"不是网段（如 10.244.0.0/16）');
const tooMany = text(
  "One network, or one of each family; these are {0}",
  "应为一个网段，或每个协议族各一个；此处有 {0} 个",
);
const sameFamily = text(
  "Two networks of one family: at most one of each is allowed",
  "两个网段属于同一协议族，每族最多一个",
);

/** validation.go: validateDetectLocalConfiguration, validateDualStackCIDRStrings; other modes do not look at it. */
export const clusterCidrInvalid: BlockRule = {
  id: "kube-proxy/cluster-cidr-invalid",
  severity: "error",
  scope: "block",
  on: ["KubeProxyConfiguration"],
  summary: text("A pod network that kube-proxy cannot read.", "kube-proxy 无法识别的 Pod 网段。"),
  why: text(
    "kube-proxy refuses the file and does not start: where detectLocalMode says nothing else, it needs the network of the pods, of a cluster with two families one of each.",
    "kube-proxy 会拒绝该文件，无法启动：detectLocalMode 未另行设定时需要正确的 Pod 网段，双栈集群每个协议族各一个。",
  ),
  bad: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
clusterCIDR: 10.244.0.0
#            ^^^^^^^^^^ "10.244.0.0" is no network such as 10.244.0.0/16
`,
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
clusterCIDR: "10.244.0.0/16,10.245.0.0/16"
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Two networks of one family
`,
  ],
  good: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
clusterCIDR: 10.244.0.0/16,fd00:10:244::/56
`,
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
detectLocalMode: NodeCIDR
clusterCIDR: ""
`,
  ],
  check(configuration, { report }) {
    const field = configuration.find("clusterCIDR");
    const [value] = field?.values ?? [];
    const mode = configuration.find("detectLocalMode");
    const isJudged = mode === undefined || ["", "ClusterCIDR"].includes(mode.name);
    if (field === undefined || value === undefined || value.data === "" || !isJudged) return;
    if (mode?.statement.words.some(({ unknown }) => unknown === true) === true) return;
    const networks = String(value.data).split(",");
    const wrong = networks.find((one) => !isNetwork(one));
    const families = new Set(networks.map((one) => one.includes(":")));
    const message =
      networks.length > 2
        ? fill(tooMany, networks.length)
        : wrong !== undefined
          ? fill(noNetwork, wrong)
          : families.size < networks.length
            ? sameFamily
            : undefined;
    if (message !== undefined) report({ at: field.at(value.word), message });
  },
};
