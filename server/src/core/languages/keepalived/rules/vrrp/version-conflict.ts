import { removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { readInstance } from "../../model/vrrpInstance.ts";

const ipv6 = text('"version 2" is ignored: the instance is IPv6', '"version 2"会被忽略：该实例是 IPv6');
const set = text('"version {0}" is ignored: the version is already {1}', '"version {0}"会被忽略：版本已经是 {1}');
const began = text("It is settled here", "在此处确定");

/** keepalived/vrrp/vrrp_parser.c: vrrp_version_handler. */
export const versionConflict: BlockRule<Globals> = {
  id: "keepalived/version-conflict",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text(
    "A VRRP version that contradicts what was set or follows from earlier lines.",
    "VRRP 版本与前面的设置或推断相矛盾。",
  ),
  why: text(
    "The version can be set once, and IPv6 needs version 3. keepalived keeps what came first and ignores this line.",
    "版本只能设定一次，而 IPv6 必须用版本 3。keepalived 保留先确定的版本，忽略这一行。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        fe80::10/64
    }
    version 2
#           ^ the instance is IPv6
}
`,
    `
vrrp_instance VI_1 {
    version 3
    interface eth0
    virtual_router_id 51
    version 2
#           ^ already 3
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  good: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        fe80::10/64
    }
    version 3
}
`,
  ],
  check(block, { report, globals, version }) {
    for (const { statement, stays, because } of readInstance(block, globals, version).versionClashes) {
      const word = statement.nameWord;
      const byAddress = because.bound.keyword?.name !== "version";
      report({
        at: statement.at(word),
        message: byAddress ? ipv6 : fill(set, word.value, stays),
        related: [{ ...because.bound.at(because.word), message: began }],
        fixes: [removeStatement(statement, "safe")],
      });
    }
  },
};
