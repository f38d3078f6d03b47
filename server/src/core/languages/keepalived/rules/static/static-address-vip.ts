import { addressKey } from "../../../../net/address.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { Location } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";

const vip = text(
  '"{0}" is also a virtual address: every node that has this line holds it at all times',
  '"{0}"同时是虚拟地址：写有此行的每个节点都会一直持有它',
);
const twice = text('"{0}" stands above already', '"{0}"在上面已经写过');
const virtual = text("The virtual address", "虚拟地址");
const first = text("The first one", "第一处");

/** keepalived/vrrp/vrrp_data.c: alloc_saddress; static addresses do not follow the state of any instance. */
export const staticAddressVip: ConfigurationRule<Globals> = {
  id: "keepalived/static-address-vip",
  severity: "warning",
  scope: "configuration",
  reads: ["static_ipaddress", "virtual_ipaddress", "virtual_ipaddress_excluded"],
  summary: text(
    "A virtual address, or one address twice, in `static_ipaddress`.",
    "`static_ipaddress` 中写了虚拟地址，或同一地址写了两次。",
  ),
  why: text(
    "Static addresses are set up when keepalived starts, on the MASTER and on the BACKUP alike. A VIP among them is held by both nodes at once, and clients reach now the one and now the other.",
    "静态地址在 keepalived 启动时配置，无论 MASTER 还是 BACKUP。其中若有 VIP，两个节点会同时持有它，客户端时而连到这台、时而连到那台。",
  ),
  bad: [
    `
static_ipaddress {
    192.0.2.10/24 dev eth0
#   ^^^^^^^^^^^^^ is also a virtual address
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  good: [
    `
static_ipaddress {
    192.0.2.5/24 dev eth0
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(configuration, { report }) {
    const virtuals = new Map<string, Location>();
    for (const keyword of ["virtual_ipaddress", "virtual_ipaddress_excluded"]) {
      for (const { key, at } of configuration.all(keyword).flatMap(addressesIn)) virtuals.set(key, at);
    }
    const seen = new Map<string, Location>();
    for (const block of configuration.all("static_ipaddress")) {
      for (const { key, at, written, place } of addressesIn(block)) {
        const held = virtuals.get(key);
        const before = seen.get(`${key} ${place}`);
        seen.set(`${key} ${place}`, at);
        if (held !== undefined) {
          report({ at, message: fill(vip, written), related: [{ ...held, message: virtual }] });
        } else if (before !== undefined) {
          const related = [{ ...before, message: first }];
          report({ at, severity: "information", message: fill(twice, written), related });
        }
      }
    }
  },
};

interface Line {
  readonly key: string;
  readonly at: Location;
  readonly written: string;
  /** The interface, as far as the line names it. */
  readonly place: string;
}

function addressesIn(block: Bound): readonly Line[] {
  return block.children.flatMap((line) => {
    const value = line.value("address");
    if (value === undefined || value.word.unknown === true) return [];
    const written = value.word.value;
    const place = String(line.values.findLast((one) => one.name === "dev")?.data ?? "");
    return [{ key: addressKey(written.replace(/\/.*$/, "")), at: line.at(value.word), written, place }];
  });
}
