import { sameAddress } from "../../../../net/address.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { endsOf, neighborOf } from "../../model/bfd.ts";

const message = text(
  'The neighbour "{0}" has a session already in "{1}": this instance is dropped',
  '实例"{1}"已有到邻居"{0}"的会话，此实例会被丢弃',
);
const first = text("The first session", "第一个会话");

/** keepalived/bfd/bfd_data.c: find_bfd_by_addr. */
export const bfdNeighborDuplicate: ConfigurationRule<Globals> = {
  id: "keepalived/bfd-neighbor-duplicate",
  severity: "error",
  scope: "configuration",
  reads: ["bfd_instance"],
  summary: text(
    "Two BFD sessions with one neighbour that no `source_ip` tells apart.",
    "与同一邻居有两个 BFD 会话，又没有用 `source_ip` 区分。",
  ),
  why: text(
    "Packets of the neighbour could belong to either session, so keepalived drops the second. Both need a `source_ip`, each its own; single-hop and multihop sessions are told apart from 2.2.8 on.",
    "邻居发来的报文无法判断属于哪个会话，keepalived 会丢弃第二个。两者都要写 `source_ip` 且互不相同；从 2.2.8 起，单跳与多跳会话可以区分。",
  ),
  bad: [
    `
bfd_instance bfd1 {
    neighbor_ip 192.0.2.254
}
bfd_instance bfd2 {
    neighbor_ip 192.0.2.254
#               ^^^^^^^^^^^ has a session already in "bfd1"
    source_ip 192.0.2.5
}
`,
  ],
  good: [
    `
bfd_instance bfd1 {
    neighbor_ip 192.0.2.254
    source_ip 192.0.2.4
}
bfd_instance bfd2 {
    neighbor_ip 192.0.2.254
    source_ip 192.0.2.5
}
`,
  ],
  check(configuration, { report, version }) {
    const kept: Bound[] = [];
    for (const instance of configuration.all("bfd_instance")) {
      const { neighbor, source } = endsOf(instance);
      const statement = neighborOf(instance);
      if (neighbor === undefined || statement === undefined) continue;
      // Such instances are dropped for their families, or their source is known only to the host.
      if (instance.has("source_ip") && source?.family !== neighbor.family) continue;
      const rival = kept.find((other) => {
        if (atLeast(version, "2.2.8") && isMultihop(other) !== isMultihop(instance)) return false;
        const ends = endsOf(other);
        if (ends.neighbor === undefined || !sameAddress(ends.neighbor, neighbor)) return false;
        return ends.source === undefined || source === undefined || sameAddress(ends.source, source);
      });
      // A second block of one name is dropped before its neighbour is read.
      if (kept.some((other) => other.name === instance.name)) continue;
      if (rival === undefined) {
        kept.push(instance);
        continue;
      }
      const other = neighborOf(rival);
      report({
        at: statement.at(statement.nameWord),
        message: fill(message, statement.name, rival.name),
        related: other === undefined ? [] : [{ ...other.at(other.nameWord), message: first }],
      });
    }
  },
};

function isMultihop(instance: Bound): boolean {
  return instance.flag("multihop") === true;
}
