/** Everything that a keepalived.conf says about its host. */
import type { Configuration } from "../../../model/configuration.ts";
import { type Facts, noFacts, type SyncGroup } from "../../../model/facts.ts";
import { factsOnce } from "../../../model/factsOnce.ts";
import { readGlobals } from "../globals.ts";
import { namedAddress } from "../model/instanceAddresses.ts";
import { syncGroups } from "../model/syncGroups.ts";
import { trackerKeywords } from "../model/trackers.ts";
import { instanceFacts } from "./instances.ts";
import { flushFacts, serviceFacts, syncDaemonFacts } from "./services.ts";
import { watchedFacts } from "./trackers.ts";

/** All that facts are made of: they are made anew when a statement of these, or one within, has changed. */
const reads = ["global_defs", ...trackerKeywords, "virtual_server", "virtual_server_group", "static_ipaddress"];

export const facts = factsOnce(reads, (configuration): Facts => {
  const globals = readGlobals(configuration);
  return {
    ...noFacts,
    instances: instanceFacts(configuration, globals),
    groups: groupFacts(configuration),
    watched: watchedFacts(configuration),
    virtualServers: serviceFacts(configuration),
    serviceFlushes: flushFacts(configuration),
    syncDaemons: syncDaemonFacts(configuration),
    addresses: configuration.all("static_ipaddress").flatMap((list) =>
      list.children.flatMap((line) => {
        const named = namedAddress(line);
        const device = line.value("dev")?.data;
        if (named === undefined) return [];
        const interfaceName = device === undefined ? undefined : String(device);
        return [{ interface: interfaceName, address: named.address, prefixLength: undefined, at: line.at(named.word) }];
      }),
    ),
    processes: ["keepalived"],
    isPartial: configuration.incomplete,
  };
});

function groupFacts(configuration: Configuration): readonly SyncGroup[] {
  return syncGroups(configuration).map(({ bound, names, isComplete }) => ({
    name: bound.name,
    at: bound.at(bound.nameWord),
    members: names.map((word) => ({ value: word.value, at: bound.at(word) })),
    isComplete,
  }));
}
