/** What a picture of the topology shows at one moment of a simulation: states, holders, and what has been made to fail. */
import { unique } from "../text/lists.ts";
import { type EventKind, parseEvent, type SimulationEvent } from "../vrrp/simulation/events.ts";
import type { InstanceState } from "../vrrp/simulation/timeline.ts";
import type { AddressNode, Graph, HostNode, InstanceRow, Row } from "./graph.ts";

/** As much of a report of a simulation as a picture needs. Times in milliseconds. */
export interface TimelineReport {
  readonly virtualAddresses: readonly {
    readonly address: string;
    /** The hosts whose files list it: several clusters may have the same address. */
    readonly candidates?: readonly string[];
    readonly holders: readonly { readonly t: number; readonly hosts: readonly string[] }[];
  }[];
  readonly instances: readonly {
    readonly host: string;
    readonly name: string;
    readonly virtualRouterId?: number | null | undefined;
    readonly states: readonly { readonly t: number; readonly state: string; readonly priority: number }[];
  }[];
}

export interface InstanceMoment {
  readonly state: InstanceState;
  readonly priority: number | undefined;
}

export interface Moment {
  /** Milliseconds from the start; undefined while nothing happens and nothing has happened. */
  readonly t: number | undefined;
  /** By the id of an instance's row. */
  readonly instances: Readonly<Record<string, InstanceMoment>>;
  /** Ids of hosts, by the id of an address. */
  readonly holders: Readonly<Record<string, readonly string[]>>;
  /** What has been done to a host or a row and is not healed yet, by its id. */
  readonly failed: Readonly<Record<string, EventKind>>;
}

const states: readonly InstanceState[] = ["INIT", "BACKUP", "MASTER", "FAULT"];

/** The events that undo others, by what they undo. */
export const healing: Readonly<Partial<Record<EventKind, EventKind>>> = {
  "power-off": "power-on",
  crash: "start",
  stop: "start",
  freeze: "thaw",
  "link-down": "link-up",
  detach: "attach",
  "script-fail": "script-ok",
  "drop-vrrp": "allow-vrrp",
};
const healed = new Map(Object.entries(healing).map(([bad, good]) => [good, bad]));

/** What the graph itself says: all is well. */
export function restingMoment(graph: Graph): Moment {
  const instances = instancesOf(graph).map(
    ({ row }) => [row.id, { state: row.state, priority: row.priority }] as const,
  );
  const hostOf = hostsByRow(graph);
  const holders = addressesOf(graph).map(({ id }) => {
    const active = graph.edges.filter((edge) => edge.kind === "hold" && edge.from === id && edge.isActive);
    return [id, unique(active.flatMap(({ to }) => hostOf.get(to)?.id ?? []))] as const;
  });
  return { t: undefined, instances: Object.fromEntries(instances), holders: Object.fromEntries(holders), failed: {} };
}

/** What holds `t` milliseconds after the start of a simulation with these events. What the report does not tell rests. */
export function momentOf(graph: Graph, report: TimelineReport, events: readonly string[], t: number): Moment {
  const rest = restingMoment(graph);
  const hosts = new Map(graph.nodes.flatMap((node) => (node.kind === "host" ? [[node.eventName, node]] : [])));
  const changes = new Map(report.instances.map((one) => [`${one.host}\n${one.name}`, one.states]));
  const instances = instancesOf(graph).map(({ host, row }) => {
    const now = changes.get(`${host.eventName}\n${row.name}`)?.findLast((change) => change.t <= t);
    return [
      row.id,
      now === undefined ? rest.instances[row.id] : { state: stateOf(now.state), priority: now.priority },
    ] as const;
  });
  const rows = hostsByRow(graph);
  const holders = addressesOf(graph).map(({ id, address }) => {
    const own = graph.edges.flatMap((edge) =>
      edge.kind === "hold" && edge.from === id ? [rows.get(edge.to)?.eventName] : [],
    );
    const told = report.virtualAddresses.find(
      (one) => one.address === address && (one.candidates?.some((name) => own.includes(name)) ?? true),
    );
    const now = told?.holders.findLast((change) => change.t <= t);
    return [id, now?.hosts.flatMap((name) => hosts.get(name)?.id ?? []) ?? rest.holders[id] ?? []] as const;
  });
  const failed: Record<string, EventKind> = {};
  for (const event of readEvents(graph, events)) if (event.at <= t) apply(failed, event, hosts.get(event.host));
  return { t, instances: withoutGaps(instances), holders: Object.fromEntries(holders), failed };
}

/** Events that are written as the command line takes them, in the order of their times; those that are none are left out. */
export function readEvents(graph: Graph, events: readonly string[]): readonly SimulationEvent[] {
  const names = graph.nodes.flatMap((node) => (node.kind === "host" ? [node.eventName] : []));
  return events
    .map((written) => parseEvent(written, names))
    .filter((event): event is SimulationEvent => "kind" in event)
    .sort((a, b) => a.at - b.at);
}

/** Events about hosts mark the host; those about interfaces and checks mark their rows. */
function apply(
  failed: Record<string, EventKind>,
  { kind, argument }: SimulationEvent,
  host: HostNode | undefined,
): void {
  if (host === undefined) return;
  for (const target of targetsOf(host, kind, argument)) {
    if (healing[kind] !== undefined) failed[target] = kind;
    else if (healed.has(kind)) delete failed[target];
  }
}

function targetsOf(host: HostNode, kind: EventKind, argument: string | undefined): readonly string[] {
  const isLink = /^(link|detach|attach)/.test(kind);
  if (!isLink && !/^script/.test(kind)) return [host.id];
  const fits = (row: Row) =>
    isLink ? row.kind === "interface" || (row.kind === "tracker" && row.of === "interface") : row.kind === "tracker";
  return host.rows.filter((row) => fits(row) && "name" in row && row.name === argument).map(({ id }) => id);
}

function stateOf(word: string): InstanceState {
  return states.find((state) => state === word) ?? "INIT";
}

function withoutGaps(
  entries: readonly (readonly [string, InstanceMoment | undefined])[],
): Readonly<Record<string, InstanceMoment>> {
  return Object.fromEntries(entries.flatMap(([id, one]) => (one === undefined ? [] : [[id, one]])));
}

function instancesOf(graph: Graph): readonly { readonly host: HostNode; readonly row: InstanceRow }[] {
  return graph.nodes.flatMap((host) =>
    host.kind === "host" ? host.rows.flatMap((row) => (row.kind === "instance" ? [{ host, row }] : [])) : [],
  );
}

function addressesOf(graph: Graph): readonly AddressNode[] {
  return graph.nodes.filter((node) => node.kind === "address");
}

function hostsByRow(graph: Graph): ReadonlyMap<string, HostNode> {
  return new Map(
    graph.nodes.flatMap((node) => (node.kind === "host" ? node.rows.map((row) => [row.id, node] as const) : [])),
  );
}
