/** An advert on its way, and what a receiver has against it (vrrp.c: vrrp_check_packet). */
import { listsPeer } from "../../model/cluster/pairing.ts";
import type { Authentication, VirtualAddress, VrrpInstance } from "../../model/facts.ts";
import { type Address, formatAddress, sameAddress } from "../../net/address.ts";
import type { Location } from "../../schema/problem.ts";
import { fill, type Text, text } from "../../text/localized.ts";

export interface Advert {
  /** What the sender's file says. */
  readonly conf: VrrpInstance;
  /** Undefined where no file tells it. */
  readonly source: Address | undefined;
  /** 0 gives the addresses up. */
  readonly priority: number;
  /** The sender's, in milliseconds. */
  readonly interval: number;
  /** Undefined for multicast. */
  readonly destination: Address | undefined;
}

/** Why an advert does not count. */
export interface Refusal {
  readonly text: Text;
  readonly because: readonly Location[];
}

const reasons = {
  protocol: text("one of them uses AH, and the other does not", "一方使用 AH，另一方不使用"),
  version: text("VRRP version {0} there, {1} here", "对方为 VRRP 版本 {0}，本机为 {1}"),
  type: text("only one of them authenticates", "只有一方启用认证"),
  secret: text("the passwords differ", "密码不同"),
  interval: text("advert_int is {0} s there, {1} s here", "对方 advert_int 为 {0} 秒，本机为 {1} 秒"),
  count: text("they carry {0} addresses, and {1} are listed here", "其中有 {0} 个地址，本机列出 {1} 个"),
  casting: text("one of them sends unicast, the other multicast", "一方单播，另一方组播"),
  address: text("{0} is not among their addresses", "其中没有地址 {0}"),
  peer: text("{0} is no peer", "{0} 不是对端"),
};

/** What a receiver has against an advert; undefined where it takes it. */
export function refusalOf(receiver: VrrpInstance, advert: Advert, checksAddresses: boolean): Refusal | undefined {
  const { conf } = advert;
  const [theirs, ours] = [authOf(conf), authOf(receiver)];
  const locations = (...places: readonly (Location | undefined)[]) => places.flatMap((one) => one ?? []);
  const authAt = locations(conf.authentication?.at ?? conf.at, receiver.authentication?.at ?? receiver.at);
  if ((theirs?.type === "AH") !== (ours?.type === "AH")) return { text: reasons.protocol, because: authAt };
  if (conf.version !== receiver.version) {
    const because = locations(conf.versionAt ?? conf.at, receiver.versionAt ?? receiver.at);
    return { text: fill(reasons.version, conf.version ?? "?", receiver.version ?? "?"), because };
  }
  if (receiver.version === 2) {
    if (theirs?.type !== ours?.type) return { text: reasons.type, because: authAt };
    if (theirs !== undefined && ours !== undefined && theirs.secret !== ours.secret) {
      return { text: reasons.secret, because: authAt };
    }
    const [sent, own] = [conf.advertInterval, receiver.advertInterval];
    if (sent?.value !== own?.value) {
      return {
        text: fill(reasons.interval, sent?.value ?? "?", own?.value ?? "?"),
        because: locations(sent?.at, own?.at),
      };
    }
  }
  const [listed, expected] = [advertised(conf), advertised(receiver)];
  if (checksAddresses && listed.length !== expected.length) {
    return { text: fill(reasons.count, listed.length, expected.length), because: locations(conf.at, receiver.at) };
  }
  if ((advert.destination === undefined) === receiver.isUnicast) {
    return { text: reasons.casting, because: locations(conf.at, receiver.at) };
  }
  if (!checksAddresses) return undefined;
  const missing = expected.find(({ address }) => !listed.some((one) => sameAddress(one.address, address)));
  if (missing !== undefined) return { text: fill(reasons.address, missing.text), because: [missing.at] };
  const { source } = advert;
  if (receiver.checksSource && receiver.isUnicast && source !== undefined && !listsPeer(receiver, source)) {
    return { text: fill(reasons.peer, formatAddress(source)), because: locations(conf.source?.at, receiver.at) };
  }
  return undefined;
}

/** Version 3 and strict instances authenticate nobody (vrrp.c: vrrp_complete_instance). */
function authOf({ version, strict, authentication }: VrrpInstance): Authentication | undefined {
  return version === 3 || strict ? undefined : authentication;
}

/** The addresses that adverts carry. */
export function advertised({ addresses }: VrrpInstance): readonly VirtualAddress[] {
  return addresses.filter(({ isExcluded }) => !isExcluded);
}
