/** Addresses, networks and ranges as spans of addresses. */
import { type Address, type Family, parseAddress } from "../../net/address.ts";
import type { AddressSpan } from "./ruleset.ts";

/** Words for protocols that filters accept beside numbers (/etc/protocols), as far as they are common. */
const protocolNumbers: Readonly<Record<string, number>> = {
  icmp: 1,
  igmp: 2,
  ipip: 4,
  ipencap: 4,
  tcp: 6,
  egp: 8,
  igp: 9,
  udp: 17,
  dccp: 33,
  ipv6: 41,
  rsvp: 46,
  gre: 47,
  esp: 50,
  "ipsec-esp": 50,
  ah: 51,
  "ipsec-ah": 51,
  icmpv6: 58,
  "ipv6-icmp": 58,
  ospf: 89,
  ospfigp: 89,
  pim: 103,
  comp: 108,
  ipcomp: 108,
  vrrp: 112,
  carp: 112,
  l2tp: 115,
  sctp: 132,
  udplite: 136,
};

/** The number of a protocol, given by number or name in any case; undefined for a name that is not known here. */
export function protocolNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text) < 256 ? Number(text) : undefined;
  if (/^0x[\da-f]{1,2}$/i.test(text)) return Number(text);
  return Object.hasOwn(protocolNumbers, text.toLowerCase()) ? protocolNumbers[text.toLowerCase()] : undefined;
}

/** `10.0.0.1`, `10.0.0.0/24`, `10.0.0.0/255.255.255.0`, `10.0.0.1-10.0.0.9`. */
export function spanOf(text: string): AddressSpan | undefined {
  const dash = text.indexOf("-");
  if (dash >= 0) {
    const from = parseAddress(text.slice(0, dash));
    const to = parseAddress(text.slice(dash + 1));
    return from === undefined || to === undefined || from.family !== to.family ? undefined : { from, to };
  }
  const [base = "", mask, ...more] = text.split("/");
  const address = parseAddress(base);
  if (address === undefined || more.length > 0) return undefined;
  if (mask === undefined) return { from: address, to: address };
  const bits = maskBytes(mask, address.family);
  if (bits === undefined) return undefined;
  return {
    from: mapped(address, (byte, index) => byte & (bits[index] ?? 0)),
    to: mapped(address, (byte, index) => byte | (~(bits[index] ?? 0) & 255)),
  };
}

function maskBytes(mask: string, family: Family): readonly number[] | undefined {
  const size = family === 4 ? 4 : 16;
  if (!/^\d{1,3}$/.test(mask)) {
    const address = parseAddress(mask);
    const bits = address?.bytes.map((byte) => byte.toString(2).padStart(8, "0")).join("") ?? "";
    // A mask with holes is no span.
    return address?.family === family && /^1*0*$/.test(bits) ? address.bytes : undefined;
  }
  const length = Number(mask);
  if (length > size * 8) return undefined;
  return Array.from({ length: size }, (_, index) => {
    const ones = Math.min(8, Math.max(0, length - index * 8));
    return (255 << (8 - ones)) & 255;
  });
}

function mapped(address: Address, change: (byte: number, index: number) => number): Address {
  return { family: address.family, bytes: address.bytes.map(change) };
}
