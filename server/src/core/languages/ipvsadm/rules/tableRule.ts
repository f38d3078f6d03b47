/** Rules about lines beside the others: what `model/tableBuilder.ts` finds of one kind. */
import type { ConfigurationRule } from "../../../rules/rule.ts";
import { text } from "../../../text/localized.ts";
import { tableOf } from "../model/table.ts";

const above = text("The line stands here", "相关的行在此处");

/** A rule that reports the table's faults of its own kind, the tail of its id. */
export function tableRule(facts: Omit<ConfigurationRule<null>, "scope" | "reads" | "check">): ConfigurationRule<null> {
  const code = facts.id.replace("ipvsadm/", "");
  return {
    ...facts,
    scope: "configuration",
    reads: (configuration) => [tableOf(configuration)],
    check(configuration, { report }) {
      for (const fault of tableOf(configuration).faults) {
        if (fault.code !== code || fault.caused === true) continue;
        const { at, message, severity, rival } = fault;
        report({
          at,
          message,
          ...(severity === undefined ? {} : { severity }),
          ...(rival === undefined ? {} : { related: [{ ...rival, message: above }] }),
        });
      }
    },
  };
}
