/** Who answers on an address of a host: what its processes listen on, and what LVS distributes there. */
import type { Cluster, Host } from "../../../model/cluster/host.ts";
import type { Listener, VirtualAddress, VrrpInstance } from "../../../model/facts.ts";
import { type Address, sameAddress } from "../../../net/address.ts";

/** A virtual address with the instance that holds it. */
export interface Held {
  readonly instance: VrrpInstance;
  readonly address: VirtualAddress;
}

/** All virtual addresses of a host; undefined where some of them cannot be known. */
export function heldAddresses({ facts }: Host): readonly Held[] | undefined {
  const { instances, isPartial } = facts;
  if (isPartial || instances.some((one) => one.isPartial || one.addressesAreUnknown)) return undefined;
  return instances.flatMap((instance) => instance.addresses.map((address) => ({ instance, address })));
}

/** The instance of a host that holds an address. */
export function holderOf({ facts }: Host, address: Address): Held | undefined {
  for (const instance of facts.instances) {
    const found = instance.addresses.find((one) => sameAddress(one.address, address));
    if (found !== undefined) return { instance, address: found };
  }
  return undefined;
}

/** Whether the host has an address whatever VRRP decides, as far as any file tells. */
export function ownsAddress({ addresses }: Host, address: Address): boolean {
  return addresses.some((one) => sameAddress(one.address, address));
}

/** Whether connections to an address come to a listener: it names the address, or none at all. */
export function covers(listener: Listener, address: Address): boolean {
  if (listener.address === undefined) return listener.families.includes(address.family);
  return sameAddress(listener.address, address);
}

/** HAProxy's listeners on a host; undefined where it is not known to run, or some of them are not known. */
export function listenersOf({ facts }: Host): readonly Listener[] | undefined {
  const { listeners, listenersAreUnknown, isPartial } = facts;
  return listeners.length === 0 || listenersAreUnknown || isPartial ? undefined : listeners;
}

/** Whether LVS distributes what comes to an address; also where that cannot be known, as with marks and names. */
export function mayBeVirtualServer({ facts }: Host, address: Address): boolean {
  return facts.virtualServers.some(
    (one) => one.address === undefined || one.isPartial || sameAddress(one.address, address),
  );
}

/** Programs that hold no address of their own: whatever else runs may listen anywhere. */
const known: readonly string[] = ["keepalived", "haproxy"];

/** Whether something runs on the host of whose listeners nothing is known. */
export function runsOthers({ facts }: Host): boolean {
  return facts.processes.some((name) => !known.includes(name)) || facts.kubeProxies.length > 0;
}

/** Whether any file of a cluster sends connections to an address, or from it. */
export function isUsed({ hosts }: Cluster, address: Address): boolean {
  return hosts.some(
    ({ facts }) =>
      facts.outgoing.some((one) => sameAddress(one, address)) ||
      facts.proxyServers.some((one) => sameAddress(one.address, address)) ||
      facts.virtualServers.some(({ servers }) => servers.some((one) => sameAddress(one.address, address))),
  );
}
