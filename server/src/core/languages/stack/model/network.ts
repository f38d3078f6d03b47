/**
 * Whether two hosts hear each other's multicast. Nothing says so outright: private networks of strangers have the same
 * numbers, so numbers count only among hosts whose files lie together, or where `.ha-config.json` states the network.
 */
import type { Estate, Member, Network } from "../../../model/cluster/host.ts";
import { type Address, isLinkLocal6 } from "../../../net/address.ts";
import { type AddressRange, liesIn } from "../../../net/network.ts";

interface Placed {
  readonly address: Address;
  readonly prefixLength: number | undefined;
}

/** The stated networks that a member's instance lies in. */
export function networksOf(member: Member, { networks }: Pick<Estate, "networks">): readonly Network[] {
  const addresses = placesOf(member);
  const isBelow = (site: string) => member.host.files.some(({ uri }) => uri.startsWith(`${site}/`));
  return networks.filter(
    ({ site, ranges }) => isBelow(site) && addresses.some(({ address }) => ranges.some((one) => liesIn(address, one))),
  );
}

/** Whether two members are surely on one network. */
export function shareNetwork(a: Member, b: Member, estate: Pick<Estate, "networks">): boolean {
  const [ofA, ofB] = [networksOf(a, estate), networksOf(b, estate)];
  if (ofA.some((network) => ofB.includes(network))) return true;
  if (ofA.length > 0 || ofB.length > 0) return false;
  return a.host.site === b.host.site && isOneSubnet(a, b);
}

/**
 * Whether addresses of two members seem to be of one subnet. Only for members of one virtual router: where no prefix
 * length is written that of most networks is taken, /24 or /64.
 */
export function seemTogether(a: Member, b: Member): boolean {
  const usual = ({ address, prefixLength }: Placed) =>
    subnetOf({ address, prefixLength }) ?? { address, prefixLength: address.family === 4 ? 24 : 64 };
  return placesOf(a).some((one) => placesOf(b).some((other) => liesIn(one.address, usual(other))));
}

/** Whether the addresses of two members lie in one subnet by the prefix lengths that they are written with. */
function isOneSubnet(a: Member, b: Member): boolean {
  return placesOf(a).some((one) => placesOf(b).some((other) => isTogether(one, other)));
}

/** Virtual addresses, and those of the host on the interface of the instance. */
function placesOf({ host, instance }: Member): readonly Placed[] {
  const own = host.addresses.filter(
    (one) => one.interface !== undefined && one.interface === instance.interface?.value,
  );
  return [...instance.addresses, ...own].filter(({ address }) => !isLinkLocal6(address));
}

function isTogether(a: Placed, b: Placed): boolean {
  const [ofA, ofB] = [subnetOf(a), subnetOf(b)];
  if (ofA === undefined && ofB === undefined) return false;
  return (ofA === undefined || liesIn(b.address, ofA)) && (ofB === undefined || liesIn(a.address, ofB));
}

/** The subnet that an address is written with; that of the address alone tells nothing. */
function subnetOf({ address, prefixLength }: Placed): AddressRange | undefined {
  const least = address.family === 4 ? 16 : 32;
  const isNetwork = prefixLength !== undefined && prefixLength >= least && prefixLength < address.bytes.length * 8;
  return isNetwork ? { address, prefixLength } : undefined;
}
