/** What the firewall files of a host do with adverts. */
import { judgeAdvert } from "../../hostFiles/firewall/judge.ts";
import type { Advert as Packet } from "../../hostFiles/firewall/matches.ts";
import { parseAddress } from "../../net/address.ts";
import type { Location } from "../../schema/problem.ts";
import type { Advert } from "./advert.ts";
import type { Node } from "./node.ts";

/** The rule that surely drops an advert on its way in or out of a host; undefined where none does, or it is not sure. */
export function filesDrop(node: Node, direction: "in" | "out", advert: Advert): Location | undefined {
  const { firewalls } = node.scene.facts;
  const { conf, source } = advert;
  const { family } = conf;
  if (firewalls.length === 0 || family === undefined) return undefined;
  const group = conf.multicastGroup?.address ?? parseAddress(family === 4 ? "224.0.0.18" : "ff02::12");
  const usesAh = conf.version === 2 && !conf.strict && conf.authentication?.type === "AH";
  const packet: Packet = {
    direction,
    family,
    protocol: usesAh ? 51 : 112,
    interface: conf.interface?.value,
    source,
    destination: advert.destination ?? group,
  };
  for (const firewall of firewalls) {
    const { kind, at } = judgeAdvert(firewall.ruleset, packet);
    if (kind === "drops" && at !== undefined) return { source: firewall.source, start: at.start, end: at.end };
  }
  return undefined;
}
