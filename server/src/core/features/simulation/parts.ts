/**
 * Which hosts have to be simulated together. A workspace may hold hundreds of clusters that know nothing of each other:
 * each is a simulation of its own, unless neighbours would hear each other's adverts.
 */
import type { Estate, Host } from "../../model/cluster/host.ts";
import type { Facts } from "../../model/facts.ts";

/** The hosts with VRRP among those given, in groups that have nothing to do with one another; in the order given. */
export function partsOf(
  { clusters }: Pick<Estate, "clusters">,
  hosts: readonly Host[],
  factsOf: (host: Host) => readonly Facts[],
): readonly (readonly Host[])[] {
  const clusterOf = new Map(clusters.flatMap(({ id, hosts: own }) => own.map((host) => [host, id] as const)));
  const above = new Map<string, string>();
  const rootOf = (key: string): string => {
    const next = above.get(key);
    if (next === undefined) return key;
    const root = rootOf(next);
    above.set(key, root);
    return root;
  };
  const withVrrp = hosts.filter((host) => factsOf(host).some(({ instances }) => instances.length > 0));
  for (const host of withVrrp) {
    for (const key of [`cluster ${clusterOf.get(host) ?? ""}`, ...factsOf(host).flatMap((one) => marksOf(host, one))]) {
      const [root, own] = [rootOf(key), rootOf(host.id)];
      if (root !== own) above.set(root, own);
    }
  }
  const parts = new Map<string, Host[]>();
  for (const host of withVrrp) {
    const root = rootOf(host.id);
    const part = parts.get(root);
    if (part === undefined) parts.set(root, [host]);
    else part.push(host);
  }
  return [...parts.values()];
}

/** What neighbours share where adverts or addresses of theirs may meet. */
function marksOf({ site }: Host, { instances }: Facts): readonly string[] {
  return instances.flatMap(({ virtualRouterId, family, addresses }) => [
    ...(virtualRouterId === undefined ? [] : [`id ${site} ${family ?? ""} ${virtualRouterId.value}`]),
    ...addresses.map(({ address }) => `address ${site} ${address.bytes.join(".")}`),
  ]);
}
