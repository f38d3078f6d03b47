import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** encoding/json for the kinds of values; pkg/proxy/apis/config/validation/validation.go for the limits. */
export const invalidValue: BindingRule = {
  id: "kube-proxy/invalid-value",
  severity: "error",
  scope: "binding",
  summary: text("A value that kube-proxy does not accept.", "kube-proxy 不接受的值。"),
  why: text(
    "kube-proxy does not start: a value of the wrong kind cannot be decoded, and one out of its limits fails the validation. The Services of the node then have no addresses.",
    "kube-proxy 无法启动：类型不符的值无法解码，超出范围的值通不过校验。该节点上的 Service 因此不可用。",
  ),
  bad: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: IPVS
#     ^^^^ "IPVS" is not one of iptables, ipvs, nftables, kernelspace
ipvs:
  tcpTimeout: 900
#             ^^^ "900" has no unit: write 900s
  strictARP: "true"
#            ^^^^^^ "true" is a text: write true or false without quotes
  excludeCIDRs:
  - 192.0.2.10
#   ^^^^^^^^^^ "192.0.2.10" needs a prefix length: 192.0.2.10/32
`,
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
conntrack:
  tcpEstablishedTimeout: 1d
#                        ^^ "d" is no unit of a duration; the largest is h
nodePortAddresses: 192.0.2.0/24
#                  ^^^^^^^^^^^^ "nodePortAddresses" takes a list
metricsBindAddress: :10249
#                   ^^^^^^ ":10249" is no address with a port such as 127.0.0.1:10249
ipvs: true
#     ^^^^ "ipvs" takes fields of its own, further in
`,
  ],
  good: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: ""
ipvs:
  tcpTimeout: 900s
  strictARP: true
  excludeCIDRs:
  - 192.0.2.10/32
iptables:
  masqueradeBit: null
metricsBindAddress: 127.0.0.1:10249
`,
  ],
};
