/**
 * The engine against the daemons that it models: final holders and states, the order of holders, and how long each
 * takeover took. What lasts but a moment is left out on both sides: while addresses move, two hosts have them, or none.
 */
import type { VrrpInstance } from "../../../server/src/core/model/facts.ts";
import { addressKey } from "../../../server/src/core/net/address.ts";
import type { EventKind } from "../../../server/src/core/vrrp/simulation/events.ts";
import { type Replay, replay } from "./replay.ts";
import type { LabScenario, Observation } from "./scenario.ts";

/** What does not last so long is no outcome, in milliseconds: a busy machine draws moments out. */
const briefs = [60, 100, 150];
/** Addresses that come back so soon were never given away, in milliseconds. */
const blink = 60;
/** By how much a takeover may be off: a part of it, and milliseconds. */
const share = 0.02;
const slack = 20;
/** A host sends its first advert so shortly before it has the addresses, in milliseconds. */
const shortly = 15;

/** keepalived/vrrp/vrrp_track.c: vrrp_set_effective_priority. */
const weighed = /^\((.+)\) Changing effective priority from \d+ to (\d+)/;

/** Some host had an address from a time on, to another. */
interface Span {
  readonly host: string;
  readonly from: number;
  readonly to: number;
}

type Changes = readonly { readonly at: number; readonly hosts: readonly string[] }[];

interface Advert {
  readonly at: number;
  readonly host: string;
  readonly routerId: number | undefined;
  readonly priority: number;
}

/** One side, in the words of the comparison. */
interface Side {
  /** Who held an address, by address. */
  readonly changes: ReadonlyMap<string, Changes>;
  readonly adverts: readonly Advert[];
  /** What an instance has advertised, or would, from a time on. */
  readonly priorities: readonly {
    readonly host: string;
    readonly instance: string;
    readonly at: number;
    readonly priority: number;
  }[];
  /** When an instance began to wait, by host. */
  readonly waits: readonly { readonly host: string; readonly at: number }[];
  readonly events: readonly {
    readonly at: number;
    readonly host: string;
    readonly kind: EventKind;
    readonly argument?: string;
  }[];
}

export interface Comparison {
  /** What is not as it was with the daemons, a line each. */
  readonly outcomes: readonly string[];
  /** Takeovers that took another time. */
  readonly times: readonly string[];
  /** How many takeovers were measured. */
  readonly measured: number;
}

/** Whether a scenario ends alike whenever it is played, and whether only timers decide how long it takes. */
interface Nature {
  readonly isStable: boolean;
  readonly isTimed: boolean;
}

/** Compares a scenario with what the engine makes of it. */
export function compare(scenario: LabScenario, observation: Observation, { isStable, isTimed }: Nature): Comparison {
  const played = replay(scenario, observation);
  const [real, ours] = [sideOf(scenario, observation), engineSide(played)];
  const races = played.races.map(({ text }) => text.en);
  if (!isStable) {
    return { outcomes: races.length === 0 ? ["the engine sees no race"] : [], times: [], measured: 0 };
  }
  const addresses = [...new Set([...real.changes.keys(), ...ours.changes.keys()])];
  const courses = addresses.flatMap((address) => {
    const [theirs, mine] = [real, ours].map((side) => coursesOf(side.changes.get(address) ?? [], observation.duration));
    if (theirs === undefined || mine === undefined || theirs.some((course) => mine.includes(course))) return [];
    return [`${address}: the engine has ${mine[0] || "nobody"}, the daemons ${theirs[0] || "nobody"}`];
  });
  const timing =
    courses.length > 0 || !isTimed
      ? []
      : addresses.flatMap((address) => timesOf(address, real, ours, { ...played, end: observation.duration }));
  return {
    outcomes: [...courses, ...statesOf(observation, played), ...races],
    times: timing.flatMap(({ fault }) => fault ?? []),
    measured: timing.length,
  };
}

