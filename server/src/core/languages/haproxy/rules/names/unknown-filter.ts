import { replace } from "../../../../rules/fixes.ts";
import type { PartRule } from "../../../../rules/rule.ts";
import type { BoundValue } from "../../../../schema/value.ts";
import { fill, text } from "../../../../text/localized.ts";
import { nearest } from "../../../../text/nearest.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { front, http } from "../examples.ts";

const messages = {
  bandwidth: text('No bandwidth filter here is named "{0}"', '此处没有名为"{0}"的带宽限制过滤器'),
  engine: text('No SPOE filter here has the engine "{0}"', '此处没有引擎为"{0}"的 SPOE 过滤器'),
};

/** Rules that work through a filter of their own proxy: what the filter is called by, and which filters those are. */
const users = [
  {
    rule: "set-bandwidth-limit",
    argument: "name",
    filter: /^bwlim-(?:in|out)$/,
    key: "name",
    message: messages.bandwidth,
  },
  { rule: "send-spoe-group", argument: "engine", filter: /^spoe$/, key: "engine", message: messages.engine },
] as const;

/** src/flt_bwlim.c: check_bwlim_action; src/flt_spoe.c: check_send_spoe_group. */
export const unknownFilter: PartRule<Proxy, Globals> = {
  id: "haproxy/unknown-filter",
  severity: "error",
  scope: "part",
  parts: proxiesOf,
  summary: text("A rule for a filter that its proxy does not have.", "规则所用的过滤器在该代理中不存在。"),
  why: text(
    "Such a rule steers a `filter` line of the same section, which it names. HAProxy does not look for it elsewhere, and refuses the configuration where there is none.",
    "这类规则操纵同一段中由其指名的 `filter` 行。HAProxy 不会到别处查找，找不到时拒绝整个配置。",
  ),
  since: "2.8",
  bad: [
    `${http}${front}    http-response set-bandwidth-limit slow
#                                     ^^^^ No bandwidth filter here is named "slow"
backend app
    filter bwlim-out slow default-limit 100k default-period 1s
    server s1 127.0.0.1:8000
`,
  ],
  good: [
    `${http}${front}backend app
    filter bwlim-out slow default-limit 100k default-period 1s
    http-response set-bandwidth-limit slow
    server s1 127.0.0.1:8000
`,
  ],
  check(proxy, { report }) {
    if (proxy.isDisabled) return;
    const filters = proxy.own("filter");
    for (const { rule, argument, filter, key, message } of users) {
      const known = filters
        .filter((line) => filter.test(line.values[0]?.name ?? ""))
        .map((line) => namedValue(line.values, key));
      // A filter without the word is named by a file of its own, or by a variable.
      if (known.some((value) => value === undefined || value.word.unknown === true)) continue;
      const names = known.map((value) => String(value?.data));
      for (const line of proxy.block.children) {
        const used = line.keyword?.name.endsWith(` ${rule}`) === true ? line.value(argument) : undefined;
        if (used === undefined || used.word.unknown === true || names.includes(String(used.data))) continue;
        const near = nearest(String(used.data), names);
        // src/flt_bwlim.c: any bandwidth filter passes the check at the start, and then there is no limit.
        const isRefused = rule !== "set-bandwidth-limit" || names.length === 0;
        report({
          at: line.at(used.word),
          severity: isUncertain(line) ? "information" : isRefused ? "error" : "warning",
          message: fill(message, String(used.data)),
          ...(near === undefined ? {} : { fixes: [replace(line, used.word, near, "unsafe")] }),
        });
      }
    }
  },
};

/** The value behind a fixed word of the same name, which is bound as `true`. */
function namedValue(values: readonly BoundValue[], name: string): BoundValue | undefined {
  return values.findLast((value) => value.name === name && value.data !== true);
}
