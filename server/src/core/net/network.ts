/** Networks of addresses: what a prefix length makes of an address. */
import type { Address } from "./address.ts";

export interface AddressRange {
  readonly address: Address;
  /** In bits. */
  readonly prefixLength: number;
}

/** Whether an address lies in the network that another one and a prefix length name. */
export function liesIn({ family, bytes }: Address, { address, prefixLength }: AddressRange): boolean {
  return (
    family === address.family &&
    bytes.every((byte, index) => {
      const bits = Math.min(8, Math.max(0, prefixLength - index * 8));
      const mask = 0xff & (0xff << (8 - bits));
      return (byte & mask) === ((address.bytes[index] ?? 0) & mask);
    })
  );
}