function sideOf({ events }: LabScenario, observation: Observation): Side {
  return {
    changes: new Map([...observation.holders].map(([address, changes]) => [addressKey(address), changes])),
    adverts: observation.adverts.map(({ at, node, routerId, priority }) => ({ at, host: node, routerId, priority })),
    priorities: observation.log.flatMap(({ at, node, text }) => {
      const [, instance, priority] = weighed.exec(text) ?? [];
      return instance === undefined ? [] : [{ host: node, instance, at, priority: Number(priority) }];
    }),
    waits: [...observation.states].flatMap(([host, instances]) =>
      [...instances.values()].flat().flatMap(({ at, state }) => (state === "BACKUP" ? [{ host, at }] : [])),
    ),
    events: events.slice(0, observation.happened.length).map(({ node, kind, argument }, index) => ({
      at: observation.happened[index] ?? 0,
      host: node,
      kind,
      ...(argument === undefined ? {} : { argument }),
    })),
  };
}

function engineSide({ timeline, adverts, events, hosts }: Replay): Side {
  const names = new Map([...hosts].map(([node, { id }]) => [id, node]));
  const nameOf = (id: string) => names.get(id) ?? id;
  return {
    changes: new Map(
      timeline.virtualAddresses.map(({ address, holders }) => [
        addressKey(address),
        holders.map(({ t, hosts: on }) => ({ at: t, hosts: on.map(({ id }) => nameOf(id)) })),
      ]),
    ),
    adverts: adverts.map(({ t, host, virtualRouterId, priority }) => ({
      at: t,
      host: nameOf(host.id),
      routerId: virtualRouterId,
      priority,
    })),
    priorities: timeline.instances.flatMap(({ host, name, states }) =>
      states.map(({ t, priority }) => ({ host: nameOf(host.id), instance: name, at: t, priority })),
    ),
    waits: timeline.instances.flatMap(({ host, states }) =>
      states.flatMap(({ t, state }, index) =>
        state === "BACKUP" && states[index - 1]?.state !== state ? [{ host: nameOf(host.id), at: t }] : [],
      ),
    ),
    events: events.map(({ at, host, kind, argument }) => ({
      at,
      host: nameOf(host),
      kind,
      ...(argument === undefined ? {} : { argument }),
    })),
  };
}

/** Who had an address from when to when, in the order of time. */
function spansOf(changes: Changes, end: number): readonly Span[] {
  const spans: Span[] = [];
  const open = new Map<string, number>();
  for (const { at, hosts } of [...changes, { at: end, hosts: [] }]) {
    for (const [host, from] of open) {
      if (hosts.includes(host)) continue;
      open.delete(host);
      spans.push({ host, from, to: at });
    }
    for (const host of hosts) if (!open.has(host)) open.set(host, at);
  }
  const joined: Span[] = [];
  for (const span of spans.sort((a, b) => a.from - b.from)) {
    const at = joined.findLastIndex(({ host }) => host === span.host);
    const earlier = joined[at];
    if (earlier !== undefined && span.from - earlier.to < blink) joined[at] = { ...earlier, to: span.to };
    else joined.push(span);
  }
  return joined.filter(({ from, to }) => to - from >= blink || to === end);
}

/** `lb1 > lb1 and lb2 > nobody`: what lasted, in its order, by what counts as a moment. */
function coursesOf(changes: Changes, end: number): readonly string[] {
  return briefs.map((brief) => {
    const course: string[] = [];
    for (const [index, { at, hosts }] of changes.entries()) {
      const next = changes[index + 1]?.at;
      if (next !== undefined && next - at < brief) continue;
      const word = [...hosts].sort().join(" and ") || "nobody";
      if (course.at(-1) !== word && !(course.length === 0 && hosts.length === 0) && at <= end) course.push(word);
    }
    return course.join(" > ");
  });
}

function statesOf(observation: Observation, { timeline, hosts }: Replay): readonly string[] {
  return [...observation.final].flatMap(([node, instances]) =>
    [...instances].flatMap(([name, state]) => {
      const id = hosts.get(node)?.id;
      const own = timeline.instances.find((one) => one.host.id === id && one.name === name);
      const last = own?.states.at(-1)?.state ?? "none";
      return last === state ? [] : [`${node}, ${name}: the engine has ${last}, the daemon ${state}`];
    }),
  );
}

