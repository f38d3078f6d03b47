/** The card of a host: its interfaces, instances, what they track, what listens, and what the kernel has to do with it. */
import type { Host } from "../model/cluster/host.ts";
import type { Tracker, VrrpInstance } from "../model/facts.ts";
import type { Bound } from "../schema/bound.ts";
import type { Location } from "../schema/problem.ts";
import { decodedUri } from "../text/uri.ts";
import type { RowDraft } from "./draft.ts";
import { idOf } from "./ids.ts";
import type { Roles } from "./roles.ts";

/** A line for the kernel, and where it stands or what it is needed for. */
export interface KernelLine {
  readonly key: string;
  readonly text: string;
  readonly sources: readonly Location[];
}

export interface CardInput {
  readonly host: Host;
  /** What ids call it. */
  readonly called: string;
  readonly roles: Roles | undefined;
  /** Names of networks, by interface. */
  readonly networkOf: (on: string) => string;
  readonly kernel: readonly KernelLine[];
}

/** The place of a whole statement with its block. */
export function whole(bound: Bound): Location {
  return bound.at(bound.statement);
}

/** All files that a host reads, those that others include among them. */
export function filesOf({ files, configurations }: Host): readonly string[] {
  return [...new Set([...files.map(({ uri }) => uri), ...configurations.flatMap((one) => one.files)])];
}

/** All rows of a host, in the order of the card. */
export function rowsOf(input: CardInput): readonly RowDraft[] {
  const { facts } = input.host;
  const interfaces = interfaceNames(input.host);
  return [
    ...interfaces.map((name) => interfaceRow(input, name)),
    ...facts.instances.map((instance) => instanceRow(input, instance)),
    ...trackerRows(input, new Set(interfaces)),
    ...listenerRows(input),
    ...kernelRows(input),
  ];
}

/** Interfaces that instances run on, then those that virtual addresses are put on. */
function interfaceNames({ facts: { instances } }: Host): readonly string[] {
  const own = instances.flatMap((one) => one.interface?.value ?? []);
  const others = instances.flatMap((one) => one.addresses.flatMap((address) => address.interface ?? []));
  return [...new Set([...own, ...others])];
}

function interfaceRow({ host, called, networkOf }: CardInput, name: string): RowDraft {
  const { addresses, facts } = host;
  const own = addresses.filter((one) => one.interface === name);
  const lines = facts.instances.flatMap((one) => (one.interface?.value === name ? [one.interface.at] : []));
  return {
    kind: "interface",
    id: idOf("interface", called, name),
    name,
    addresses: own.map(({ text, prefixLength }) => (prefixLength === undefined ? text : `${text}/${prefixLength}`)),
    network: networkOf(name),
    sources: [...own.flatMap(({ at }) => at ?? []), ...lines],
  };
}

/** The id of an instance's row. */
export function instanceId(called: string, { name }: Pick<VrrpInstance, "name">): string {
  return idOf("instance", called, name);
}

function instanceRow({ host, called, roles }: CardInput, instance: VrrpInstance): RowDraft {
  const { name, virtualRouterId, version, advertInterval, group, isUnicast } = instance;
  const role = roles?.roles.get(instance);
  const groups = host.facts.groups.filter((one) => one.name === group);
  return {
    kind: "instance",
    id: instanceId(called, instance),
    name,
    virtualRouterId: virtualRouterId?.value,
    version,
    interface: instance.interface?.value,
    priority: role?.priority,
    state: role?.state ?? "INIT",
    interval: advertInterval?.value,
    takeover: role?.takeover,
    syncGroup: group,
    isUnicast,
    sources: [instance.at, whole(instance.block), ...groups.map(({ at }) => at)],
  };
}

/** One row for each thing that is tracked, whichever instances track it. */
function trackerRows({ host, called }: CardInput, shown: ReadonlySet<string>): readonly RowDraft[] {
  const byName = new Map<string, Tracker[]>();
  for (const tracker of host.facts.instances.flatMap(({ trackers }) => trackers)) {
    const { kind, name, weight } = tracker;
    if (kind === "interface" && shown.has(name) && weight === 0) continue;
    const key = `${kind} ${name}`;
    const before = byName.get(key);
    if (before === undefined) byName.set(key, [tracker]);
    else before.push(tracker);
  }
  return [...byName.values()].flatMap((trackers): readonly RowDraft[] => {
    const [first] = trackers;
    if (first === undefined) return [];
    const { kind, name, script, definition, weight } = first;
    const places = definition === undefined ? [] : [definition.at(definition.nameWord), whole(definition)];
    return [
      {
        kind: "tracker",
        id: idOf("tracker", called, kind, name),
        name,
        of: kind,
        weight: trackers.every((one) => one.weight === weight) ? weight : undefined,
        interval: script?.interval,
        fall: script?.fall,
        canFail: kind !== "file" && !trackers.every(({ isIgnored }) => isIgnored),
        sources: [...places, ...trackers.map(({ at }) => at)],
      },
    ];
  });
}

/** The id of a listener's row. */
export function listenerId(called: string, process: string, owner: string): string {
  return idOf("listener", called, process, owner);
}

function listenerRows({ host, called }: CardInput): readonly RowDraft[] {
  return host.facts.proxies.flatMap(({ process, name, owner, sockets, at, block }): readonly RowDraft[] =>
    sockets.length === 0
      ? []
      : [
          {
            kind: "listener",
            id: listenerId(called, process, owner),
            process,
            name,
            sockets: [...new Set(sockets.map(({ value }) => value))],
            sources: [at, whole(block)],
          },
        ],
  );
}

function kernelRows({ host, called, kernel }: CardInput): readonly RowDraft[] {
  const settings = kernel.map(
    ({ key, text, sources }): RowDraft => ({ kind: "kernel", id: idOf("kernel", called, key), text, sources }),
  );
  const files = host.facts.firewalls.map(
    ({ source }): RowDraft => ({
      kind: "kernel",
      id: idOf("kernel", called, source.uri.replace(`${host.site}/`, "")),
      text: decodedUri(source.uri).split("/").at(-1) ?? "",
      sources: [{ source, start: 0, end: source.section.text.length }],
    }),
  );
  return [...settings, ...(host.facts.instances.length > 0 ? files : [])];
}
