/** What everybody asks of a cluster: each host, link and check lost, maintenance, a network cut in two. */
import type { Host } from "../../model/cluster/host.ts";
import { formatAddress } from "../../net/address.ts";
import { isSameList, unique } from "../../text/lists.ts";
import { fill, type Text, text } from "../../text/localized.ts";
import { goodState } from "../priority.ts";
import type { SimulationEvent } from "./events.ts";
import { simulate } from "./races.ts";
import type { Scene } from "./scene.ts";
import { runOnce } from "./simulate.ts";
import { hostNames, shown } from "./tell.ts";
import type { AddressHolders, Timeline } from "./timeline.ts";

export type QuestionKind = "host-lost" | "link-lost" | "check-fails" | "maintenance" | "network-cut";

/** A question without its answer. */
export interface Question {
  /** Stable while hosts, interfaces and checks keep their names. */
  readonly id: string;
  readonly kind: QuestionKind;
  readonly title: Text;
  /** Times count from when it happens, not from the start. */
  readonly events: readonly SimulationEvent[];
}

/** How good an answer is for those who use the addresses. */
export type Verdict = "fine" | "bad" | "uncertain";

/** What becomes of one address. */
export interface Outcome {
  readonly address: string;
  readonly before: readonly Host[];
  readonly after: readonly Host[];
  /** Milliseconds without any holder, altogether. */
  readonly without: number;
  /** Milliseconds with several holders; those that last to the end are not counted to it. */
  readonly double: number;
  readonly text: Text;
  readonly verdict: Verdict;
}

export interface Answer {
  readonly question: Question;
  /** When it happens, in milliseconds from the start. */
  readonly at: number;
  /** The events with their times from the start. */
  readonly events: readonly SimulationEvent[];
  readonly timeline: Timeline;
  readonly outcomes: readonly Outcome[];
  /** The worst of all outcomes, in a few words. */
  readonly text: Text;
  readonly verdict: Verdict;
}

const titles = {
  host: text("{0} loses power", "{0} 断电"),
  link: text("{0} of {1} goes down", "{1} 的 {0} 断开"),
  check: text("{0} fails on {1}", "{1} 上 {0} 失败"),
  everywhere: text("{0} fails on all hosts", "所有主机上 {0} 都失败"),
  maintenance: text("{0} is stopped and started again", "{0} 停止后再启动"),
  cut: text("The network is cut between {0} and the others", "{0} 与其他主机之间网络中断"),
};
const results = {
  moves: text("{0} after {1}", "{1}后转到 {0}"),
  returns: text("back on {0}, {1} without", "回到 {0}，中断 {1}"),
  stays: text("stays on {0}", "仍在 {0}"),
  nothing: text("nothing moves", "没有变化"),
  nobody: text("nobody holds it", "无人持有"),
  double: text("two masters: {0}", "双主：{0}"),
  race: text("a race", "存在竞争"),
};

/** How long maintenance lasts, in milliseconds. */
const maintenance = 30_000;
/** Just after an advert: then the others wait longest. In milliseconds. */
const justAfter = 1;

/** All questions that the files of a scene raise, in the order in which people ask them. */
export function questionsOf({ hosts }: Scene): readonly Question[] {
  const all = hosts.map(({ host, facts }) => ({ host, instances: facts.instances }));
  const lost = all.map(({ host }) =>
    ask("host-lost", [host.id], fill(titles.host, host.name), [at(host, "power-off")]),
  );
  const links = all.flatMap(({ host, instances }) =>
    unique(instances.flatMap(({ interface: on }) => on?.value ?? [])).map((name) =>
      ask("link-lost", [host.id, name], fill(titles.link, name, host.name), [at(host, "link-down", name)]),
    ),
  );
  const checks = all.flatMap(({ host, instances }) =>
    checkNames(instances).map((name) =>
      ask("check-fails", [host.id, name], fill(titles.check, name, host.name), [
        at(host, failure(instances, name), name),
      ]),
    ),
  );
  const shared = unique(all.flatMap(({ instances }) => checkNames(instances))).filter(
    (name) => all.filter(({ instances }) => checkNames(instances).includes(name)).length > 1,
  );
  const everywhere = shared.map((name) => {
    const with_ = all.filter(({ instances }) => checkNames(instances).includes(name));
    const events = with_.map(({ host, instances }) => at(host, failure(instances, name), name));
    return ask("check-fails", ["*", name], fill(titles.everywhere, name), events);
  });
  const stops = all.map(({ host }) =>
    ask("maintenance", [host.id], fill(titles.maintenance, host.name), [
      at(host, "stop"),
      { ...at(host, "start"), at: maintenance },
    ]),
  );
  const cuts =
    all.length < 2
      ? []
      : all.slice(0, all.length === 2 ? 1 : all.length).map(({ host, instances }) =>
          ask(
            "network-cut",
            [host.id],
            fill(titles.cut, host.name),
            unique(instances.flatMap(({ interface: on }) => on?.value ?? [])).map((name) => at(host, "detach", name)),
          ),
        );
  return [...lost, ...links, ...checks, ...everywhere, ...stops, ...cuts];
}

