import { insertInto } from "../../../../rules/fixes.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { commands, scriptKeywords, userOf } from "../../model/scripts.ts";

const message = text(
  'Without "script_user" the user "keepalived_script" must exist to run the scripts',
  '没有"script_user"时，必须存在用户"keepalived_script"来运行脚本',
);
const script = text("This script names no user", "此脚本没有指定用户");

/** lib/notify.c: get_default_script_user. */
export const scriptUserMissing: ConfigurationRule<Globals> = {
  id: "keepalived/script-user-missing",
  severity: "information",
  scope: "configuration",
  reads: ["global_defs", "user", ...scriptKeywords],
  summary: text(
    "`enable_script_security` without `script_user`.",
    "设置了 `enable_script_security` 却没有 `script_user`。",
  ),
  why: text(
    "With script security the scripts that name no user run as `keepalived_script`. Where that user does not exist, keepalived drops the scripts and its configuration test refuses the file.",
    "启用脚本安全后，没有指定用户的脚本以 `keepalived_script` 身份运行。该用户不存在时，keepalived 会丢弃这些脚本，配置检查也不会通过。",
  ),
  bad: [
    `
global_defs {
    enable_script_security
#   ^^^^^^^^^^^^^^^^^^^^^^ the user "keepalived_script" must exist
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    notify_master /usr/bin/true
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
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    notify_master /usr/bin/true root
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(configuration, { report, globals }) {
    const security = configuration.all("enable_script_security").at(-1);
    if (security?.parent === undefined || configuration.incomplete || globals.values["script_user"] !== undefined)
      return;
    const command = commands(configuration).find(({ statement }) => userOf(statement, globals) === undefined);
    if (command === undefined) return;
    report({
      at: security.at(security.head),
      message,
      related: [{ ...command.statement.at(command.word), message: script }],
      fixes: [insertInto(security.parent, "script_user root", "unsafe")],
    });
  },
};
