/** Processes that bind an address which their host only holds while it leads. */
import type { Host } from "../../../model/cluster/host.ts";
import type { Listener, VirtualAddress, VrrpInstance } from "../../../model/facts.ts";
import { sameAddress } from "../../../net/address.ts";

export interface VirtualListener {
  readonly listener: Listener;
  readonly instance: VrrpInstance;
  readonly address: VirtualAddress;
}

/** The listeners of a host that need `ip_nonlocal_bind` where the address is not held. */
export function virtualListeners({ facts }: Pick<Host, "facts">): readonly VirtualListener[] {
  return facts.listeners.flatMap((listener) => {
    const held = listener.bindsForeign ? undefined : holder(facts.instances, listener);
    return held === undefined ? [] : [{ listener, ...held }];
  });
}

function holder(
  instances: readonly VrrpInstance[],
  { address }: Listener,
): Omit<VirtualListener, "listener"> | undefined {
  if (address === undefined) return undefined;
  for (const instance of instances) {
    const found = instance.addresses.find((one) => sameAddress(one.address, address));
    if (found !== undefined) return { instance, address: found };
  }
  return undefined;
}
