/**
 * The simulation with its races: it runs again with other milliseconds, those that nobody controls, and where that
 * changes who holds an address in the end, it says so instead of pretending to know.
 */
import type { Host } from "../../model/cluster/host.ts";
import { isSameList } from "../../text/lists.ts";
import { fill, type Text, text } from "../../text/localized.ts";
import type { SimulationEvent } from "./events.ts";
import type { Scene } from "./scene.ts";
import { type Nuances, runOnce } from "./simulate.ts";
import { hostNames } from "./tell.ts";
import type { Race, Timeline } from "./timeline.ts";

/** How far the starts of two hosts that are meant to be at one time lie apart, in milliseconds. */
const stagger = 40;
/** How long the kernel may take to tell of a carrier that is back, in milliseconds (measured: up to 0.9 s). */
const slowLink = 900;

const message = text(
  "A race: milliseconds that nobody controls decide whether {0} ends with {1}",
  "存在竞争：{0} 最终归 {1}，取决于无法控制的毫秒级时序",
);
const or = text("{0} or {1}", "{0} 还是 {1}");

/** Runs a scene with these events, and looks for races. `until` is the end, in milliseconds; without it, all settles. */
export function simulate(scene: Scene, events: readonly SimulationEvent[], until?: number): Timeline {
  const timeline = runOnce(scene, events, until);
  const last = scene.hosts.length - 1;
  const others: readonly Nuances[] = [
    { startDelay: (index) => index * stagger, linkDelay: 0 },
    { startDelay: (index) => (last - index) * stagger, linkDelay: 0 },
    { startDelay: () => 0, linkDelay: slowLink },
  ];
  // All are looked at when they have settled: at a given end one of them may be a moment behind.
  const settled = until === undefined ? timeline : runOnce(scene, events, undefined);
  const runs = [settled, ...others.map((nuances) => runOnce(scene, events, undefined, nuances))];
  return { ...timeline, races: timeline.virtualAddresses.flatMap(({ address }) => raceFor(address, runs)) };
}

function raceFor(address: string, runs: readonly Timeline[]): readonly Race[] {
  const outcomes: (readonly Host[])[] = [];
  for (const { virtualAddresses } of runs) {
    const hosts = virtualAddresses.find((one) => one.address === address)?.holders.at(-1)?.hosts ?? [];
    if (!outcomes.some((other) => isSameList(other, hosts))) outcomes.push(hosts);
  }
  if (outcomes.length < 2) return [];
  const [first, ...more] = outcomes.map((hosts): Text => hostNames(hosts));
  if (first === undefined) return [];
  return [
    {
      address,
      outcomes,
      text: fill(
        message,
        address,
        more.reduce((all, one) => fill(or, all, one), first),
      ),
    },
  ];
}
