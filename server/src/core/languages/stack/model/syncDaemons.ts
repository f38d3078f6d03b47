/**
 * The daemons of a cluster that copy connections of LVS from the node that serves to those that may take over. One side
 * sends and one receives; keepalived turns them with the state of an instance, so that each node is both in its time.
 */
import type { Cluster, Host } from "../../../model/cluster/host.ts";
import type { SyncDaemon } from "../../../model/facts.ts";
import { derived } from "../../../model/gather.ts";

/** What one host sends with and receives with; one of them at least. */
export interface SyncMember {
  readonly host: Host;
  readonly sends: SyncDaemon | undefined;
  readonly receives: SyncDaemon | undefined;
  /** The first that is written, where to point. */
  readonly daemon: SyncDaemon;
}

/** The hosts of a cluster that copy connections, in their order. */
export const syncMembers: (cluster: Cluster) => readonly SyncMember[] = derived(({ hosts }) =>
  hosts.flatMap((host): SyncMember[] => {
    const { syncDaemons } = host.facts;
    const [daemon] = syncDaemons;
    if (daemon === undefined) return [];
    const role = (name: SyncDaemon["role"]) => syncDaemons.find((one) => one.role === name || one.role === "follows");
    return [{ host, sends: role("master"), receives: role("backup"), daemon }];
  }),
);

/** Whether two take each other's messages as far as `fits` looks; a side that is not there is no obstacle. */
export function agree(
  a: SyncMember,
  b: SyncMember,
  fits: (sender: SyncDaemon, receiver: SyncDaemon) => boolean,
): boolean {
  const passes = (from: SyncMember, to: SyncMember) =>
    from.sends === undefined ||
    to.receives === undefined ||
    from.sends.isPartial ||
    to.receives.isPartial ||
    fits(from.sends, to.receives);
  return passes(a, b) && passes(b, a);
}
