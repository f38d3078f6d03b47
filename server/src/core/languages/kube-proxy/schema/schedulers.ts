/** The schedulers that Linux has (net/netfilter/ipvs/Kconfig). kube-proxy itself takes any name since 1.27 (kubernetes#114878). */
import type { Value } from "../../../schema/value.ts";
import type { Choice } from "../../../schema/values/choice.ts";
import { text } from "../../../text/localized.ts";
import { string } from "../values/plain.ts";

export const schedulers: readonly Choice[] = [
  { name: "rr", doc: text("in turn", "轮询") },
  { name: "wrr", doc: text("in turn, by weight; kube-proxy gives all the same", "加权轮询；kube-proxy 的权重都相同") },
  { name: "lc", doc: text("to the pod with the fewest connections", "最少连接") },
  { name: "wlc", doc: text("fewest connections, by weight", "加权最少连接") },
  { name: "lblc", doc: text("by destination, else fewest connections", "基于目标地址的最少连接") },
  { name: "lblcr", doc: text("by destination with a set of pods for each", "带复制的基于目标地址的最少连接") },
  { name: "dh", doc: text("by a hash of the destination address", "目标地址哈希") },
  { name: "sh", doc: text("by a hash of the source address", "源地址哈希") },
  { name: "sed", doc: text("to the shortest expected delay", "最短预期延迟") },
  { name: "nq", doc: text("to an idle pod, else shortest expected delay", "无需排队") },
  { name: "fo", doc: text("to the pod with the highest weight", "故障转移：选权重最高者") },
  { name: "ovf", doc: text("to the highest weight until it is full", "溢出：权重最高者满后再选下一个") },
  { name: "mh", doc: text("by Maglev's hash of the source address", "Maglev 一致性哈希") },
  { name: "twos", doc: text("to the better one of two random pods", "随机取二选优") },
];

/** Offers and explains the known names, and takes any. */
export function anyScheduler(known: Value): Value {
  return { ...known, match: (reader, name) => string().match(reader, name) };
}