/** Answers a question: what happens when all is settled, at the worst moment between two adverts. */
export function answer(scene: Scene, question: Question, settled: Timeline = runOnce(scene, [], undefined)): Answer {
  const start = worstMoment(settled);
  const events = question.events.map((event) => ({ ...event, at: event.at + start }));
  const timeline = simulate(scene, events);
  const isRace = new Set(timeline.races.map(({ address }) => address));
  const outcomes = timeline.virtualAddresses.map((one) => outcomeOf(one, start, timeline.until, question, isRace));
  const worst = [...outcomes].sort((a, b) => severity(b) - severity(a))[0];
  const isStill = outcomes.every(
    ({ verdict, before, after, without }) => verdict === "fine" && without === 0 && isSameList(before, after),
  );
  return {
    question,
    at: start,
    events,
    timeline,
    outcomes,
    text: isStill || worst === undefined ? results.nothing : worst.text,
    verdict: worst?.verdict ?? "fine",
  };
}

function ask(kind: QuestionKind, parts: readonly string[], title: Text, events: readonly SimulationEvent[]): Question {
  return { id: [kind, ...parts].join(" "), kind, title, events };
}

function at(host: Host, kind: SimulationEvent["kind"], argument?: string): SimulationEvent {
  return { at: 0, kind, host: host.id, ...(argument === undefined ? {} : { argument }) };
}

type Instances = Host["facts"]["instances"];

/** Scripts, processes and sessions that instances track; links are asked about by themselves. */
function checkNames(instances: Instances): readonly string[] {
  const trackers = instances.flatMap((one) => one.trackers);
  return unique(trackers.filter(({ kind }) => kind !== "interface" && kind !== "file").map(({ name }) => name));
}

/** With `reverse` it is success that takes the priority away. */
function failure(instances: Instances, name: string): "script-fail" | "script-ok" {
  const tracker = instances.flatMap((one) => one.trackers).find((one) => one.name === name);
  return tracker !== undefined && goodState(tracker) === "down" ? "script-ok" : "script-fail";
}

/** A moment after all is settled, just behind an advert of the first MASTER. */
function worstMoment({ instances, until }: Timeline): number {
  for (const { host, name, states } of instances) {
    const last = states.at(-1);
    const conf = host.facts.instances.find((one) => one.name === name);
    if (last?.state !== "MASTER" || conf === undefined) continue;
    const interval = 1000 * (conf.advertInterval?.value ?? 1);
    return last.t + Math.ceil(Math.max(0, until - last.t) / interval) * interval + justAfter;
  }
  return until;
}

function outcomeOf(
  { address, holders }: AddressHolders,
  from: number,
  until: number,
  { kind, events }: Question,
  races: ReadonlySet<string>,
): Outcome {
  const spans = holders.map((one, index) => ({ ...one, end: holders[index + 1]?.t ?? until }));
  const before = spans.findLast(({ t }) => t < from)?.hosts ?? [];
  const later = spans.filter(({ end }) => end > from);
  const after = later.at(-1)?.hosts ?? before;
  const lasting = (some: typeof later) => some.reduce((sum, { t, end }) => sum + end - Math.max(t, from), 0);
  const without = lasting(later.filter(({ hosts }) => hosts.length === 0));
  const double = lasting(later.slice(0, -1).filter(({ hosts }) => hosts.length > 1));
  const common = { address, before, after, without, double };
  if (races.has(address)) return { ...common, text: results.race, verdict: "uncertain" };
  if (after.length > 1) return { ...common, text: fill(results.double, hostNames(after)), verdict: "bad" };
  if (after.length === 0) return { ...common, text: results.nobody, verdict: before.length === 0 ? "fine" : "bad" };
  const names = hostNames(after);
  if (!isSameList(before, after)) {
    const first = later.find(({ hosts }) => isSameList(hosts, after));
    return { ...common, text: fill(results.moves, names, shown((first?.t ?? from) - from)), verdict: "fine" };
  }
  if (without > 0) return { ...common, text: fill(results.returns, names, shown(without)), verdict: "fine" };
  // Whoever still holds the address while its check fails serves nobody.
  const isServed = !(
    kind === "check-fails" && after.some((host) => events.some((one) => concerns(one, host, address)))
  );
  const isSole = new Set(events.map((event) => event.host)).size === 1;
  const verdict = isServed ? "fine" : isSole ? "bad" : "uncertain";
  return { ...common, text: fill(results.stays, names), verdict };
}

/** Whether a check fails that the instance with this address tracks. */
function concerns({ host: id, argument }: SimulationEvent, host: Host, address: string): boolean {
  const own = host.facts.instances.filter(({ addresses }) =>
    addresses.some((one) => formatAddress(one.address) === address),
  );
  return id === host.id && own.some(({ trackers }) => trackers.some(({ name }) => name === argument));
}

const order: Readonly<Record<Verdict, number>> = { bad: 2, uncertain: 1, fine: 0 };

/** The worse verdict first, then the longer time without a holder. */
function severity({ verdict, without }: Outcome): number {
  return order[verdict] * 1e9 + without;
}
