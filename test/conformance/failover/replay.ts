/**
 * The election engine on a scenario that real daemons have played: the same files, addresses and events, at the times
 * at which they really came about. A daemon that is started or reads its file again begins to work a moment after it
 * was told, and the kernel tells of a link that is back when it likes to: both are read off the daemons' logs.
 */
import type { Host } from "../../../server/src/core/model/cluster/host.ts";
import { parseAddress } from "../../../server/src/core/net/address.ts";
import { defaultSettings, Service } from "../../../server/src/core/service.ts";
import type { SimulationEvent } from "../../../server/src/core/vrrp/simulation/events.ts";
import { simulate } from "../../../server/src/core/vrrp/simulation/races.ts";
import { sceneOf } from "../../../server/src/core/vrrp/simulation/scene.ts";
import { type LeavingAdvert, runOnce } from "../../../server/src/core/vrrp/simulation/simulate.ts";
import type { Race, Timeline } from "../../../server/src/core/vrrp/simulation/timeline.ts";
import { layOut } from "./layout.ts";
import { linkLocalOf } from "./machine.ts";
import { working } from "./record.ts";
import type { LabScenario, Observation } from "./scenario.ts";

export interface Replay {
  readonly timeline: Timeline;
  readonly races: readonly Race[];
  readonly adverts: readonly LeavingAdvert[];
  readonly events: readonly SimulationEvent[];
  /** The hosts of the engine, by node. */
  readonly hosts: ReadonlyMap<string, Host>;
}

const root = "file:///lab/";
/** What the daemon says of a carrier that is back (keepalived/vrrp/vrrp_if.c). */
const linkIsUp = /^Netlink reports (\S+) up$/;
/** The engine lets the daemon know of a link so long after it. */
const noticed = 5;

/** Plays a scenario again in the engine; `happened` and the log of the observation tell when. */
export function replay(scenario: LabScenario, observation: Observation): Replay {
  const hosts = hostsOf(scenario, new Map());
  const events = scenario.events.slice(0, observation.happened.length).map((event, index): SimulationEvent => {
    const { node, kind, argument } = event;
    const at = momentOf(scenario, observation, index);
    const base = { at, kind, host: hosts.get(node)?.id ?? node, ...(argument === undefined ? {} : { argument }) };
    if (kind !== "reload" || argument === undefined) return base;
    const facts = hostsOf(scenario, new Map([[node, argument]])).get(node)?.facts;
    return facts === undefined ? base : { ...base, facts };
  });
  const ports = layOut(scenario.nodes);
  const addresses = ports.flatMap((port) =>
    [...port.addresses.map((one) => one.address), linkLocalOf(ports, port)].flatMap((text) => {
      const address = parseAddress(text);
      const host = hosts.get(port.node)?.id;
      return address === undefined || host === undefined ? [] : [{ host, interface: port.interface, address }];
    }),
  );
  const starts = new Map(
    scenario.nodes.flatMap(({ name, delay = 0 }) => {
      const id = hosts.get(name)?.id;
      return id === undefined ? [] : [[id, beginning(observation, name, delay) ?? delay] as const];
    }),
  );
  const all = [...hosts.values()];
  const scene = sceneOf(all, [], { addresses, starts });
  // Races are looked for as a user would: daemons start when they are told to, and nobody knows of milliseconds.
  const meant = new Map(scenario.nodes.map(({ name, delay = 0 }) => [hosts.get(name)?.id ?? name, delay]));
  const { races } = simulate(sceneOf(all, [], { addresses, starts: meant }), events, observation.duration);
  const adverts: LeavingAdvert[] = [];
  const timeline = runOnce(scene, events, observation.duration, undefined, (advert) => adverts.push(advert));
  return { timeline, races, adverts, events, hosts };
}

/** The hosts of a scenario as the model reads its files; `replaced` names files that stand in the place of main files. */
function hostsOf({ nodes, events }: LabScenario, replaced: ReadonlyMap<string, string>): ReadonlyMap<string, Host> {
  const spare = new Set(
    events.filter(({ kind }) => kind === "reload").map(({ node, argument }) => `${node}/${argument}`),
  );
  const texts = new Map<string, string>();
  for (const { name, main, files } of nodes) {
    for (const [path, text] of files) if (!spare.has(`${name}/${path}`)) texts.set(`${root}${name}/${path}`, text);
    const other = replaced.get(name);
    if (other !== undefined) texts.set(`${root}${name}/${main}`, files.get(other) ?? "");
  }
  const service = new Service(
    {
      read: (uri) => texts.get(uri) ?? null,
      list: (pattern) => [...texts.keys()].filter((uri) => matches(uri, pattern)),
      failed: (rule, error) => {
        throw new Error(`rule ${rule} failed`, { cause: error });
      },
    },
    defaultSettings,
  );
  for (const [uri, text] of texts) service.workspace.add(uri, text, { open: false });
  const found = service.estate.hosts.filter(({ facts }) => facts.instances.length > 0);
  return new Map(
    nodes.flatMap(({ name }) => {
      const own = found.filter(({ files }) => files.some(({ uri }) => uri.startsWith(`${root}${name}/`)));
      // A file that several hosts share is read by the one that its lines name, and by another one.
      const host = own.find((one) => one.name === name) ?? own.at(-1);
      return host === undefined ? [] : [[name, host] as const];
    }),
  );
}

function matches(uri: string, pattern: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", "[^/]*")
    .replaceAll("?", "[^/]");
  return new RegExp(`^${source}$`).test(uri);
}

/** When an event took hold. */
function momentOf({ events }: LabScenario, observation: Observation, index: number): number {
  const event = events[index];
  const at = observation.happened[index] ?? 0;
  if (event === undefined) return at;
  const { kind, node, argument } = event;
  const next = events.findIndex((one, later) => later > index && one.node === node);
  const before = next === -1 ? undefined : observation.happened[next];
  if (kind === "start" || kind === "power-on" || kind === "reload") {
    return beginning(observation, node, at, before) ?? at;
  }
  if (kind !== "link-up") return at;
  const told = logAfter(observation, node, at, before).find(({ text }) => linkIsUp.exec(text)?.[1] === argument);
  return told === undefined ? at : told.at - noticed;
}

/** When a daemon began to work after a time. */
function beginning(observation: Observation, node: string, after: number, before?: number): number | undefined {
  return logAfter(observation, node, after, before).find(({ text }) => working.test(text))?.at;
}

function logAfter({ log }: Observation, node: string, after: number, before = Number.POSITIVE_INFINITY) {
  return log.filter((line) => line.node === node && line.at >= after && line.at < before);
}
