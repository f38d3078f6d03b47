import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { commandOf, programName } from "../../model/scripts.ts";

const message = text(
  '"{0}" always succeeds: what a script prints is ignored, only its exit status counts',
  '"{0}"总是成功：脚本打印的内容会被忽略，只看退出码',
);

/** Programs whose only effect is what they print. */
const printers = ["echo", "printf"];

/** vrrp_track.c: only the exit status of a script is looked at. */
export const scriptOutput: BlockRule<Globals> = {
  id: "keepalived/script-output",
  severity: "warning",
  scope: "block",
  on: ["script", "misc_path"],
  summary: text("A check that only prints its result.", "检查脚本只打印结果。"),
  why: text(
    "keepalived judges a check by the exit status of the program, 0 for success. A result that is printed is thrown away.",
    "keepalived 只根据程序的退出码判断检查结果，0 表示成功；打印出来的内容会被丢弃。",
  ),
  bad: [
    `
global_defs {
    enable_script_security
    script_user root
}
vrrp_script always_down {
    script "/usr/bin/echo 1"
#           ^^^^^^^^^^^^^ "echo" always succeeds
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    track_script {
        always_down
    }
    virtual_ipaddress {
        192.0.2.10/24
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
vrrp_script always_down {
    script "/usr/bin/false"
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    track_script {
        always_down
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(statement, { report }) {
    const command = commandOf(statement);
    const [program] = command?.arguments ?? [];
    if (command === undefined || program === undefined || !printers.includes(programName(command))) return;
    report({ at: statement.at(program), message: fill(message, programName(command)) });
  },
};
