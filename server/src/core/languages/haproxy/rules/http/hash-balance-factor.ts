import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { front, http } from "../examples.ts";

const message = text('"{0}" is no factor: 0 or more than 100', '"{0}"不是有效系数，应为 0 或大于 100');

/** src/cfgparse-listen.c: "hash-balance-factor". */
export const hashBalanceFactor: BlockRule<Globals> = {
  id: "haproxy/hash-balance-factor",
  severity: "error",
  scope: "block",
  on: ["hash-balance-factor"],
  summary: text("A factor for balanced hashing that leaves the servers too little.", "一致性哈希的均衡系数过小。"),
  why: text(
    "The factor says, in percent of the average load, how much one server may get. With 100 or less the servers together could not take all requests, so HAProxy refuses it; 0 switches the limit off.",
    "该系数以平均负载的百分比表示单台服务器的上限。100 或更小时所有服务器加起来也无法承担全部请求，HAProxy 会拒绝；0 表示关闭限制。",
  ),
  bad: [
    `${http}${front}
backend app
    balance hdr(host)
    hash-type consistent
    hash-balance-factor 50
#                       ^^ 0 or more than 100
    server s1 192.0.2.11:80
`,
  ],
  good: [
    `${http}${front}
backend app
    balance hdr(host)
    hash-type consistent
    hash-balance-factor 150
    server s1 192.0.2.11:80
`,
  ],
  check(factor, { report }) {
    const value = factor.values[0];
    if (typeof value?.data !== "number" || value.data < 1 || value.data > 100) return;
    report({
      at: factor.at(value.word),
      message: fill(message, value.word.value),
      ...(isUncertain(factor) ? { severity: "warning" as const } : {}),
    });
  },
};
