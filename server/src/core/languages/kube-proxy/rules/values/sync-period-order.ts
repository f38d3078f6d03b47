import type { BlockRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import { modeOf } from "../../model/facts.ts";

const tooLong = text(
  '"minSyncPeriod" is {0} and longer than "syncPeriod", {1}',
  '"minSyncPeriod"为 {0}，大于"syncPeriod"的 {1}',
);
const tooShort = text(
  '"syncPeriod" is {1} and shorter than "minSyncPeriod", {0}',
  '"syncPeriod"为 {1}，小于"minSyncPeriod"的 {0}',
);
const other = text('"{0}" stands here', '"{0}"写在此处');

/** Seconds that count where nothing or 0 is set (pkg/proxy/apis/config/v1alpha1/defaults.go). */
const longest = { seconds: 30, written: "30s" };
const shortest: Readonly<Record<string, { readonly seconds: number; readonly written: string }>> = {
  iptables: { seconds: 1, written: "1s" },
  nftables: { seconds: 1, written: "1s" },
  ipvs: { seconds: 0, written: "0s" },
};

/** validation.go: Validate compares the two; those of the mode that is set in all versions, so only these are judged. */
export const syncPeriodOrder: BlockRule = {
  id: "kube-proxy/sync-period-order",
  severity: "error",
  scope: "block",
  on: ["KubeProxyConfiguration"],
  summary: text("A shortest period that is longer than the longest.", "最短同步间隔大于最长同步间隔。"),
  why: text(
    "kube-proxy refuses the file and does not start. Where syncPeriod is not set, or 0, it is 30 seconds.",
    "kube-proxy 会拒绝该文件，无法启动。未设置 syncPeriod 或设为 0 时，其值为 30 秒。",
  ),
  bad: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: ipvs
ipvs:
  minSyncPeriod: 1m
#                ^^ "minSyncPeriod" is 1m and longer than "syncPeriod", 10s
  syncPeriod: 10s
`,
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: ipvs
ipvs:
  minSyncPeriod: 45s
#                ^^^ "minSyncPeriod" is 45s and longer than "syncPeriod", 30s
`,
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
iptables:
  syncPeriod: 500ms
#             ^^^^^ "syncPeriod" is 500ms and shorter than "minSyncPeriod", 1s
`,
  ],
  good: [
    `
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: ipvs
ipvs:
  minSyncPeriod: 30s
  syncPeriod: 0s
iptables:
  minSyncPeriod: 1s
  syncPeriod: 30s
`,
  ],
  check(configuration, { report }) {
    const mode = modeOf(configuration) ?? "";
    const block = configuration.find(mode);
    const preset = shortest[mode];
    if (block === undefined || preset === undefined) return;
    const max = periodOf(block, "syncPeriod", longest);
    const min = periodOf(block, "minSyncPeriod", preset);
    // Of a negative period something else is said.
    if (max === undefined || min === undefined || max.seconds < 0 || !(min.seconds > max.seconds)) return;
    const wrong = min.set ?? max.set;
    const rival = min.set === undefined ? undefined : max.set;
    if (wrong === undefined) return;
    report({
      at: wrong.at(wrong.values[0]?.word ?? wrong.head),
      message: fill(min.set === undefined ? tooShort : tooLong, min.written, max.written),
      ...(rival === undefined
        ? {}
        : { related: [{ ...rival.at(rival.head), message: fill(other, rival.head.value) }] }),
    });
  },
};

/** What a period is, and where it is set to something; undefined where that cannot be told. */
function periodOf(block: Bound, name: string, preset: { readonly seconds: number; readonly written: string }) {
  const set = block.find(name);
  if (set === undefined || set.statement.words.length < 2) return { ...preset, set: undefined };
  const [value] = set.values;
  const seconds = Number(value?.data ?? Number.NaN);
  if (value === undefined || Number.isNaN(seconds)) return undefined;
  return seconds === 0 ? { ...preset, set: undefined } : { seconds, written: value.word.value, set };
}
