import type { Configuration } from "../../../../model/configuration.ts";
import { edit } from "../../../../rules/fixes.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { Fix, TextEdit } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { commandOf, programName } from "../../model/scripts.ts";
import { watchedProcess } from "../../model/watchedProcess.ts";

const message = text(
  '"{0}" only looks for a process: vrrp_track_process sees it end at once and starts no program',
  '"{0}"只检查进程是否存在：使用 vrrp_track_process 能立即发现进程退出，且不必启动程序',
);
const title = text('Use vrrp_track_process for "{0}"', '对"{0}"使用 vrrp_track_process');

/** trackers/vrrp_track_process.c: process events of the kernel, instead of a program every second. */
export const scriptChecksProcess: ConfigurationRule<Globals> = {
  id: "keepalived/script-checks-process",
  severity: "hint",
  scope: "configuration",
  reads: ["vrrp_script", "vrrp_instance", "vrrp_sync_group"],
  summary: text("A script that only looks whether a process runs.", "脚本只检查某个进程是否在运行。"),
  why: text(
    "`pidof`, `pgrep` and `killall -0` are started again and again and notice the end of a process only at their next run. `vrrp_track_process` is told by the kernel.",
    "`pidof`、`pgrep`、`killall -0` 要反复启动，到下一次执行时才发现进程已退出；`vrrp_track_process` 由内核直接通知。",
  ),
  bad: [
    `
global_defs {
    enable_script_security
    script_user root
}
vrrp_script check_haproxy {
    script "/usr/bin/killall -0 haproxy"
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ "killall" only looks for a process
    interval 1
    weight -20
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    track_script {
        check_haproxy
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  good: [
    `
vrrp_track_process check_haproxy {
    process haproxy
    weight -20
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    track_process {
        check_haproxy
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
global_defs {
    enable_script_security
    script_user root
}
vrrp_script check_haproxy {
    script "/usr/bin/killall -HUP haproxy"
    interval 1
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    track_script {
        check_haproxy
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(configuration, { report }) {
    for (const script of configuration.all("vrrp_script")) {
      const statement = script.find("script");
      const command = statement === undefined ? undefined : commandOf(statement);
      const process = command === undefined ? undefined : watchedProcess(command);
      const [program] = command?.arguments ?? [];
      const last = command?.arguments.at(-1);
      if (statement === undefined || command === undefined || process === undefined) continue;
      if (program === undefined || last === undefined) continue;
      report({
        at: statement.at({ start: program.start, end: last.end }),
        message: fill(message, programName(command)),
        fixes: fixes(configuration, script, process),
      });
    }
  },
};

/** Writes the block anew and renames the lists that use it; only where nothing else stands in these lists. */
function fixes(configuration: Configuration, script: Bound, process: string): readonly Fix[] {
  const { statement } = script;
  const uses = configuration.references.filter(
    (mention) => mention.scope === "vrrp_script" && mention.name === script.name,
  );
  const lists = [...new Set(uses.flatMap((mention) => mention.bound.parent ?? []))];
  const isAlone = lists.every((list) => list.children.length === 1 && list.head.value === "track_script");
  const close = statement.block?.close;
  if (!isAlone || close === undefined || configuration.definitions("vrrp_script", script.name).length > 1) return [];
  const weight = script.find("weight");
  const weightLine = weight?.statement.words.map((word) => word.raw).join(" ");
  const lines = [`process ${process}`, ...(weightLine === undefined ? [] : [weightLine])];
  const block = `vrrp_track_process ${script.nameWord.raw} {\n${lines.map((line) => `    ${line}\n`).join("")}}`;
  const edits: TextEdit[] = [
    edit(script, { start: script.head.start, end: close.end }, block),
    ...lists.map((list) => edit(list, list.head, "track_process")),
  ];
  return [{ title: fill(title, process), safety: "unsafe", edits }];
}
