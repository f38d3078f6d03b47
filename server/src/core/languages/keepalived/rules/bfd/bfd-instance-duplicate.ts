import { removeStatement } from "../../../../rules/fixes.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";

const message = text('The BFD instance "{0}" is defined twice: this block is ignored', 'BFD 实例"{0}"重复定义，此块会被忽略');
const first = text("The first definition", "第一处定义");

/** keepalived/bfd/bfd_data.c: alloc_bfd; bfd_parser.c: bfd_checker_handler. */
export const bfdInstanceDuplicate: ConfigurationRule<Globals> = {
  id: "keepalived/bfd-instance-duplicate",
  severity: "error",
  scope: "configuration",
  reads: ["bfd_instance"],
  summary: text("Two `bfd_instance` blocks of one name.", "两个 `bfd_instance` 块同名。"),
  why: text(
    "keepalived keeps the first block and skips the second with all it says.",
    "keepalived 保留第一块，并跳过第二块的全部内容。",
  ),
  bad: [
    `
bfd_instance bfd1 {
    neighbor_ip 192.0.2.254
}
bfd_instance bfd1 {
#            ^^^^ defined twice
    neighbor_ip 192.0.2.253
}
`,
  ],
  good: [
    `
bfd_instance bfd1 {
    neighbor_ip 192.0.2.254
}
bfd_instance bfd2 {
    neighbor_ip 192.0.2.253
}
`,
  ],
  check(configuration, { report }) {
    const seen = new Map<string, Bound>();
    for (const instance of configuration.all("bfd_instance")) {
      if (instance.nameWord.unknown === true || instance.values.length === 0) continue;
      const before = seen.get(instance.name);
      if (before === undefined) {
        seen.set(instance.name, instance);
        continue;
      }
      report({
        at: instance.at(instance.nameWord),
        message: fill(message, instance.name),
        related: [{ ...before.at(before.nameWord), message: first }],
        fixes: [removeStatement(instance, "unsafe")],
      });
    }
  },
};
