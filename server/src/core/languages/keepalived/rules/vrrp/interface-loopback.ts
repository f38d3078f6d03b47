import type { BlockRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";

const message = text("VRRP cannot run on the loopback interface", "VRRP 不能使用回环接口");

/** keepalived/vrrp/vrrp_parser.c: vrrp_int_handler, vrrp_vrf_handler. */
export const interfaceLoopback: BlockRule<Globals> = {
  id: "keepalived/interface-loopback",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("An instance on the interface `lo`.", "实例使用了接口 `lo`。"),
  why: text(
    "Adverts on the loopback interface reach no other node. keepalived ignores the line, and the instance is left without an interface. To put only the addresses there, write `dev lo` behind them.",
    "回环接口上的通告到不了其他节点。keepalived 会忽略这一行，实例便没有接口。若只想把地址配置在 lo 上，请在地址后写 `dev lo`。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface lo
#             ^^ loopback
    virtual_router_id 51
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
        192.0.2.10/32 dev lo
    }
}
`,
  ],
  check(block, { report }) {
    for (const statement of [...block.all("interface"), ...block.all("vrf")]) {
      if (statement.nameWord.value === "lo") report({ at: statement.at(statement.nameWord), message });
    }
  },
};
