/** What each instance of a cluster is while all is well: the simulation says, and not what is written behind `state`. */
import type { Cluster, Network } from "../model/cluster/host.ts";
import type { VrrpInstance } from "../model/facts.ts";
import { priorityOf } from "../vrrp/priority.ts";
import { linksOf, type Scene, sceneOf } from "../vrrp/simulation/scene.ts";
import { runOnce } from "../vrrp/simulation/simulate.ts";
import type { InstanceState } from "../vrrp/simulation/timeline.ts";
import { downTime } from "../vrrp/timing.ts";

export interface Role {
  readonly state: InstanceState;
  /** What it advertises; undefined where no file tells. */
  readonly priority: number | undefined;
  /** Milliseconds from the last advert of the MASTER until it takes over; undefined for whoever leads. */
  readonly takeover: number | undefined;
}

export interface Roles {
  readonly scene: Scene;
  readonly linkOf: ReturnType<typeof linksOf>;
  readonly roles: ReadonlyMap<VrrpInstance, Role>;
}

const kept = new WeakMap<Cluster, { readonly networks: readonly Network[]; readonly roles: Roles }>();

/** The roles of a cluster's instances; made once while nothing of it changes. */
export function rolesOf(cluster: Cluster, networks: readonly Network[]): Roles {
  const before = kept.get(cluster);
  if (before?.networks === networks) return before.roles;
  const roles = makeRoles(cluster, networks);
  kept.set(cluster, { networks, roles });
  return roles;
}

function makeRoles({ hosts, routers }: Cluster, networks: readonly Network[]): Roles {
  const scene = sceneOf(hosts, networks);
  const ends = new Map<string, InstanceState>();
  for (const { host, name, states } of runOnce(scene, [], undefined).instances) {
    ends.set(`${host.id}\0${name}`, states.at(-1)?.state ?? "INIT");
  }
  const roles = new Map<VrrpInstance, Role>();
  for (const { members } of routers) {
    const stateOf = ({ host, instance }: (typeof members)[number]) =>
      ends.get(`${host.id}\0${instance.name}`) ?? "INIT";
    const master = members.find((member) => stateOf(member) === "MASTER")?.instance;
    for (const member of members) {
      const state = stateOf(member);
      const priority = priorityOf(member.instance);
      roles.set(member.instance, { state, priority, takeover: takeoverOf(member.instance, master, state, priority) });
    }
  }
  return { scene, linkOf: linksOf(scene), roles };
}

function takeoverOf(
  instance: VrrpInstance,
  master: VrrpInstance | undefined,
  state: InstanceState,
  priority: number | undefined,
): number | undefined {
  if (state !== "BACKUP" || priority === undefined || master === undefined) return undefined;
  // Version 3 learns the interval of the MASTER (RFC 9568, 6.4.2); version 2 drops adverts with another one.
  const interval = (instance.version === 3 ? master : instance).advertInterval?.value;
  const seconds = interval === undefined ? undefined : downTime(instance, priority, interval);
  return seconds === undefined ? undefined : Math.round(1000 * seconds);
}
