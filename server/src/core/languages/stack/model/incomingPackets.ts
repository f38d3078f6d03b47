/** What must come through the packet filter of a host: adverts of VRRP, and the connections that IPVS copies. */
import type { Advert } from "../../../hostFiles/firewall/matches.ts";
import type { Host } from "../../../model/cluster/host.ts";
import type { SyncDaemon, VrrpInstance } from "../../../model/facts.ts";
import { type Address, type Family, parseAddress } from "../../../net/address.ts";

/** Packets of one kind that come in by one interface. */
export interface Flow {
  /** VRRP itself, the authentication header around it, or the datagrams of the daemon that copies connections. */
  readonly protocol: 112 | 51 | 17;
  /** Of datagrams only. */
  readonly port: number | undefined;
  readonly family: Family;
  readonly interface: string | undefined;
  /** None where they may come from anywhere. */
  readonly sources: readonly Address[];
  /** The group; undefined for an address of the host. */
  readonly group: Address | undefined;
  /** The instances whose adverts they are. */
  readonly instances: readonly string[];
}

/** RFC 9568, sections 5.1.1.2 and 5.1.2.2. */
const groups: Readonly<Record<Family, Address | undefined>> = {
  4: parseAddress("224.0.0.18"),
  6: parseAddress("ff02::12"),
};

/** The group of the kernel's daemon (ip_vs_sync.h: IP_VS_SYNC_GROUP). */
const syncGroup = parseAddress("224.0.0.81");

/** All that a host must let in, each once. */
export function incomingFlows({ facts }: Pick<Host, "facts">): readonly Flow[] {
  const byKey = new Map<string, Flow>();
  const flows = [...facts.instances.flatMap(advertFlow), ...facts.syncDaemons.flatMap(syncFlow)];
  for (const flow of flows) {
    const { instances, ...rest } = flow;
    const key = JSON.stringify(rest);
    const before = byKey.get(key);
    byKey.set(key, before === undefined ? flow : { ...before, instances: [...before.instances, ...instances] });
  }
  return [...byKey.values()];
}

/** Nothing is known of an instance without a family, and nothing comes to one that nobody else takes part in. */
function advertFlow(instance: VrrpInstance): readonly Flow[] {
  const { family, name, isUnicast, peersAreUnknown, peers, authentication, version, multicastGroup } = instance;
  if (family === undefined) return [];
  const isHeader = authentication?.type === "AH" && version !== 3;
  return [
    {
      protocol: isHeader ? 51 : 112,
      port: undefined,
      family,
      // Adverts for a virtual MAC come in by an interface of its own (vrrp_vmac.c).
      interface: instance.usesVirtualMac ? undefined : instance.interface?.value,
      sources: isUnicast && !peersAreUnknown ? peers.map(({ address }) => address) : [],
      group: isUnicast ? undefined : (multicastGroup?.address ?? groups[family]),
      instances: [name],
    },
  ];
}

function syncFlow({ role, port, group, interface: on }: SyncDaemon): readonly Flow[] {
  if (role === "master") return [];
  const to = group ?? syncGroup;
  if (to === undefined) return [];
  return [{ protocol: 17, port, family: to.family, interface: on, sources: [], group: to, instances: [] }];
}

/** The adverts of a flow, one of each source, as the judge of firewalls takes them; none for anything else. */
export function advertsOf({ protocol, family, interface: on, sources, group }: Flow): readonly Advert[] {
  if (protocol === 17) return [];
  const from: readonly (Address | undefined)[] = sources.length === 0 ? [undefined] : sources;
  return from.map((source) => ({ direction: "in", family, protocol, interface: on, source, destination: group }));
}
