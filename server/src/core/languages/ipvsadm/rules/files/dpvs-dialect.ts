import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { ruleOf } from "../../model/rule.ts";
import { tableOf } from "../../model/table.ts";

const message = text(
  '"{0}" is for the ipvsadm of DPVS; the kernel\'s own knows no such rule',
  '"{0}"属于 DPVS 的 ipvsadm，内核 IPVS 的 ipvsadm 不认识',
);

/** DPVS, tools/ipvsadm. */
export const dpvsDialect: ConfigurationRule<null> = {
  id: "ipvsadm/dpvs-dialect",
  severity: "information",
  scope: "configuration",
  reads: (configuration) => [tableOf(configuration)],
  summary: text("Rules for DPVS, which has an ipvsadm of its own.", "为 DPVS 编写的规则，它有自己的 ipvsadm。"),
  why: text(
    "DPVS balances outside of the kernel. Its command knows local addresses (`-P`), SYN proxies (`-j`) and full NAT (`-b`), which the kernel's IPVS does not; of such lines nothing else is said.",
    "DPVS 在内核之外做负载均衡。它的命令支持本地地址（`-P`）、SYN 代理（`-j`）和 FullNAT（`-b`），内核的 IPVS 则不支持。对这样的行不再报告其他问题。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -j enable
#                  ^^ "-j" is for the ipvsadm of DPVS; the kernel's own knows no such rule
-at 192.0.2.1:80 -r 192.0.2.11:80 -b
-Pt 192.0.2.1:80 -z 192.0.2.21 -F dpdk0
`,
  ],
  good: ["-A -t 192.0.2.1:80 -s rr\n"],
  check(configuration, { report }) {
    const bound = tableOf(configuration).outcomes.find(({ dialect }) => dialect)?.bound;
    const fault = bound === undefined ? undefined : ruleOf(bound.statement).faults.find((one) => one.dialect === true);
    if (bound === undefined || fault === undefined) return;
    const written = bound.source.section.text.slice(fault.start, fault.end);
    report({ at: bound.at(fault), message: fill(message, written) });
  },
};
