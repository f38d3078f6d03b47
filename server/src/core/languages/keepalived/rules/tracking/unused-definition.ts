import { removeStatement } from "../../../../rules/fixes.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import type { Severity } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { trackerKeywords } from "../../model/trackers.ts";

const removed = text('Nothing uses the script "{0}"; it is not run', '没有任何地方使用脚本"{0}"，它不会运行');
const idle = text('Nothing uses {0} "{1}"', '没有任何地方使用 {0} "{1}"');

interface Kind {
  readonly keyword: string;
  readonly scope: string;
  readonly severity: Severity;
  /** Where it could be used. Without one of these the file is a part that others include. */
  readonly users: readonly string[];
}

const kinds: readonly Kind[] = [
  { keyword: "vrrp_script", scope: "vrrp_script", severity: "warning", users: ["vrrp_instance"] },
  { keyword: "vrrp_track_process", scope: "vrrp_track_process", severity: "warning", users: ["vrrp_instance"] },
  { keyword: "track_file", scope: "track_file", severity: "warning", users: ["vrrp_instance", "virtual_server"] },
  { keyword: "vrrp_track_file", scope: "track_file", severity: "warning", users: ["vrrp_instance"] },
  { keyword: "track_group", scope: "track_group", severity: "information", users: ["vrrp_instance"] },
  {
    keyword: "bfd_instance",
    scope: "bfd_instance",
    severity: "information",
    users: ["vrrp_instance", "virtual_server"],
  },
  {
    keyword: "virtual_server_group",
    scope: "virtual_server_group",
    severity: "information",
    users: ["virtual_server"],
  },
];

/** vrrp.c: vrrp_complete_init removes unused scripts, but only when it runs. */
export const unusedDefinition: ConfigurationRule<Globals> = {
  id: "keepalived/unused-definition",
  severity: "warning",
  scope: "configuration",
  reads: [
    ...trackerKeywords,
    "track_group",
    "virtual_server",
    "virtual_server_group",
    "static_ipaddress",
    "static_routes",
    "static_rules",
  ],
  summary: text(
    "A script, process, file or group that is defined and never used.",
    "定义了脚本、进程、文件或组，却从未使用。",
  ),
  why: text(
    "A check that no `track_…` block names has no effect on any instance: the failover that it was written for does not happen. keepalived removes an unused script when it starts, with only a line in the log.",
    "没有被任何 `track_…` 块引用的检查对实例毫无影响，预期的切换不会发生。keepalived 启动时会移除未使用的脚本，只在日志中写一行。",
  ),
  bad: [
    `
vrrp_track_process haproxy {
#                  ^^^^^^^ warning: Nothing uses vrrp_track_process "haproxy"
    process haproxy
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
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
vrrp_script check_web {
#           ^^^^^^^^^ Nothing uses the script "check_web"; it is not run
    script "/usr/bin/true"
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  good: [
    `
vrrp_track_process haproxy {
    process haproxy
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    track_process {
        haproxy
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
vrrp_track_process haproxy {
    process haproxy
}
`,
  ],
  check(configuration, { report }) {
    if (configuration.incomplete) return;
    const used = new Set(configuration.references.map((mention) => `${mention.scope} ${mention.name}`));
    for (const { keyword, scope, severity, users } of kinds) {
      if (users.every((user) => configuration.all(user).length === 0)) continue;
      for (const block of configuration.all(keyword)) {
        const { name, nameWord } = block;
        if (
          block.parent !== undefined ||
          block.values.length === 0 ||
          nameWord.unknown === true ||
          used.has(`${scope} ${name}`)
        )
          continue;
        report({
          at: block.at(nameWord),
          severity,
          message: scope === "vrrp_script" ? fill(removed, name) : fill(idle, keyword, name),
          tag: "unnecessary",
          fixes: [removeStatement(block, "unsafe")],
        });
      }
    }
  },
};
