import { replace } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { commandOf, scriptKeywords, userOf } from "../../model/scripts.ts";

const message = text(
  '"{0}" is not run as root where /{1} is a symbolic link, as on most systems',
  '/{1} 为符号链接时（多数系统如此），"{0}"不会以 root 身份运行',
);

/** lib/notify.c: check_security, which since 2.3.0 looks at the path as it is written. */
export const scriptPathSymlink: BlockRule<Globals> = {
  id: "keepalived/script-path-symlink",
  severity: "warning",
  scope: "block",
  on: scriptKeywords,
  since: "2.3.0",
  summary: text("A script in `/bin` or `/sbin` that runs as root.", "以 root 运行 `/bin` 或 `/sbin` 中的脚本。"),
  why: text(
    "With `enable_script_security` keepalived disables a script of root if a part of its path is a symbolic link. On current distributions `/bin` and `/sbin` are links to `/usr/bin` and `/usr/sbin`, so the script never runs; for notify scripts not even the configuration test says so.",
    "启用 `enable_script_security` 后，以 root 运行的脚本路径中只要有一级是符号链接，keepalived 就会禁用它。当前的发行版中 `/bin` 和 `/sbin` 都是指向 `/usr/bin`、`/usr/sbin` 的链接，脚本因此永远不会运行；对通知脚本，配置检查甚至不会提示。",
  ),
  bad: [
    `
global_defs {
    enable_script_security
    script_user root
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    notify_master "/bin/systemctl start haproxy"
#                  ^^^^^^^^^^^^^^ "/bin/systemctl" is not run as root
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
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    notify_master "/usr/bin/systemctl start haproxy"
    notify_backup "/bin/true" nobody
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(statement, { report, globals, version }) {
    if (!globals.scriptSecurity || !atLeast(version, "2.3.0")) return;
    const command = commandOf(statement);
    const folder = /^\/+(s?bin)\//.exec(command?.program ?? "")?.[1];
    const [program] = command?.arguments ?? [];
    if (command === undefined || program === undefined || folder === undefined) return;
    const user = userOf(statement, globals);
    if ((typeof user === "string" ? user : user?.value) !== "root") return;
    const better = `/usr${command.program.replace(/^\/+/, "/")}`;
    report({
      at: statement.at(program),
      message: fill(message, command.program, folder),
      fixes:
        command.isLiteral && program.raw === command.program ? [replace(statement, program, better, "unsafe")] : [],
    });
  },
};
