import { replace } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { nearest } from "../../../../text/nearest.ts";
import { schedulers } from "../../schema/schedulers.ts";

const unknown = text('Linux has no scheduler "{0}"', 'Linux 没有调度算法"{0}"');
const near = text('Linux has no scheduler "{0}", did you mean "{1}"?', 'Linux 没有调度算法"{0}"，是否想写"{1}"？');

/** cmd/kube-proxy/app/server_linux.go: CanUseIPVSProxier tries the scheduler; nothing checks its name (kubernetes#114878). */
export const schedulerUnknown: BlockRule = {
  id: "kube-proxy/scheduler-unknown",
  severity: "warning",
  scope: "block",
  on: ["scheduler"],
  summary: text("A scheduler that Linux does not have.", "Linux 中不存在的调度算法。"),
  why: text(
    "kube-proxy tries to make a virtual server with it. Where the kernel has no such scheduler, kube-proxy does not start. Only somebody with a module of their own may use such a name.",
    "kube-proxy 会用它试建一个虚拟服务器，内核没有该算法时无法启动。只有自行编写内核模块的人才会用到这样的名称。",
  ),
  bad: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: ipvs
ipvs:
  scheduler: wwr
#            ^^^ Linux has no scheduler "wwr", did you mean "wrr"?
`,
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: ipvs
ipvs:
  scheduler: weighted
#            ^^^^^^^^ Linux has no scheduler "weighted"
`,
  ],
  good: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: ipvs
ipvs:
  scheduler: mh
`,
  ],
  check(scheduler, { report }) {
    const [value] = scheduler.values;
    const names = schedulers.map(({ name }) => name);
    if (value === undefined || value.data === "" || names.includes(String(value.data))) return;
    const meant = nearest(String(value.data), names);
    report({
      at: scheduler.at(value.word),
      message: meant === undefined ? fill(unknown, String(value.data)) : fill(near, String(value.data), meant),
      ...(meant === undefined ? {} : { fixes: [replace(scheduler, value.word, meant, "unsafe")] }),
    });
  },
};
