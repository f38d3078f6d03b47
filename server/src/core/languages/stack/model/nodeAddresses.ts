/** The addresses from which nodes send their adverts, as far as any file tells. */
import type { Member } from "../../../model/cluster/host.ts";
import type { Address } from "../../../net/address.ts";

/** The source of a member's adverts; undefined where its host may have several, or none that is known. */
export function sourceOf({ host, instance }: Member): Address | undefined {
  if (instance.source !== undefined) return instance.source.address;
  const own = host.addresses.filter(({ address }) => address.family === instance.family);
  const named = own.filter((one) => one.interface !== undefined && one.interface === instance.interface?.value);
  const [first, ...others] = named.length > 0 ? named : own;
  const isSure = others.length === 0 && (first?.interface === undefined || named.length > 0);
  return isSure ? first?.address : undefined;
}

/** The member that sends from the numerically highest address; undefined where one of them is not known. */
export function highestAddress(members: readonly Member[]): Member | undefined {
  const known = members.flatMap((member) => {
    const address = sourceOf(member);
    return address === undefined ? [] : [{ member, address }];
  });
  if (known.length < members.length) return undefined;
  known.sort((a, b) => compare(b.address, a.address));
  return known[0]?.member;
}

function compare(a: Address, b: Address): number {
  const at = a.bytes.findIndex((byte, index) => byte !== b.bytes[index]);
  return at === -1 ? 0 : (a.bytes[at] ?? 0) - (b.bytes[at] ?? 0);
}
