/** Random clusters that elect without a mismatch, and random things that happen to them. */
import fc from "fast-check";

/** A cluster as a story tells it, with what can happen to it. */
export interface RandomCluster {
  /** The lines of the hosts. */
  readonly lines: readonly string[];
  readonly hosts: readonly string[];
  readonly interfaces: readonly string[];
  readonly checks: readonly string[];
  /** No host ever takes an address from a MASTER that has less. */
  readonly holdsBack: boolean;
}

const weights = ["", " weight -60", " weight -10", " weight 30", " weight 30 reverse"];

interface Shape {
  readonly hosts: number;
  readonly routers: number;
  readonly version: 2 | 3;
  readonly interval: string;
  readonly isUnicast: boolean;
  readonly isGroup: boolean;
  readonly weight: string | undefined;
  readonly nopreempt: boolean;
  readonly preemptDelay: number | undefined;
  readonly state: "MASTER" | "BACKUP" | undefined;
  readonly order: readonly number[];
}

/** Priorities differ by 50, so that who wins is never a matter of milliseconds. */
function draw(shape: Shape): RandomCluster {
  const { hosts: count, routers, version, isUnicast, isGroup, nopreempt } = shape;
  const hosts = Array.from({ length: count }, (_, at) => `lb${at + 1}`);
  const interfaces = Array.from({ length: routers }, (_, at) => `eth${at}`);
  const lines = hosts.flatMap((host, index) => {
    const own = interfaces.map((on, router) => {
      const rank = (shape.order[index] ?? 0) % 4;
      const address = (number: number) => `10.${router}.0.${number}`;
      const peers = hosts.flatMap((_, other) => (other === index ? [] : [address(other + 1)]));
      const parts = [
        `priority ${60 + 45 * rank}`,
        `version ${version}`,
        `advert_int ${version === 2 ? 1 : shape.interval}`,
        `interface ${on}`,
        ...(isUnicast && peers.length > 0
          ? [`unicast_src_ip ${address(index + 1)}`, `unicast_peer { | ${peers.join(" | ")} | }`]
          : []),
        ...(nopreempt ? ["nopreempt"] : []),
        ...(shape.state === undefined ? [] : [`state ${shape.state}`]),
        ...(shape.preemptDelay === undefined ? [] : [`preempt_delay ${shape.preemptDelay}`]),
        ...(shape.weight === undefined ? [] : [`check web${router}${shape.weight}`]),
      ];
      return `${host}${router === 0 ? "" : ` VI_${router + 1}`}: ${parts.join("; ")}`;
    });
    const names = interfaces.map((_, router) => `VI_${router + 1}`);
    return isGroup && routers > 1 ? [...own, `${host} group: ${names.join(" ")}`] : own;
  });
  return {
    lines,
    hosts,
    interfaces,
    checks: shape.weight === undefined ? [] : interfaces.map((_, router) => `web${router}`),
    holdsBack: nopreempt,
  };
}

export const randomCluster: fc.Arbitrary<RandomCluster> = fc
  .record({
    hosts: fc.integer({ min: 1, max: 4 }),
    routers: fc.integer({ min: 1, max: 3 }),
    version: fc.constantFrom(2 as const, 3 as const),
    interval: fc.constantFrom("0.2", "1", "3"),
    isUnicast: fc.boolean(),
    isGroup: fc.boolean(),
    weight: fc.option(fc.constantFrom(...weights), { nil: undefined }),
    nopreempt: fc.boolean(),
    preemptDelay: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
    state: fc.constantFrom("BACKUP" as const, undefined),
    order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
  })
  .map(draw);

/** A thing that happens, and what takes it back. */
type Harm = readonly [harm: string, cure: string];

/** What may go wrong in a cluster. `kinds` chooses among kinds of events. */
export function harms({ hosts, interfaces, checks }: RandomCluster, kinds: readonly string[]): readonly Harm[] {
  return hosts
    .flatMap((host) => [
      [`power-off ${host}`, `power-on ${host}`] as const,
      [`stop ${host}`, `start ${host}`] as const,
      [`crash ${host}`, `start ${host}`] as const,
      [`freeze ${host}`, `thaw ${host}`] as const,
      [`drop-vrrp ${host} in`, `allow-vrrp ${host}`] as const,
      [`drop-vrrp ${host} out`, `allow-vrrp ${host}`] as const,
      ...interfaces.flatMap((on) => [
        [`link-down ${host} ${on}`, `link-up ${host} ${on}`] as const,
        [`detach ${host} ${on}`, `attach ${host} ${on}`] as const,
      ]),
      ...checks.map((name) => [`script-fail ${host} ${name}`, `script-ok ${host} ${name}`] as const),
    ])
    .filter(([harm]) => kinds.length === 0 || kinds.includes(harm.split(" ")[0] ?? ""));
}

/** A daemon starts last: one that was told to stop while it stood still does so only when it goes on. */
function inOrder(cures: readonly string[]): readonly string[] {
  const isStart = (cure: string) => cure.startsWith("start ");
  return [...cures.filter((cure) => !isStart(cure)), ...cures.filter(isStart)];
}

export interface RandomTrouble {
  readonly cluster: RandomCluster;
  readonly harm: readonly string[];
  readonly cure: readonly string[];
}

/** A cluster with harms that come at random times from 30 s on, and go again later, one after the other. */
export function randomTrouble(kinds: readonly string[] = []): fc.Arbitrary<RandomTrouble> {
  return randomCluster.chain((cluster): fc.Arbitrary<RandomTrouble> => {
    const possible = harms(cluster, kinds);
    if (possible.length === 0) return fc.constant({ cluster, harm: [], cure: [] });
    return fc
      .array(fc.tuple(fc.constantFrom(...possible), fc.integer({ min: 0, max: 20_000 })), { maxLength: 5 })
      .map((chosen) => ({
        cluster,
        harm: chosen.map(([[harm], at]) => `${30_000 + at}ms ${harm}`),
        cure: inOrder(chosen.map(([[, cure]]) => cure)).map((cure, index) => `${100_000 + 60_000 * index}ms ${cure}`),
      }));
  });
}
