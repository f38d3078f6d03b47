import { addressKey, sameAddress } from "../../../../net/address.ts";
import { replace } from "../../../../rules/fixes.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { Severity } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { mayHoldMore } from "../../model/gaps.ts";
import { type Instance, readInstance } from "../../model/vrrpInstance.ts";

const multicast = text(
  'virtual_router_id {0} is already used by "{1}" on "{2}"',
  'virtual_router_id {0} 已被"{1}"在"{2}"上使用',
);
const unicast = text(
  'virtual_router_id {0} is already used by "{1}" with the same address and a common peer',
  'virtual_router_id {0} 已被"{1}"使用，且本机地址相同、有共同的对端',
);
const first = text("It is used here", "已在此处使用");

interface Candidate {
  readonly block: Bound;
  readonly instance: Instance;
  readonly statement: Bound;
  readonly id: number;
}

/** keepalived/vrrp/vrrp.c: check_vrid_conflicts. */
export const vridDuplicate: ConfigurationRule<Globals> = {
  id: "keepalived/vrid-duplicate",
  severity: "error",
  scope: "configuration",
  reads: ["global_defs", "vrrp_instance"],
  summary: text(
    "Two instances of one family with the same `virtual_router_id` on one interface.",
    "同一接口上同一协议族的两个实例使用了相同的 `virtual_router_id`。",
  ),
  why: text(
    "Their adverts could not be told apart, so keepalived stops all of VRRP. Multicast instances clash on the same interface and group, unicast ones only with the same local address and a common peer. IPv4 and IPv6 may share an id.",
    "二者的通告无法区分，keepalived 会停止全部 VRRP。组播实例在同一接口、同一组播组上冲突；单播实例仅在本机地址相同且有共同对端时冲突。IPv4 与 IPv6 可以使用相同的 ID。",
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
vrrp_instance VI_2 {
    interface eth0
    virtual_router_id 51
#                     ^^ already used by "VI_1"
    virtual_ipaddress {
        192.0.2.11/24
    }
}
`,
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    unicast_src_ip 192.0.2.1
    unicast_peer {
        192.0.2.2
        192.0.2.3
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
vrrp_instance VI_2 {
    interface eth0
    virtual_router_id 51
#                     ^^ a common peer
    unicast_src_ip 192.0.2.1
    unicast_peer {
        192.0.2.3
    }
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
    virtual_router_id 51
    virtual_ipaddress {
        fe80::10/64
    }
}
vrrp_instance VI_3 {
    interface eth1
    virtual_router_id 51
    virtual_ipaddress {
        198.51.100.10/24
    }
}
vrrp_instance VI_4 {
    interface eth0
    virtual_router_id 51
    mcast_dst_ip 224.0.0.118
    virtual_ipaddress {
        192.0.2.12/24
    }
}
`,
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    unicast_src_ip 192.0.2.1
    unicast_peer {
        192.0.2.2
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
vrrp_instance VI_2 {
    interface eth0
    virtual_router_id 51
    unicast_src_ip 192.0.2.1
    unicast_peer {
        192.0.2.3
    }
    virtual_ipaddress {
        192.0.2.11/24
    }
}
`,
  ],
  check(configuration, { report, globals, version }) {
    const seen = new Map<number, Candidate[]>();
    for (const block of configuration.all("vrrp_instance")) {
      const statement = block.find("virtual_router_id");
      const id = block.number("virtual_router_id");
      if (statement === undefined || id === undefined || mayHoldMore(block)) continue;
      const candidate = { block, instance: readInstance(block, globals, version), statement, id };
      const before = seen.get(id) ?? [];
      const rival = before.find((other) => other.block.name !== block.name && severityOf(other, candidate, globals));
      seen.set(id, [...before, candidate]);
      const severity = rival && severityOf(rival, candidate, globals);
      if (rival === undefined || severity === undefined) continue;
      const name = candidate.instance.interface?.nameWord.value ?? "";
      const message = candidate.instance.unicast ? unicast : multicast;
      report({
        at: statement.at(statement.nameWord),
        message: fill(message, id, rival.block.name, name),
        severity,
        related: [{ ...rival.statement.at(rival.statement.nameWord), message: first }],
        fixes: [
          replace(statement, statement.nameWord, String(freeId(configuration.all("virtual_router_id"), id)), "unsafe"),
        ],
      });
    }
  },
};

/** How bad two instances with one id are; undefined where they get along or nothing can be known. */
function severityOf(a: Candidate, b: Candidate, globals: Globals): Severity | undefined {
  const { family } = a.instance;
  if (family === undefined || family !== b.instance.family || a.instance.unicast !== b.instance.unicast)
    return undefined;
  return a.instance.unicast ? unicastSeverity(a.instance, b.instance) : multicastSeverity(a, b, globals);
}

function multicastSeverity(a: Candidate, b: Candidate, globals: Globals): Severity | undefined {
  const name = interfaceOf(a.instance);
  if (name === undefined || name !== interfaceOf(b.instance)) return undefined;
  const group = groupOf(a, globals);
  if (group === undefined || group !== groupOf(b, globals)) return undefined;
  // An interface that is not there yet is not looked at.
  return globals.values["dynamic_interfaces"] === undefined ? "error" : "warning";
}

function unicastSeverity(a: Instance, b: Instance): Severity | undefined {
  // A virtual MAC is an interface of its own.
  if ([a.vmac, a.ipvlan, b.vmac, b.ipvlan].some((statement) => statement !== undefined)) return undefined;
  if (!a.peers.some((peer) => b.peers.some((other) => sameAddress(peer.address, other.address)))) return undefined;
  const [own, other] = [interfaceOf(a), interfaceOf(b)];
  if (a.interface !== undefined && b.interface !== undefined && (own === undefined || own !== other)) return undefined;
  if (a.source !== undefined && b.source !== undefined) {
    return sameAddress(a.source.address, b.source.address) ? "error" : undefined;
  }
  // Both use the address of the interface, if it has one.
  return a.source === undefined && b.source === undefined && own !== undefined && own === other ? "warning" : undefined;
}

function interfaceOf({ interface: statement }: Instance): string | undefined {
  const word = statement?.nameWord;
  return word === undefined || word.unknown === true ? undefined : word.value;
}

/** The multicast group as a key; undefined where it cannot be known. */
function groupOf({ block, instance }: Candidate, globals: Globals): string | undefined {
  if (instance.group !== undefined) return instance.group.address.bytes.join(".");
  if (block.has("mcast_dst_ip")) return undefined;
  const globally = globals.values[instance.family === 6 ? "vrrp_mcast_group6" : "vrrp_mcast_group4"];
  return addressKey(typeof globally === "string" ? globally : instance.family === 6 ? "ff02::12" : "224.0.0.18");
}

/** The next id that no instance of the file uses. */
function freeId(statements: readonly Bound[], from: number): number {
  const used = new Set(statements.map((statement) => statement.values[0]?.data));
  for (let step = 1; step < 255; step++) {
    const id = ((from - 1 + step) % 255) + 1;
    if (!used.has(id)) return id;
  }
  return from;
}
