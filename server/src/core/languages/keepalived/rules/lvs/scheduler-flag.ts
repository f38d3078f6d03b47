import { removeStatement, replace } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { schedulerNames } from "../../model/lvs.ts";

const needs = text('"{0}" needs "lb_algo {1}" above it', '"{0}"之前必须先写"lb_algo {1}"');
const other = text('"{0}" does nothing with "{1}"', '"{0}"与"{1}"同用时不起作用');
const nothing = text('"hashed" does nothing', '"hashed"不起任何作用');
const below = text("The scheduler is set here, too late", "调度算法在此处设定，已经太晚");
const set = text("The scheduler is set here", "调度算法在此处设定");

/** Flags by the scheduler that understands them. */
const flags: Readonly<Record<string, string>> = {
  "sh-port": "sh",
  "sh-fallback": "sh",
  "mh-port": "mh",
  "mh-fallback": "mh",
  hashed: "sh",
};

/** keepalived/check/check_parser.c: lbflags_handler. */
export const schedulerFlag: BlockRule<Globals> = {
  id: "keepalived/scheduler-flag",
  severity: "error",
  scope: "block",
  on: Object.keys(flags),
  summary: text(
    "A scheduler's flag above its `lb_algo` or beside another scheduler.",
    "调度算法的标志写在 `lb_algo` 之前，或与其他调度算法同用。",
  ),
  why: text(
    "The flags of `sh` and `mh` are read against the scheduler that is known at that line. Without `sh` or `mh` above it a flag is refused; a flag of the one is silently ignored by the other.",
    "读到 `sh`、`mh` 的标志时，会按当时已知的调度算法判断。前面没有 `sh` 或 `mh` 时会被拒绝；写成另一种算法的标志则会被悄悄忽略。",
  ),
  bad: [
    `
virtual_server 192.0.2.10 80 {
    sh-port
#   ^^^^^^^ error: "sh-port" needs "lb_algo sh" above it
    lb_algo sh
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
}
`,
    `
virtual_server 192.0.2.10 80 {
    lb_algo mh
    sh-port
#   ^^^^^^^ warning: "sh-port" does nothing with "mh"
    hashed
#   ^^^^^^ information: "hashed" does nothing
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
}
`,
  ],
  good: [
    `
virtual_server 192.0.2.10 80 {
    lb_algo sh
    sh-port
    sh-fallback
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
}
`,
  ],
  check(flag, { report }) {
    const name = flag.keyword?.name ?? "";
    const wanted = flags[name];
    if (flag.parent === undefined || wanted === undefined) return;
    const { children } = flag.parent;
    const own = children.indexOf(flag);
    const above = children.slice(0, own).findLast(isScheduler);
    const at = flag.at(flag.head);
    const fixes = [removeStatement(flag, "safe")];
    if (above?.values[0]?.word.unknown === true) return;
    const scheduler = above?.name;
    if (scheduler !== "sh" && scheduler !== "mh") {
      const later = children.slice(own).find((child) => isScheduler(child) && child.name === wanted);
      const related = later === undefined ? [] : [{ ...later.at(later.nameWord), message: below }];
      report({ at, message: fill(needs, name, wanted), related, fixes });
    } else if (name === "hashed") {
      report({ at, severity: "information", message: nothing, tag: "unnecessary", fixes });
    } else if (scheduler !== wanted && above !== undefined) {
      const meant = name.replace(/^../, scheduler);
      report({
        at,
        severity: "warning",
        message: fill(other, name, scheduler),
        related: [{ ...above.at(above.nameWord), message: set }],
        fixes: [replace(flag, flag.head, meant, "unsafe")],
      });
    }
  },
};

function isScheduler(statement: Bound): boolean {
  return schedulerNames.includes(statement.keyword?.name ?? "");
}
