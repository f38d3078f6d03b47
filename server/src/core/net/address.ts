/** IP addresses and networks as text, read as strictly as the C library's inet_pton reads them. */

export type Family = 4 | 6;

export interface Address {
  readonly family: Family;
  /** 4 or 16 bytes. */
  readonly bytes: readonly number[];
}

/** Addresses read before: rules compare the same few again after every edit. */
const known = new Map<string, Address | undefined>();
/** More than a large configuration holds; then the memory starts anew. */
const mostKnown = 50_000;

/** The address that `text` writes, or undefined: `010.0.0.1`, `10.0.0` and `fe80::1%eth0` are none. */
export function parseAddress(text: string): Address | undefined {
  const before = known.get(text);
  if (before !== undefined || known.has(text)) return before;
  const bytes = text.includes(":") ? parse6(text) : parse4(text);
  const address: Address | undefined = bytes === undefined ? undefined : { family: bytes.length === 4 ? 4 : 6, bytes };
  if (known.size >= mostKnown) known.clear();
  known.set(text, address);
  return address;
}

/** The family that keepalived takes a word for before it looks closer: a colon makes it IPv6. */
export function familyOf(text: string): Family {
  return text.includes(":") ? 6 : 4;
}

/** Same family and bytes, however they are written. */
export function sameAddress(a: Address, b: Address): boolean {
  return a.bytes.length === b.bytes.length && a.bytes.every((byte, index) => byte === b.bytes[index]);
}

/** Below 0 where the first is the lower one, as routers compare them (RFC 9568, section 6.4.3). */
export function compareAddresses(a: Address, b: Address): number {
  const at = a.bytes.findIndex((byte, index) => byte !== b.bytes[index]);
  return at === -1 ? 0 : (a.bytes[at] ?? 0) - (b.bytes[at] ?? 0);
}

/** The address as RFC 5952 writes it: `192.0.2.1`, `2001:db8::1`. */
export function formatAddress({ family, bytes }: Address): string {
  if (family === 4) return bytes.join(".");
  const groups = Array.from({ length: 8 }, (_, at) => ((bytes[2 * at] ?? 0) << 8) | (bytes[2 * at + 1] ?? 0));
  const written = groups.map((group) => group.toString(16)).join(":");
  const [longest] = [...written.matchAll(/(?<![\da-f])0(?::0)+(?![\da-f])/g)].sort((a, b) => b[0].length - a[0].length);
  if (longest === undefined) return written;
  const head = written.slice(0, longest.index).replace(/:$/, "");
  const tail = written.slice(longest.index + longest[0].length).replace(/^:/, "");
  return `${head}::${tail}`;
}

/** A text that is equal for equal addresses. */
export function addressKey(text: string): string {
  const address = parseAddress(text);
  return address === undefined ? text : address.bytes.join(".");
}

export function isMulticast(address: Address): boolean {
  const first = address.bytes[0] ?? 0;
  return address.family === 4 ? first >= 224 && first <= 239 : first === 0xff;
}

/** 127.0.0.0/8, or ::1. */
export function isLoopback({ family, bytes }: Address): boolean {
  return family === 4 ? bytes[0] === 127 : bytes.every((byte, at) => byte === (at === 15 ? 1 : 0));
}

/** fe80::/10. */
export function isLinkLocal6(address: Address): boolean {
  return address.family === 6 && address.bytes[0] === 0xfe && ((address.bytes[1] ?? 0) & 0xc0) === 0x80;
}

function parse4(text: string): number[] | undefined {
  const parts = text.split(".");
  if (parts.length !== 4) return undefined;
  const bytes = parts.map((part) => (/^(?:0|[1-9]\d{0,2})$/.test(part) ? Number(part) : 256));
  return bytes.some((byte) => byte > 255) ? undefined : bytes;
}

function parse6(text: string): number[] | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map(groups);
  if (head === undefined) return undefined;
  if (halves.length === 1) return head.length === 16 ? head : undefined;
  if (tail === undefined || head.length + tail.length > 14) return undefined;
  return [...head, ...new Array<number>(16 - head.length - tail.length).fill(0), ...tail];
}

/** The bytes of groups between colons; the last may be dotted IPv4. */
function groups(text: string): number[] | undefined {
  if (text === "") return [];
  const bytes: number[] = [];
  const parts = text.split(":");
  for (const [index, part] of parts.entries()) {
    if (part.includes(".")) {
      const last = index === parts.length - 1 ? parse4(part) : undefined;
      if (last === undefined) return undefined;
      bytes.push(...last);
    } else {
      if (!/^[\da-fA-F]{1,4}$/.test(part)) return undefined;
      const group = Number.parseInt(part, 16);
      bytes.push(group >> 8, group & 0xff);
    }
  }
  return bytes;
}
