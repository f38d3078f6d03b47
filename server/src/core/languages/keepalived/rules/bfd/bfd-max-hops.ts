import { replace } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { neighborOf } from "../../model/bfd.ts";
import { addressOf } from "../../model/checkers.ts";
import { last, setting } from "../../model/lvs.ts";

const message = text(
  '"max_hops" {0} is above the TTL of {1} that the packets start with',
  '"max_hops"的值 {0} 大于报文初始的 TTL {1}',
);
const here = text("The TTL is set here", "TTL 在此处设定");

/** keepalived/bfd/bfd_parser.c: bfd_end_handler; without `ttl` it is 255 for IPv4 and 64 for IPv6. */
export const bfdMaxHops: BlockRule<Globals> = {
  id: "keepalived/bfd-max-hops",
  severity: "error",
  scope: "block",
  on: ["bfd_instance"],
  summary: text("A `max_hops` above the `ttl`.", "`max_hops` 大于 `ttl`。"),
  why: text(
    "A packet cannot make more hops than its TTL allows. keepalived complains and reduces `max_hops` to the TTL, which is 255 for IPv4 and 64 for IPv6 where none is set.",
    "报文经过的跳数不可能超过 TTL。keepalived 会提示并把 `max_hops` 降到 TTL；未设置时 IPv4 的 TTL 为 255，IPv6 为 64。",
  ),
  bad: [
    `
bfd_instance bfd1 {
    neighbor_ip 192.0.2.254
    ttl 5
    max_hops 10
#            ^^ above the TTL of 5
}
`,
    `
bfd_instance bfd1 {
    neighbor_ip 2001:db8::254
    max_hops 100
#            ^^^ above the TTL of 64
}
`,
  ],
  good: [
    `
bfd_instance bfd1 {
    neighbor_ip 192.0.2.254
    max_hops 100
}
`,
  ],
  check(instance, { report }) {
    const neighbor = addressOf(neighborOf(instance));
    const hops = instance.find("max_hops");
    const count = setting(instance, "max_hops", 0);
    if (neighbor === undefined || hops === undefined || count === undefined) return;
    const source = last(instance, "ttl", "hoplimit");
    const ttl = setting(instance, source?.keyword?.name ?? "ttl", neighbor.family === 4 ? 255 : 64);
    if (ttl === undefined || count <= ttl) return;
    report({
      at: hops.at(hops.nameWord),
      message: fill(message, count, ttl),
      related: source === undefined ? [] : [{ ...source.at(source.nameWord), message: here }],
      fixes: [replace(hops, hops.nameWord, String(ttl), "safe")],
    });
  },
};
