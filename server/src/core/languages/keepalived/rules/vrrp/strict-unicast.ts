import { insertInto } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import type { Severity } from "../../../../schema/problem.ts";
import { text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { mayLackMulticast, readInstance } from "../../model/vrrpInstance.ts";

const refused = text("Unicast peers are not allowed in strict mode", "严格模式下不允许单播对端");
const later = text(
  "Strict mode knows no unicast: versions from 2.4 on refuse the peers",
  "严格模式不支持单播：2.4 及以后的版本会拒绝这些对端",
);

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance; the check came too early to see the peers before 2.4.0. */
export const strictUnicast: BlockRule<Globals> = {
  id: "keepalived/strict-unicast",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("Unicast peers in strict mode.", "严格模式下使用了单播对端。"),
  why: text(
    "The standard has multicast only. From 2.4 on keepalived stops all of VRRP here, unless the interface has no multicast; before, it ran without a word. Leave `vrrp_strict` out where the network needs unicast.",
    "标准只有组播。自 2.4 起 keepalived 会因此停止全部 VRRP（除非接口不支持组播），之前的版本则不作声地照常运行。网络需要单播时，请不要使用 `vrrp_strict`。",
  ),
  bad: [
    `
global_defs {
    vrrp_strict
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    unicast_peer {
#   ^^^^^^^^^^^^ error: Unicast peers are not allowed
        192.0.2.2
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
    vrrp_strict
}
vrrp_instance VI_1 {
    strict_mode off
    interface eth0
    virtual_router_id 51
    unicast_peer {
        192.0.2.2
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const { strict, peers, interface: bound } = readInstance(block, globals, version);
    const list = peers[0]?.bound.parent;
    if (!strict || list === undefined || bound === undefined || bound.nameWord.unknown === true) return;
    const fixes = block.has("strict_mode") ? [] : [insertInto(block, "strict_mode off", "unsafe")];
    const at = list.at(list.head);
    if (atLeast(version, "2.4.0")) report({ at, message: refused, severity: severity(bound.name, globals), fixes });
    else report({ at, message: later, severity: "warning", fixes });
  },
};

/** Interfaces that are not there yet, or carry no multicast, are let through. */
function severity(name: string, globals: Globals): Severity {
  if (mayLackMulticast(name)) return "information";
  return globals.values["dynamic_interfaces"] === undefined ? "error" : "warning";
}
