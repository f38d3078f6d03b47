/**
 * Which instances belong to one virtual router. Nothing says so outright, and what would say it may be what is wrong:
 * a VRID or an address with a typing error. So evidence is added up, and one broken piece, or one that is just being
 * typed, does not tear apart what the others hold together.
 */
import { type Address, sameAddress } from "../../net/address.ts";
import { fill, type Text, text } from "../../text/localized.ts";
import type { VrrpInstance } from "../facts.ts";
import { derived } from "../gather.ts";
import type { Host, Member, VirtualRouter } from "./host.ts";
import { stemOf } from "./place.ts";

const reasons = {
  address: text("both hold {0}", "都持有 {0}"),
  id: text("both have the VRID {0}", "VRID 同为 {0}"),
  name: text('both are called "{0}"', '名称同为"{0}"'),
  secret: text("both have the same password", "密码相同"),
  peers: text("each is a peer of the other, or one of them is", "其中一方把另一方列为对端"),
  neighbours: text("their files lie side by side", "配置文件相邻"),
};

/** What a piece of evidence counts. Two weak pieces beside a shared folder are enough, or a shared address and one more. */
const weights = { address: 3, id: 1, name: 1, secret: 1, peers: 3, neighbours: 2 };
const enough = 4;

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
  /** Their files lie together. */
  readonly isNear: boolean;
  /** One is a peer of the other. */
  readonly namesOther: boolean;
  /** They share an address, or one knows the other. */
  readonly isTied: boolean;
  readonly reasons: readonly Text[];
}

/** A virtual router while it grows. */
interface Group {
  readonly members: number[];
  readonly reasons: Text[];
  /** Some of its members lie together. */
  isHome: boolean;
}

/** The virtual routers of some hosts; an instance that nothing matches makes one by itself. */
export function pairInstances(hosts: readonly Host[]): readonly VirtualRouter[] {
  const members = hosts.flatMap((host) => host.facts.instances.map((instance): Member => ({ host, instance })));
  const neighbourhood = neighbours(hosts);
  const pairs = candidates(members).flatMap(([a, b]) => judge(members, a, b, neighbourhood) ?? []);
  pairs.sort((one, other) => other.score - one.score || one.a - other.a || one.b - other.b);
  const groups = members.map((_, index): Group => ({ members: [index], reasons: [], isHome: false }));
  for (const pair of pairs) {
    const [one, other] = [groups[pair.a], groups[pair.b]];
    if (one === undefined || other === undefined) continue;
    if (one === other) continue;
    const hostsOfOne = new Set(one.members.map((index) => members[index]?.host));
    if (other.members.some((index) => hostsOfOne.has(members[index]?.host))) continue;
    if (!pair.isNear && isStranger(pair, one, other, members)) continue;
    // Two that hold an address of their own are two, though they may have taken the same number and name.
    if (!pair.isTied && one.members.length > 1 && other.members.length > 1) continue;
    one.members.push(...other.members);
    one.reasons.push(...other.reasons, ...pair.reasons);
    one.isHome ||= other.isHome || pair.isNear;
    for (const index of other.members) groups[index] = one;
  }
  return [...new Set(groups)].map((group) => routerOf(group.members, group.reasons, members));
}

/** Whether two whose files lie apart are better kept apart: others use the same numbers, and so does a copy for tests. */
function isStranger({ namesOther }: Pair, one: Group, other: Group, members: readonly Member[]): boolean {
  // Whoever has found its partners next door does not also belong to somebody far away.
  if (one.isHome && other.isHome) return true;
  if (!namesOther && one.members.length + other.members.length > 2) return true;
  const sources = (group: Group) => group.members.flatMap((index) => members[index]?.instance.source?.address ?? []);
  return sources(one).some((address) => sources(other).some((another) => sameAddress(address, another)));
}

function routerOf(indexes: readonly number[], why: readonly Text[], members: readonly Member[]): VirtualRouter {
  const own = [...indexes].sort((a, b) => a - b).flatMap((index) => members[index] ?? []);
  const unique = new Map(why.map((reason) => [reason.en, reason]));
  const [first] = own;
  return { id: `${first?.host.id ?? ""} ${first?.instance.name ?? ""}`, members: own, reasons: [...unique.values()] };
}

/** Pairs that share anything worth a look: an address, a VRID next door, or one that names the other. */
function candidates(members: readonly Member[]): readonly (readonly [number, number])[] {
  const byKey = new Map<string, number[]>();
  for (const [index, { host, instance }] of members.entries()) {
    const { virtualRouterId: id } = instance;
    for (const key of id === undefined ? keysOf(instance) : [...keysOf(instance), `id ${host.site} ${id.value}`]) {
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [index]);
      else list.push(index);
    }
  }
  const found = new Map<string, readonly [number, number]>();
  for (const list of byKey.values()) {
    for (const [at, a] of list.entries()) {
      for (const b of list.slice(at + 1)) {
        if (members[a]?.host !== members[b]?.host) found.set(`${a} ${b}`, [a, b]);
      }
    }
  }
  return [...found.values()];
}