interface Timed {
  readonly fault?: string;
}

function timesOf(
  address: string,
  real: Side,
  ours: Side,
  { hosts, end }: Replay & { readonly end: number },
): readonly Timed[] {
  const [theirs = [], mine = []] = [real, ours].map((side) => spansOf(side.changes.get(address) ?? [], end));
  return theirs.flatMap((span, index): readonly Timed[] => {
    const own = mine.filter(({ host }) => host === span.host)[countBefore(theirs, index, span.host)];
    if (own === undefined) return [];
    const instances = (hosts.get(span.host)?.facts.instances ?? []).filter(({ addresses }) =>
      addresses.some(({ text }) => addressKey(text) === address),
    );
    const measured = durationsOf(span, real, instances);
    const computed = durationsOf(own, ours, instances);
    const pairs = measured.flatMap((one) =>
      computed.flatMap((other) => (one.since === other.since ? [{ one, other }] : [])),
    );
    if (pairs.length === 0) return [];
    if (pairs.some(({ one, other }) => Math.abs(one.time - other.time) <= share * one.time + slack)) return [{}];
    const seen = pairs.map(
      ({ one, other }) => `${other.time.toFixed(1)} and not ${one.time.toFixed(1)} ms since ${one.since}`,
    );
    return [{ fault: `${address}: ${span.host} takes over ${seen.join(", ")}` }];
  });
}

function countBefore(spans: readonly Span[], index: number, host: string): number {
  return spans.slice(0, index).filter((span) => span.host === host).length;
}

interface Duration {
  readonly since: "the last advert" | "it began to wait";
  readonly time: number;
}

/**
 * How long a takeover took: from the last advert that could keep the host waiting, and from when it began to wait. Two
 * last adverts where one went out while the hosts were being cut off from each other.
 */
function durationsOf({ host, from }: Span, side: Side, instances: readonly VrrpInstance[]): readonly Duration[] {
  const ids = new Set(instances.map(({ virtualRouterId }) => virtualRouterId?.value));
  const names = new Set(instances.map(({ name }) => name));
  const weights = side.priorities.filter((one) => one.host === host && names.has(one.instance));
  const written = instances[0]?.priority?.value ?? 0;
  const priorityAt = (at: number) => weights.findLast((one) => one.at <= at)?.priority ?? written;
  const sent = side.adverts.findLast((one) => one.host === host && ids.has(one.routerId) && one.at <= from + shortly);
  // To a peer that is gone, no advert leaves.
  const own = sent !== undefined && sent.at >= from - 2 * shortly ? sent : { at: from, priority: priorityAt(from) };
  const kept = side.adverts.filter(
    (one) =>
      one.host !== host &&
      ids.has(one.routerId) &&
      one.at < own.at &&
      (one.priority === 0 || one.priority >= Math.min(own.priority, priorityAt(one.at))),
  );
  const begin = side.waits.findLast((one) => one.host === host && one.at < own.at)?.at;
  const lasts = [0, 2 * shortly].flatMap((grace) => kept.findLast((one) => !isCut(side, one, host, grace))?.at ?? []);
  return [
    ...[...new Set(lasts)].map((at): Duration => ({ since: "the last advert", time: from - at })),
    ...(begin === undefined ? [] : [{ since: "it began to wait", time: from - begin } as const]),
  ];
}

const cutting: Readonly<Partial<Record<EventKind, EventKind>>> = {
  detach: "attach",
  "link-down": "link-up",
  "drop-vrrp": "allow-vrrp",
};

/** Whether an advert cannot have come to a host: one of them was cut off before. */
function isCut({ events }: Side, { at, host: sender }: Advert, receiver: string, grace: number): boolean {
  return events.some((event, index) => {
    const mends = cutting[event.kind];
    if (mends === undefined || event.at + grace > at || (event.host !== sender && event.host !== receiver))
      return false;
    if (event.kind === "drop-vrrp" && (event.argument === "in") !== (event.host === receiver)) return false;
    return !events.slice(index).some((later) => later.kind === mends && later.host === event.host && later.at <= at);
  });
}
