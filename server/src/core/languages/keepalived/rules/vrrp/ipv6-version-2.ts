import { replace } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { readInstance } from "../../model/vrrpInstance.ts";

const strictMessage = text(
  "VRRP version 2 has no IPv6: version 3 is used in strict mode",
  "VRRP 版本 2 不支持 IPv6：严格模式下改用版本 3",
);
const message = text("VRRP version 2 has no IPv6", "VRRP 版本 2 不支持 IPv6");
const began = text("This makes the instance IPv6", "这使该实例成为 IPv6");

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance. */
export const ipv6Version2: BlockRule<Globals> = {
  id: "keepalived/ipv6-version-2",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("VRRP version 2 in an IPv6 instance.", "IPv6 实例使用了 VRRP 版本 2。"),
  why: text(
    "IPv6 came with version 3 of the protocol. In strict mode keepalived reports it and takes version 3; otherwise it silently sends packets that no standard describes, and only other keepalived nodes with the same setting understand them.",
    "协议从版本 3 起才支持 IPv6。严格模式下 keepalived 会报出并改用版本 3；否则会默默发送不符合任何标准的报文，只有同样设置的 keepalived 节点能够识别。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    strict_mode
    version 2
#           ^ version 3 is used
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        fe80::10/64
    }
}
`,
    `
vrrp_instance VI_1 {
    version 2
#           ^ warning: VRRP version 2 has no IPv6
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        fe80::10/64
    }
}
`,
  ],
  good: [
    `
global_defs {
    vrrp_version 2
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        fe80::10/64
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const { family, familyFrom, ownVersion, versionFrom, strict } = readInstance(block, globals, version);
    if (family !== 6 || ownVersion !== 2 || versionFrom === undefined || familyFrom === undefined) return;
    const word = versionFrom.nameWord;
    report({
      at: versionFrom.at(word),
      message: strict ? strictMessage : message,
      severity: strict ? "error" : "warning",
      related: [{ ...familyFrom.bound.at(familyFrom.word), message: began }],
      fixes: [replace(versionFrom, word, "3", strict ? "safe" : "unsafe")],
    });
  },
};
