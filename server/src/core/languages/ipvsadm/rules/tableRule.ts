/** Rules about lines beside the others: what `model/tableBuilder.ts` finds of one kind. */
import type { ConfigurationRule } from "../../../rules/rule.ts";
import { titles } from "../../../schema/fixTitles.ts";
import type { Fix, Location } from "../../../schema/problem.ts";
import { fill, text } from "../../../text/localized.ts";
import { tableOf } from "../model/table.ts";

const above = text("The line stands here", "相关的行在此处");

function replaceBy(at: Location, name: string): Fix {
  return { title: fill(titles.replace, name), safety: "unsafe", edits: [{ ...at, text: name }] };
}

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
        const { at, message, severity, rival, near } = fault;
        report({
          at,
          message,
          ...(severity === undefined ? {} : { severity }),
          ...(near === undefined ? {} : { fixes: [replaceBy(at, near)] }),
          ...(rival === undefined ? {} : { related: [{ ...rival, message: above }] }),
        });
      }
    },
  };
}
