/** Finds the host that a server is, among those whose files lie together: private networks have the same numbers. */
import type { Estate, Host } from "../model/cluster/host.ts";
import { derived } from "../model/gather.ts";
import { formatAddress } from "../net/address.ts";

/** Where a service sends: an address, or a name. */
export interface Sought {
  readonly address: string | undefined;
  readonly word: string;
}

export interface HostIndex {
  /** The id of the host; undefined where no host, or more than one, seems to be it. */
  find(seenFrom: Host, sought: Sought): string | undefined;
}

interface Owner {
  readonly id: string;
  readonly isGuess: boolean;
}

/** Keeps an index as long as nothing of what it is made of has changed. */
export class HostIndexKeeper {
  #made = "";
  #index: HostIndex = { find: () => undefined };

  of(estate: Estate): HostIndex {
    const made = estate.clusters
      .flatMap(({ id, hosts }) => hosts.map((host) => `${id}\0${describe(host)}`))
      .join("\0\0");
    if (made !== this.#made || made === "") {
      this.#made = made;
      this.#index = indexOf(estate);
    }
    return this.#index;
  }
}

const describe = derived(({ id, name, site, addresses }: Host) =>
  [id, name, site, ...addresses.map(({ address, isGuess }) => `${formatAddress(address)} ${isGuess === true}`)].join(
    "\0",
  ),
);

function indexOf({ clusters }: Estate): HostIndex {
  const byAddress = new Map<string, Owner[]>();
  const byName = new Map<string, Owner[]>();
  const places = new Map<string, { readonly site: string; readonly cluster: string }>();
  const add = (map: Map<string, Owner[]>, key: string, owner: Owner) => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [owner]);
    else list.push(owner);
  };
  for (const cluster of clusters) {
    for (const { id, name, site, addresses } of cluster.hosts) {
      places.set(id, { site, cluster: cluster.id });
      add(byName, name, { id, isGuess: false });
      for (const { address, isGuess = false } of addresses) add(byAddress, formatAddress(address), { id, isGuess });
    }
  }
  return {
    find(seenFrom, { address, word }) {
      const own = places.get(seenFrom.id);
      const owners = (address === undefined ? byName.get(word) : byAddress.get(address)) ?? [];
      const near = owners.filter(({ id }) => {
        const place = places.get(id);
        return place?.site === own?.site || place?.cluster === own?.cluster;
      });
      const sure = near.filter(({ isGuess }) => !isGuess);
      const [first, ...others] = sure.length > 0 ? sure : near;
      return others.length === 0 ? first?.id : undefined;
    },
  };
}
