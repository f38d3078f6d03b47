import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { lacks, readInstance } from "../../model/vrrpInstance.ts";

const message = text('"{0}" needs "dev": the instance has no interface', '"{0}"必须写"dev"：该实例没有接口');

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance. */
export const vipWithoutInterface: BlockRule<Globals> = {
  id: "keepalived/vip-without-interface",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text(
    "A virtual address without `dev` in an instance without `interface`.",
    "实例没有 `interface`，虚拟地址也没有写 `dev`。",
  ),
  why: text(
    "keepalived does not know where to put the address and drops it. `default_interface` does not help here: it is for static addresses only.",
    "keepalived 不知道该把地址配置到哪个接口，会将其丢弃。`default_interface` 在此无效，它只用于静态地址。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    virtual_router_id 51
    unicast_src_ip 192.0.2.1
    unicast_peer {
        192.0.2.2
    }
    virtual_ipaddress {
        192.0.2.10/24 dev eth0
        192.0.2.11/24
#       ^^^^^^^^^^^^^ needs "dev"
    }
}
`,
  ],
  good: [
    `
vrrp_instance VI_1 {
    virtual_router_id 51
    unicast_src_ip 192.0.2.1
    unicast_peer {
        192.0.2.2
    }
    virtual_ipaddress {
        192.0.2.10/24 dev eth0
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const { vips, excluded, unicastWords } = readInstance(block, globals, version);
    // Before 2.2.8, and without unicast, the missing interface is the error.
    if (!atLeast(version, "2.2.8") || unicastWords.length === 0 || !lacks(block, "interface")) return;
    for (const { bound, word } of [...vips, ...excluded]) {
      const unknown = bound.statement.words.some((one) => one.unknown === true);
      if (unknown || bound.value("dev") !== undefined) continue;
      report({ at: bound.at(word), message: fill(message, word.value) });
    }
  },
};
