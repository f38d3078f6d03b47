/** Processes that bind an address which their host only holds while it leads. */
import type { Host } from "../../../model/cluster/host.ts";
import type { Listener } from "../../../model/facts.ts";
import { type Held, holderOf } from "./listening.ts";

export interface VirtualListener extends Held {
  readonly listener: Listener;
}

/** The listeners of a host that need `ip_nonlocal_bind` where the address is not held. */
export function virtualListeners(host: Host): readonly VirtualListener[] {
  return host.facts.listeners.flatMap((listener) => {
    const { address, bindsForeign } = listener;
    const held = bindsForeign || address === undefined ? undefined : holderOf(host, address);
    return held === undefined ? [] : [{ listener, ...held }];
  });
}