/** What tells instances that may belong together: addresses, and those of the nodes. */
const keysOf: (instance: VrrpInstance) => readonly string[] = derived(({ addresses, peers, source }) => {
  const nodes = source === undefined ? peers : [...peers, source];
  return [
    ...new Set([
      ...addresses.map(({ address }) => `address ${address.bytes.join(".")}`),
      ...nodes.map(({ address }) => `node ${address.bytes.join(".")}`),
    ]),
  ];
});

/** How close two hosts are: by stems of their names, where these tell anything. */
interface Neighbourhood {
  readonly stems: ReadonlyMap<Host, string>;
  /** Sites in which no two hosts share a stem, so that stems tell nothing there. */
  readonly mixed: ReadonlySet<string>;
}

function neighbours(hosts: readonly Host[]): Neighbourhood {
  const stems = new Map(hosts.map((host) => [host, stemOf(host.name)]));
  const counts = new Map<string, number>();
  for (const host of hosts) {
    const key = `${host.site}\0${stems.get(host) ?? ""}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const paired = new Set([...counts].flatMap(([key, count]) => (count > 1 ? [key.slice(0, key.indexOf("\0"))] : [])));
  return { stems, mixed: new Set(hosts.map(({ site }) => site).filter((site) => !paired.has(site))) };
}

function judge(members: readonly Member[], a: number, b: number, around: Neighbourhood): Pair | undefined {
  const [one, other] = [members[a], members[b]];
  if (one === undefined || other === undefined) return undefined;
  const isSameSite = one.host.site === other.host.site;
  const isSameStem = around.stems.get(one.host) === around.stems.get(other.host);
  const isNear = isSameSite && (isSameStem || around.mixed.has(one.host.site));
  const match = matchOf(one.instance, other.instance, { isNear, isNextDoor: isSameSite && isSameStem });
  return match === undefined ? undefined : { a, b, isNear, ...match };
}

/** How close the hosts of two instances are. */
interface Closeness {
  readonly isNear: boolean;
  /** Their files lie side by side. */
  readonly isNextDoor: boolean;
}

type Match = Pick<Pair, "score" | "namesOther" | "isTied" | "reasons">;

/** Matches of instances that are still the same objects: an edit changes those of one host. */
const matches = new WeakMap<VrrpInstance, WeakMap<VrrpInstance, Closeness & { readonly match: Match | undefined }>>();

function matchOf(x: VrrpInstance, y: VrrpInstance, close: Closeness): Match | undefined {
  const ofX = matches.get(x) ?? new WeakMap();
  matches.set(x, ofX);
  const before = ofX.get(y);
  if (before?.isNear === close.isNear && before.isNextDoor === close.isNextDoor) return before.match;
  const match = compare(x, y, close);
  ofX.set(y, { ...close, match });
  return match;
}

function compare(x: VrrpInstance, y: VrrpInstance, { isNear, isNextDoor }: Closeness): Match | undefined {
  if (x.family !== undefined && y.family !== undefined && x.family !== y.family) return undefined;
  const shared = sharedAddress(x, y);
  const isSameId = x.virtualRouterId !== undefined && x.virtualRouterId.value === y.virtualRouterId?.value;
  const namesOther = sendsTo(x, y) || sendsTo(y, x);
  const evidence: readonly (readonly [boolean, number, Text])[] = [
    [shared !== undefined, weights.address, fill(reasons.address, shared ?? "")],
    [isSameId, weights.id, fill(reasons.id, x.virtualRouterId?.value ?? "")],
    [x.name === y.name, weights.name, fill(reasons.name, x.name)],
    [sharesSecret(x, y), weights.secret, reasons.secret],
    [namesOther, weights.peers, reasons.peers],
    [isNextDoor, weights.neighbours, reasons.neighbours],
  ];
  // Of strangers, the address and the VRID must both be the same: networks of others use the same numbers.
  if (!isNear && !namesOther && !(shared !== undefined && isSameId)) return undefined;
  const isTied = shared !== undefined || namesOther;
  // Who lists its peers and not the other has nothing to do with it.
  if (!isTied && x.isUnicast && y.isUnicast && x.source !== undefined && y.source !== undefined) return undefined;
  const found = evidence.filter(([holds]) => holds);
  const score = found.reduce((sum, [, weight]) => sum + weight, 0);
  if (score < enough) return undefined;
  return { score, namesOther, isTied, reasons: found.map((one) => one[2]) };
}

/** An address that both hold, as it is written. */
export function sharedAddress(a: VrrpInstance, b: VrrpInstance): string | undefined {
  return a.addresses.find(({ address }) => b.addresses.some((other) => sameAddress(other.address, address)))?.text;
}

/** Whether an instance sends its adverts to an address. */
export function listsPeer({ peers }: VrrpInstance, address: Address): boolean {
  return peers.some((peer) => sameAddress(peer.address, address));
}

function sendsTo(a: VrrpInstance, { source }: VrrpInstance): boolean {
  return source !== undefined && listsPeer(a, source.address);
}

function sharesSecret(a: VrrpInstance, b: VrrpInstance): boolean {
  return a.authentication !== undefined && a.authentication.secret === b.authentication?.secret;
}
