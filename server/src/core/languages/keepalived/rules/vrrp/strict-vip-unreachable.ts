import { insertInto, removeStatement } from "../../../../rules/fixes.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { mayHoldMore } from "../../model/gaps.ts";
import { owner, readInstance } from "../../model/vrrpInstance.ts";

const message = text(
  'In strict mode the addresses of "{0}" answer neither ping nor connections',
  '严格模式下"{0}"的 VIP 既不响应 ping，也不接受连接',
);
const strictHere = text("Strict mode is switched on here", "在此处开启了严格模式");

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance (accept mode); RFC 5798 section 6.1, Accept_Mode. */
export const strictVipUnreachable: ConfigurationRule<Globals> = {
  id: "keepalived/strict-vip-unreachable",
  severity: "warning",
  scope: "configuration",
  reads: ["global_defs", "vrrp_instance"],
  summary: text(
    "Strict mode without `accept`: packets to the virtual addresses are dropped.",
    "严格模式下没有 `accept`：发往 VIP 的报文会被丢弃。",
  ),
  why: text(
    "The standard thinks of a router, through which packets go but which they are not for. keepalived installs firewall rules that drop packets to the addresses, unless the priority is 255 or a version 3 instance sets `accept`; a service on the VIP cannot be reached. Write `no_accept` where that is wanted.",
    "标准面向的是路由器：报文经过它，而不是发给它。keepalived 会添加防火墙规则丢弃发往 VIP 的报文，除非优先级为 255，或版本 3 的实例写了 `accept`；因此 VIP 上的服务无法访问。确实需要如此时，请写 `no_accept`。",
  ),
  bad: [
    `
global_defs {
    vrrp_strict
}
vrrp_instance VI_1 {
#             ^^^^ neither ping nor connections
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
global_defs {
    vrrp_strict
    vrrp_version 3
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    accept
    virtual_ipaddress {
        192.0.2.10/24
    }
}
vrrp_instance VI_2 {
    interface eth0
    virtual_router_id 52
    priority 100
    no_accept
    virtual_ipaddress {
        192.0.2.11/24
    }
}
`,
  ],
  check(configuration, { report, globals, version }) {
    const global = configuration.all("vrrp_strict").at(-1);
    for (const block of configuration.all("vrrp_instance")) {
      const instance = readInstance(block, globals, version);
      const { strict, priority, listed } = instance;
      if (!strict || listed.length === 0 || priority === undefined || priority === owner || mayHoldMore(block))
        continue;
      if (block.has("accept") || block.has("no_accept")) continue;
      const cause: Bound | undefined = block.find("strict_mode") ?? global;
      if (cause === undefined) continue;
      const fixes = [removeStatement(cause, "unsafe")];
      if (instance.version === 3) fixes.unshift(insertInto(block, "accept", "unsafe"));
      const related = [{ ...cause.at(cause.head), message: strictHere }];
      report({ at: block.at(block.nameWord), message: fill(message, block.name), related, fixes });
    }
  },
};
