import { replace } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { Word } from "../../../../syntax/ast.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { blockScripts, commandOf, scriptKeywords } from "../../model/scripts.ts";

const dropped = text(
  '"{0}" is not passed to the program: a command with arguments must be quoted',
  '"{0}"不会传给程序：带参数的命令必须加引号',
);
const asUser = text(
  '"{0}" is taken as the user that runs the script: a command with arguments must be quoted',
  '"{0}"会被当作运行脚本的用户：带参数的命令必须加引号',
);
const title = text("Quote the whole command", "为整个命令加引号");

/** A name that `useradd` would take, and that is no state. */
const userName = /^(?!(?:master|backup|fault|stop|up|down|start|restart|reload)$)[a-z_][a-z0-9_-]*\$?$/;

/** lib/notify.c: notify_script_init; a user that does not exist drops the script without a word. */
export const scriptArguments: BlockRule<Globals> = {
  id: "keepalived/script-arguments",
  severity: "warning",
  scope: "block",
  on: scriptKeywords,
  summary: text("Arguments of a command outside of the quotes.", "命令的参数没有写在引号内。"),
  why: text(
    "The command is one word. What follows is dropped after `script` and `misc_path`; after the others it is the user and the group that run the script, and if there is no such user, the script is silently left out.",
    "命令是一个单词。`script` 和 `misc_path` 之后的其余单词会被丢弃；其他关键字之后则是运行脚本的用户和组，用户不存在时脚本会被悄悄忽略。",
  ),
  bad: [
    `
global_defs {
    enable_script_security
    script_user root
}
vrrp_script check_web {
    script /usr/bin/pidof haproxy
#                         ^^^^^^^ "haproxy" is not passed to the program
    interval 2
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    notify_master /usr/local/bin/state MASTER
#                                      ^^^^^^ "MASTER" is taken as the user
    track_script {
        check_web
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
vrrp_script check_web {
    script "/usr/bin/pidof haproxy"
    interval 2
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    notify_master "/usr/local/bin/state MASTER" root
    track_script {
        check_web
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(statement, { report }) {
    const command = commandOf(statement);
    if (command === undefined) return;
    const isDropped = blockScripts.includes(statement.keyword?.name ?? "");
    const after = statement.statement.words.filter((word) => word.start >= command.word.end);
    const [first] = after;
    const last = after.at(-1);
    if (first === undefined || last === undefined) return;
    if (!isDropped && after.length < 3 && after.every((word) => userName.test(word.value))) return;
    report({
      at: statement.at(isDropped ? { start: first.start, end: last.end } : first),
      message: fill(isDropped ? dropped : asUser, isDropped ? after.map((word) => word.value).join(" ") : first.value),
      fixes:
        isDropped || after.length > 2 || !userName.test(first.value) ? quoteAll(statement, command.word, last) : [],
    });
  },
};

function quoteAll(statement: Bound, first: Word, last: Word): ReturnType<typeof replace>[] {
  const written = statement.source.section.text.slice(first.start, last.end);
  if (/["'\\]/.test(written)) return [];
  return [replace(statement, { start: first.start, end: last.end }, `"${written}"`, "unsafe", title)];
}
