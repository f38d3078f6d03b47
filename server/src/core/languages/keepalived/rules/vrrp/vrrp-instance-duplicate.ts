import type { ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";

const message = text('The instance "{0}" is already defined', '实例"{0}"已经定义过');
const first = text("It is defined here", "在此处定义");

/** keepalived/vrrp/vrrp_parser.c: vrrp_handler. */
export const vrrpInstanceDuplicate: ConfigurationRule<Globals> = {
  id: "keepalived/vrrp-instance-duplicate",
  severity: "error",
  scope: "configuration",
  reads: ["vrrp_instance"],
  summary: text("Two instances with the same name.", "两个实例同名。"),
  why: text(
    "Names of instances must be unique on a node. keepalived skips the second block with all that is in it, so its virtual addresses never come up.",
    "同一节点上的实例名必须唯一。keepalived 会跳过第二个块及其全部内容，其中的 VIP 永远不会生效。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
    }
}
vrrp_instance VI_1 {
#             ^^^^ already defined
    interface eth0
    virtual_router_id 52
    virtual_ipaddress {
        192.0.2.11/24
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
        192.0.2.10/24
    }
}
vrrp_instance VI_2 {
    interface eth0
    virtual_router_id 52
    virtual_ipaddress {
        192.0.2.11/24
    }
}
`,
  ],
  check(configuration, { report }) {
    const seen = new Map<string, Bound>();
    for (const block of configuration.all("vrrp_instance")) {
      const word = block.values[0]?.word;
      if (word === undefined || word.unknown === true) continue;
      const before = seen.get(word.value);
      if (before === undefined) seen.set(word.value, block);
      else {
        const related = [{ ...before.at(before.nameWord), message: first }];
        report({ at: block.at(word), message: fill(message, word.value), related });
      }
    }
  },
};
