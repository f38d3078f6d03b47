/** Whether the interface or check of an event is one that any file knows. */
import type { Host } from "../../model/cluster/host.ts";
import type { Facts } from "../../model/facts.ts";
import { fill, type Text, text } from "../../text/localized.ts";
import { type EventArgument, eventArguments, type SimulationEvent } from "../../vrrp/simulation/events.ts";
import type { StatedHostAddress } from "../../vrrp/simulation/scene.ts";
import { namesShown } from "./hostWords.ts";

type FactsOf = (host: Host) => readonly Facts[];

const messages = {
  interface: text('No file names an interface "{0}", only {1}', '没有文件提到网络接口"{0}"，只有 {1}'),
  check: text('Nothing tracks a check "{0}", only {1}', '没有任何实例跟踪检查"{0}"，只有 {1}'),
  noChecks: text('Nothing tracks a check "{0}", nor any other', '没有任何实例跟踪检查"{0}"，也没有其他检查'),
};

/**
 * What is wrong with the argument of an event; undefined where it may be right. What any of the hosts names will do:
 * an interface or check may be there without a line about it.
 */
export function argumentProblem(
  { kind, argument = "" }: SimulationEvent,
  hosts: readonly Host[],
  factsOf: FactsOf,
  stated: readonly StatedHostAddress[],
): Text | undefined {
  const wanted: EventArgument = eventArguments[kind];
  if (wanted === "interface") {
    const names = new Set(hosts.flatMap((host) => interfacesOf(host, factsOf, stated)));
    return names.has(argument) ? undefined : fill(messages.interface, argument, namesShown([...names]));
  }
  if (wanted !== "check") return undefined;
  const names = new Set(hosts.flatMap((host) => factsOf(host).flatMap(checksOf)));
  if (names.has(argument)) return undefined;
  return names.size === 0 ? fill(messages.noChecks, argument) : fill(messages.check, argument, namesShown([...names]));
}

function interfacesOf(host: Host, factsOf: FactsOf, stated: readonly StatedHostAddress[]): readonly string[] {
  return [
    ...factsOf(host).flatMap(({ instances }) =>
      instances.flatMap(({ interface: on, addresses, trackers }) => [
        ...(on === undefined ? [] : [on.value]),
        ...addresses.flatMap((one) => one.interface ?? []),
        ...trackers.filter(({ kind }) => kind === "interface").map(({ name }) => name),
      ]),
    ),
    ...host.addresses.flatMap((one) => one.interface ?? []),
    ...stated.filter((one) => one.host === host.id).flatMap((one) => one.interface ?? []),
  ];
}

function checksOf({ instances }: Facts): readonly string[] {
  return instances.flatMap(({ trackers }) =>
    trackers.filter(({ kind }) => kind !== "interface").map(({ name }) => name),
  );
}
