import { isLinkLocal6 } from "../../../../net/address.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { readInstance } from "../../model/vrrpInstance.ts";

const message = text(
  'The first IPv6 address should be link-local (fe80::/10), "{0}" is not',
  'IPv6 实例的第一个 VIP 应为链路本地地址（fe80::/10），而"{0}"不是',
);

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance; RFC 5798 section 5.2.9. */
export const firstVipNotLinkLocal: BlockRule<Globals> = {
  id: "keepalived/first-vip-not-link-local",
  severity: "information",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text(
    "An IPv6 instance whose first virtual address is not link-local.",
    "IPv6 实例的第一个虚拟地址不是链路本地地址。",
  ),
  why: text(
    "The standard wants the link-local address of the virtual router first, as hosts use it as their gateway. keepalived reports it in strict mode and otherwise only writes a line to the log; other makes of router may refuse the adverts.",
    "标准要求第一个地址是虚拟路由器的链路本地地址，主机以它为网关。严格模式下 keepalived 会报出，否则只写一行日志；其他厂商的路由器可能拒绝这样的通告。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        2001:db8::10/64
#       ^^^^^^^^^^^^^^^ information: The first
        fe80::10/64
    }
}
`,
    `
global_defs {
    vrrp_strict
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        2001:db8::10/64
#       ^^^^^^^^^^^^^^^ error: The first
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
        2001:db8::10/64
    }
}
`,
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    unicast_peer {
        2001:db8::2
    }
    virtual_ipaddress {
        2001:db8::10/64
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const { family, vips, unicast, strict } = readInstance(block, globals, version);
    const [first] = vips;
    const written = block.all("virtual_ipaddress").flatMap((list) => list.children)[0];
    if (family !== 6 || unicast || first === undefined || first.bound !== written) return;
    if (isLinkLocal6(first.address)) return;
    const severity = strict ? "error" : "information";
    report({ at: first.bound.at(first.word), message: fill(message, first.word.value), severity });
  },
};
