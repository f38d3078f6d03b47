import { isLinkLocal6 } from "../../../../net/address.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { lacks, readInstance } from "../../model/vrrpInstance.ts";

const message = text('The link-local address "{0}" needs an "interface"', '使用链路本地地址"{0}"时必须指定"interface"');

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance. */
export const sourceLinkLocal: BlockRule<Globals> = {
  id: "keepalived/source-link-local",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text(
    "A unicast instance without interface whose source address is link-local.",
    "没有接口的单播实例使用了链路本地源地址。",
  ),
  why: text(
    "A link-local address has a meaning only on one link, so the link must be named. keepalived stops all of VRRP here. Add the interface or use a global address.",
    "链路本地地址只在某一条链路上有意义，必须指明是哪条链路。keepalived 会因此停止全部 VRRP。请加上接口，或改用全局地址。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    virtual_router_id 51
    unicast_src_ip fe80::1
#                  ^^^^^^^ needs an "interface"
    unicast_peer {
        fe80::2
    }
    virtual_ipaddress {
        2001:db8::10/64 dev eth0
    }
}
`,
  ],
  good: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    unicast_src_ip fe80::1
    unicast_peer {
        fe80::2
    }
    virtual_ipaddress {
        2001:db8::10/64
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const { source, unicastWords } = readInstance(block, globals, version);
    if (source === undefined || unicastWords.length === 0 || !lacks(block, "interface")) return;
    if (!isLinkLocal6(source.address)) return;
    report({ at: source.bound.at(source.word), message: fill(message, source.word.value) });
  },
};
