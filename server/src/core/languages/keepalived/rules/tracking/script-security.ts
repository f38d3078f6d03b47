import type { Configuration } from "../../../../model/configuration.ts";
import { insertInto } from "../../../../rules/fixes.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { Fix } from "../../../../schema/problem.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { scriptKeywords } from "../../model/scripts.ts";

const message = text("Scripts run without enable_script_security", "未设置 enable_script_security 就运行脚本");
const another = text("Another script", "另一个脚本");
const title = text('Set "enable_script_security" and a script user', '设置"enable_script_security"和脚本用户');

/**
 * vrrp.c: check_vrrp_script_security, check_data.c: check_check_script_security, main.c. The daemon's test refuses
 * scripts that exist and starts all the same; whether they exist is known only to the host, so this is no error.
 */
export const scriptSecurity: ConfigurationRule<Globals> = {
  id: "keepalived/script-security",
  severity: "warning",
  scope: "configuration",
  // The first section too: where the fix goes in a file without global_defs.
  reads: (configuration) => [
    ...["vrrp_instance", "global_defs", ...scriptKeywords].map((keyword) => configuration.all(keyword)),
    configuration.sections[0],
  ],
  summary: text("Scripts without `enable_script_security`.", "使用了脚本却没有设置 `enable_script_security`。"),
  why: text(
    "keepalived runs scripts as root unless told otherwise; if somebody else can change the file, he becomes root. Its configuration test therefore refuses every file with a script that exists and without `enable_script_security`. Set it in `global_defs`, together with `script_user`.",
    "不作设置时 keepalived 以 root 运行脚本，能修改该文件的人就等于拥有 root。因此只要脚本存在而没有 `enable_script_security`，配置检查就会拒绝。应在 `global_defs` 中设置它，并同时设置 `script_user`。",
  ),
  bad: [
    `
vrrp_script check_web {
    script "/usr/local/bin/check_web 80"
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: Scripts run without enable_script_security
    interval 2
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    track_script {
        check_web
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
global_defs {
    router_id lb1
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    notify_master /usr/local/bin/became_master
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: Scripts run without
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
    script "/usr/bin/true"
    interval 2
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    track_script {
        check_web
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
vrrp_script maintenance {
    script "</etc/keepalived/keepalived.conf"
    interval 2
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    track_script {
        maintenance
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(configuration, { report, globals }) {
    if (globals.scriptSecurity) return;
    const all = scriptKeywords.flatMap((keyword) => configuration.all(keyword)).filter(runsSomething);
    const isVrrpRead = configuration.all("vrrp_instance").length > 0;
    const tracked = isVrrpRead ? all.filter((one) => one.keyword?.name === "script") : [];
    const others = all.filter((one) => one.keyword?.name !== "script");
    const [first, ...more] = [...tracked, ...others];
    if (first === undefined) return;
    report({
      at: first.at(first.nameWord),
      message,
      ...(configuration.incomplete ? { severity: "information" as const } : {}),
      related: more.slice(0, 5).map((one) => ({ ...one.at(one.nameWord), message: another })),
      fixes: fixes(configuration, globals),
    });
  },
};

/** There is a command, and it is not just a file to be opened, nor a text that may turn out to be one. */
function runsSomething(statement: Bound): boolean {
  const word = statement.value("command")?.word;
  return word !== undefined && word.unknown !== true && !/^["']?[<$]/.test(word.raw);
}

function fixes(configuration: Configuration, globals: Globals): readonly Fix[] {
  const isUserSet = globals.values["script_user"] !== undefined;
  const added = ["enable_script_security", ...(isUserSet ? [] : ["script_user root"])];
  const block = configuration.all("global_defs").find((one) => one.source.uri === configuration.uri);
  if (block !== undefined) {
    const fix = insertInto(block, "\0", "unsafe", title);
    return [
      {
        ...fix,
        edits: fix.edits.map((edit) => ({
          ...edit,
          text: added.map((line) => edit.text.replace("\0", line)).join(""),
        })),
      },
    ];
  }
  const first = configuration.sections[0]?.statements[0];
  if (first === undefined || first.source.uri !== configuration.uri || first.statement.condition !== undefined)
    return [];
  const lines = added.map((line) => `    ${line}\n`).join("");
  const { start } = first.statement;
  return [
    {
      title,
      safety: "unsafe",
      edits: [{ source: first.source, start, end: start, text: `global_defs {\n${lines}}\n\n` }],
    },
  ];
}
