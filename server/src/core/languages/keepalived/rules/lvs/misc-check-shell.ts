import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { shellSign } from "../../model/shell.ts";

const message = text(
  'No shell reads the command, so "{0}" is handed to the program as it is',
  '命令不经过 shell，"{0}"会原样传给程序',
);

/** lib/notify.c: system_call_script. */
export const miscCheckShell: BlockRule<Globals> = {
  id: "keepalived/misc-check-shell",
  severity: "warning",
  scope: "block",
  on: ["misc_path"],
  summary: text(
    "A pipe, a redirection or other shell syntax in `misc_path`.",
    "`misc_path` 中使用了管道、重定向等 shell 语法。",
  ),
  why: text(
    "keepalived runs the program itself. A pipe or a redirection becomes one more argument, and the check then tells something else than was meant. Put the commands into a script, or write `/bin/sh -c '…'`.",
    "keepalived 直接执行程序，管道和重定向只会成为多余的参数，检查结果也就不是所想的那样。应把命令写进脚本，或写成 `/bin/sh -c '…'`。",
  ),
  bad: [
    `
global_defs {
    enable_script_security
    script_user root
}
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        MISC_CHECK {
            misc_path "/usr/bin/curl -s http://198.51.100.11/ | grep -q ok"
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ No shell reads the command
        }
    }
}
`,
  ],
  good: [
    `
global_defs {
    enable_script_security
    script_user root
}
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        MISC_CHECK {
            misc_path "/usr/bin/true 198.51.100.11"
        }
    }
}
`,
  ],
  check(statement, { report }) {
    const value = statement.values[0];
    if (value === undefined || value.word.unknown === true) return;
    const found = shellSign(String(value.data));
    if (found === undefined) return;
    report({ at: statement.at(value.word), message: fill(message, found.sign) });
  },
};
