/** What simulations tell, as plain data for scripts and for the picture. Times in milliseconds, rounded to a tenth. */
import type { Host } from "../../model/cluster/host.ts";
import type { Location } from "../../schema/problem.ts";
import { isSameList } from "../../text/lists.ts";
import { type Locale, say } from "../../text/localized.ts";
import { simulate } from "../../vrrp/simulation/races.ts";
import type { Scene } from "../../vrrp/simulation/scene.ts";
import type { InstanceState, Timeline } from "../../vrrp/simulation/timeline.ts";
import type { Plan } from "./plan.ts";

/** `Place` is how the reader is told of lines. */
export interface SimulationReport<Place> {
  readonly version: 1;
  readonly virtualAddresses: readonly {
    readonly address: string;
    /** The hosts whose files list it. */
    readonly candidates: readonly string[];
    /** Who holds it from `t` on; the first entry is that of the start. */
    readonly holders: readonly { readonly t: number; readonly hosts: readonly string[] }[];
  }[];
  readonly instances: readonly {
    readonly host: string;
    readonly name: string;
    readonly virtualRouterId: number | null;
    readonly states: readonly { readonly t: number; readonly state: InstanceState; readonly priority: number }[];
  }[];
  readonly explanations: readonly {
    readonly t: number;
    readonly host: string | null;
    readonly instance: string | null;
    readonly text: string;
    readonly because: readonly Place[];
  }[];
  readonly races: readonly {
    readonly address: string;
    readonly outcomes: readonly (readonly string[])[];
    readonly text: string;
  }[];
  /** When the simulation ends. */
  readonly until: number;
}

/** Timelines to the end of parts in which nothing happens, by their first hosts: in a large workspace most are such. */
const calm = new WeakMap<Host, { readonly scene: Scene; readonly timeline: Timeline }>();

/** Runs all parts of a plan; without `until` each goes on until nothing changes any more. */
export function runPlan({ parts }: Plan, until: number | undefined): readonly Timeline[] {
  return parts.map(({ scene, events, isPlain }) => {
    const [first] = scene.hosts;
    if (first === undefined || !isPlain || events.length > 0 || until !== undefined) {
      return simulate(scene, events, until);
    }
    const before = calm.get(first.host);
    const isSame =
      before?.scene.networks === scene.networks &&
      isSameList(before.scene.hosts, scene.hosts, (a, b) => a.host === b.host);
    if (before !== undefined && isSame) return before.timeline;
    const timeline = simulate(scene, [], undefined);
    calm.set(first.host, { scene, timeline });
    return timeline;
  });
}

export function reportOf<Place>(
  timelines: readonly Timeline[],
  { wordFor }: Pick<Plan, "wordFor">,
  locale: Locale,
  place: (location: Location) => Place,
): SimulationReport<Place> {
  const words = (hosts: readonly Host[]) => hosts.map(wordFor);
  return {
    version: 1,
    virtualAddresses: timelines.flatMap((timeline) =>
      timeline.virtualAddresses.map(({ address, candidates, holders }) => ({
        address,
        candidates: words(candidates),
        holders: holders.map(({ t, hosts }) => ({ t: tenths(t), hosts: words(hosts) })),
      })),
    ),
    instances: timelines.flatMap(({ instances }) =>
      instances.map(({ host, name, virtualRouterId, states }) => ({
        host: wordFor(host),
        name,
        virtualRouterId: virtualRouterId ?? null,
        states: states.map(({ t, state, priority }) => ({ t: tenths(t), state, priority })),
      })),
    ),
    explanations: timelines
      .flatMap(({ explanations }) => explanations)
      .sort((a, b) => a.t - b.t)
      .map(({ t, host, instance, text, because }) => ({
        t: tenths(t),
        host: host === undefined ? null : wordFor(host),
        instance: instance ?? null,
        text: say(text, locale),
        because: because.map(place),
      })),
    races: timelines.flatMap(({ races }) =>
      races.map(({ address, outcomes, text }) => ({
        address,
        outcomes: outcomes.map(words),
        text: say(text, locale),
      })),
    ),
    until: tenths(Math.max(0, ...timelines.map(({ until }) => until))),
  };
}

/** Less than a tenth of a millisecond tells nothing. */
export function tenths(time: number): number {
  return Math.round(time * 10) / 10;
}
