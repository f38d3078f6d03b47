import { removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { mayHoldMore } from "../../model/gaps.ts";
import { readInstance } from "../../model/vrrpInstance.ts";

const message = text('"unicast_ttl" has no effect without unicast peers', '没有单播对端时"unicast_ttl"不起作用');

/** keepalived/vrrp/vrrp_parser.c: vrrp_end_handler. */
export const unicastTtlUnused: BlockRule<Globals> = {
  id: "keepalived/unicast-ttl-unused",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("`unicast_ttl` in an instance without unicast peers.", "没有单播对端的实例中写了 `unicast_ttl`。"),
  why: text(
    "Multicast adverts always have a TTL of 255. keepalived reports the setting and drops it; perhaps `unicast_peer` was forgotten.",
    "组播通告的 TTL 固定为 255。keepalived 会报出并丢弃该设置；也可能是漏写了 `unicast_peer`。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    unicast_ttl 10
#   ^^^^^^^^^^^ no effect without unicast peers
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
    unicast_ttl 10
    unicast_peer {
        198.51.100.2
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const statement = block.find("unicast_ttl");
    if (statement === undefined || mayHoldMore(block) || readInstance(block, globals, version).unicast) return;
    report({ at: statement.at(statement.head), message, fixes: [removeStatement(statement, "safe")] });
  },
};
