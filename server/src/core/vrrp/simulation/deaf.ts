/** Why two hosts that hold one address do not settle it between them. */
import { listsPeer } from "../../model/cluster/pairing.ts";
import type { VrrpInstance } from "../../model/facts.ts";
import { type Address, sameAddress } from "../../net/address.ts";
import { fill, text } from "../../text/localized.ts";
import type { Refusal } from "./advert.ts";
import type { Instance } from "./instance.ts";
import type { Node } from "./node.ts";

const reasons = {
  id: text("the VRIDs are {0} and {1}", "VRID 分别为 {0} 和 {1}"),
  casting: text("one of them sends unicast, the other multicast", "一方单播，另一方组播"),
  group: text("they use different multicast groups", "组播组不同"),
  peer: text("{0} is no peer of {1}", "{0} 不是 {1} 的对端"),
  gone: text("keepalived is gone on {0}, and its addresses stay", "{0} 上的 keepalived 已不在，但地址仍在"),
  frozen: text("keepalived stands still on {0}", "{0} 上的 keepalived 停滞"),
  apart: text("they are cut off from each other", "两者之间网络不通"),
};

/** The first reason that the files or the events give; undefined where adverts pass, and it is but a moment. */
export function whyDeaf(other: Node, one: Instance, address: Address): Refusal | undefined {
  const { node } = one;
  const hosts = [other, node].map(({ scene }) => scene.host.name);
  const theirs = other.instances.find(({ conf }) => conf.addresses.some((its) => sameAddress(its.address, address)));
  const silent = [other, node].find(({ condition }) => condition !== "runs");
  if (silent !== undefined) {
    const reason = silent.condition === "frozen" ? reasons.frozen : reasons.gone;
    return { text: fill(reason, silent.scene.host.name), because: [] };
  }
  if (theirs === undefined) return undefined;
  const [a, b] = [theirs.conf, one.conf];
  const [x, y] = [a.virtualRouterId, b.virtualRouterId];
  if (x !== undefined && y !== undefined && x.value !== y.value) {
    return { text: fill(reasons.id, x.value, y.value), because: [x.at, y.at] };
  }
  if (a.isUnicast !== b.isUnicast) return { text: reasons.casting, because: [a.at, b.at] };
  const [first = "", second = ""] = hosts;
  if (a.isUnicast) {
    const [ofA, ofB] = [other.sourceOf(theirs), node.sourceOf(one)];
    if (ofB !== undefined && !listsPeer(a, ofB)) {
      return { text: fill(reasons.peer, second, first), because: peersAt(a) };
    }
    if (ofA !== undefined && !listsPeer(b, ofA)) {
      return { text: fill(reasons.peer, first, second), because: peersAt(b) };
    }
  } else if (groupKey(a) !== groupKey(b)) {
    return { text: reasons.group, because: [a, b].flatMap(({ multicastGroup }) => multicastGroup?.at ?? []) };
  }
  if (!other.isReachable(theirs) || !node.isReachable(one)) return { text: reasons.apart, because: [] };
  return undefined;
}

/** The multicast group that adverts go to; empty for that of the standard. */
export function groupKey({ multicastGroup }: VrrpInstance): string {
  const key = multicastGroup?.address.bytes.join(".") ?? "";
  return key === "224.0.0.18" ? "" : key;
}

function peersAt({ peers, at }: VrrpInstance): Refusal["because"] {
  const list = peers[0]?.line?.parent;
  return [list === undefined ? at : list.at(list.head)];
}
