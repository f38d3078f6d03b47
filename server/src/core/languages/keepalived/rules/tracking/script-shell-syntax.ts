import { replace } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import type { Fix } from "../../../../schema/problem.ts";
import type { Word } from "../../../../syntax/ast.ts";
import { fill, text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { type Command, commandOf, isFileCheck, programName, scriptKeywords } from "../../model/scripts.ts";

const passed = text(
  'No shell reads this line: "{0}" is passed to the program as an argument',
  '该行不经过 shell："{0}"会作为参数传给程序',
);
const builtin = text(
  '"{0}" is a word of the shell, and no shell reads this line',
  '"{0}"是 shell 的关键字，而该行不经过 shell',
);
const title = text("Let a shell run it", "交给 shell 执行");

/** Alone or at the start or end of a word; inside of quotes they are meant for the program. */
const operator = /^(?:\|\|?|&&?|;;?)|^\d*[<>]|[;|&]$|\$\(|`/;
/** Words that only a shell knows. */
const builtins = [
  "exit",
  "return",
  "if",
  "while",
  "for",
  "until",
  "case",
  "cd",
  "export",
  "source",
  ".",
  "[[",
  "!",
  "set",
];

/** lib/notify.c: system_call_script passes the words on as they are. */
export const scriptShellSyntax: BlockRule<Globals> = {
  id: "keepalived/script-shell-syntax",
  severity: "warning",
  scope: "block",
  on: scriptKeywords,
  summary: text("Shell syntax in a command that no shell reads.", "命令中使用了 shell 语法，但它不经过 shell。"),
  why: text(
    "keepalived starts the program itself. Pipes, redirections and `&&` reach it as plain arguments, so the check fails or tests something else. Let `sh -c` run the line, or write it into a script file.",
    "keepalived 直接启动程序，管道、重定向和 `&&` 都会成为普通参数，检查因此失败或检查了别的东西。应使用 `sh -c` 执行，或写成脚本文件。",
  ),
  bad: [
    `
global_defs {
    enable_script_security
    script_user root
}
vrrp_script check_kamailio {
    script "/usr/bin/pidof kamailio > /dev/null"
#                                   ^ "&gt;"
    interval 2
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    track_script {
        check_kamailio
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`.replace("&gt;", ">"),
    `
global_defs {
    enable_script_security
    script_user root
}
vrrp_script down {
    script "exit 1"
#           ^^^^ "exit" is a word of the shell
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    notify_master "/usr/bin/logger master; /usr/bin/systemctl start haproxy"
#                                  ^^^^^^^ "master;" is passed to the program
    track_script {
        down
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
vrrp_script check_kamailio {
    script "/usr/bin/sh -c '/usr/bin/pidof kamailio > /dev/null'"
    interval 2
}
vrrp_script check_page {
    script "/usr/bin/curl -f 'http://192.0.2.20/?a=1&b=2;c'"
    interval 2
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    track_script {
        check_kamailio
        check_page
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(statement, { report, version }) {
    const command = commandOf(statement);
    const [program, ...others] = command?.arguments ?? [];
    if (command === undefined || program === undefined || isFileCheck(command)) return;
    const isBuiltin = builtins.includes(command.program);
    if (!isBuiltin && /^(?:ba|da|a|z|k)?sh$/.test(programName(command))) return;
    const found = isBuiltin ? program : [program, ...others].find(isShell);
    if (found === undefined) return;
    report({
      at: statement.at(found),
      message: fill(isBuiltin ? builtin : passed, found.value),
      fixes: fixes(command, version),
    });
  },
};

function isShell(word: Word): boolean {
  return !word.quoted && operator.test(word.value);
}

/** Wraps the command; where it has single quotes itself, the escaping is left to its author. */
function fixes({ statement, word, isLiteral }: Command, version: string): readonly Fix[] {
  const line = word.quoted ? word.raw.slice(1, -1) : word.raw;
  if (!isLiteral || /['"]/.test(line)) return [];
  // A link such as /bin is not followed for root from 2.3.0 on.
  const shell = atLeast(version, "2.3.0") ? "/usr/bin/sh" : "/bin/sh";
  return [replace(statement, word, `"${shell} -c '${line}'"`, "unsafe", title)];
}
