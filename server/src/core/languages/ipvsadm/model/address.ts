/**
 * Addresses with ports as ipvsadm reads them (parse_service in ipvsadm.c): strict for IPv6, and for IPv4 as the C
 * library's inet_aton, which takes `10.1` for 10.0.0.1 and a leading zero for octal digits. What is no address is
 * looked up as a host's name.
 */
import { type Family, parseAddress } from "../../../net/address.ts";
import { servicePort } from "./serviceNames.ts";

export type Protocol = "tcp" | "udp" | "sctp";

/** Where something is reached: an address in its plain form, or a name that the host will look up. */
export type Host =
  | { readonly kind: "address"; readonly text: string }
  | { readonly kind: "name"; readonly text: string };

/** Why a word is no address. The range is of the word's text. */
export type Refusal = {
  readonly kind: "refused";
  readonly why: "number" | "bracket" | "behind-bracket" | "address" | "port" | "port-name" | "null";
  readonly start: number;
  readonly end: number;
};

export interface Endpoint {
  readonly kind: "endpoint";
  readonly host: Host;
  readonly family: Family;
  /** Absent where none is written. */
  readonly port: number | undefined;
  /** A port that is written and not read: that of an IPv4 address in brackets. */
  readonly lostPort: string | undefined;
  /** The name that stands for the port. */
  readonly portName: string | undefined;
  /** How far the address goes in the word. */
  readonly hostEnd: number;
}

/** Reads `ADDRESS[:PORT]`; `protocol` is that by which names of ports are looked up. */
export function readEndpoint(text: string, protocol: Protocol | undefined): Endpoint | Refusal {
  const whole = { start: 0, end: text.length };
  if (/^\d+$/.test(text) || text === "") return { kind: "refused", why: "number", ...whole };
  if (text.includes("(null)")) return { kind: "refused", why: "null", ...whole };
  return text.startsWith("[") ? readBracketed(text, protocol) : readPlain(text, protocol);
}

function readBracketed(text: string, protocol: Protocol | undefined): Endpoint | Refusal {
  const close = text.indexOf("]");
  if (close === -1) return { kind: "refused", why: "bracket", start: 0, end: text.length };
  if (text[close + 1] !== ":") return { kind: "refused", why: "behind-bracket", start: close, end: text.length };
  const inside = text.slice(1, close);
  const six = parseAddress(inside);
  if (six?.family === 6)
    return withPort(text, close + 1, { host: plain(inside), family: 6, hostEnd: close + 1 }, protocol);
  const read = readPlain(inside, protocol);
  if (read.kind === "refused") return { ...read, start: read.start + 1, end: read.end + 1 };
  // The bracket's port is cut off before the colon of an IPv4 address is looked for.
  return { ...read, lostPort: text.slice(close + 2), hostEnd: close + 1 };
}

function readPlain(text: string, protocol: Protocol | undefined): Endpoint | Refusal {
  if (parseAddress(text)?.family === 6) {
    return { ...nothing, host: plain(text), family: 6, port: undefined, hostEnd: text.length };
  }
  const colon = text.lastIndexOf(":");
  const name = colon === -1 ? text : text.slice(0, colon);
  const host = readHost(name);
  if (host === undefined) return { kind: "refused", why: "address", start: 0, end: name.length };
  return withPort(text, colon, { host, family: 4, hostEnd: name.length }, protocol);
}

const nothing = { kind: "endpoint", lostPort: undefined, portName: undefined } as const;

function withPort(
  text: string,
  colon: number,
  read: Pick<Endpoint, "host" | "family" | "hostEnd">,
  protocol: Protocol | undefined,
): Endpoint | Refusal {
  if (colon === -1) return { ...nothing, ...read, port: undefined };
  const written = text.slice(colon + 1);
  const at = { start: colon + 1, end: text.length };
  if (/^[+-]?\d+$/.test(written)) {
    const port = Number(written);
    if (port >= 0 && port <= 65_535) return { ...nothing, ...read, port: port + 0 };
    return { kind: "refused", why: "port", ...at };
  }
  if (!/^[A-Za-z0-9][\w+.-]*$/.test(written) || protocol === undefined) return { kind: "refused", why: "port", ...at };
  const port = servicePort(written, protocol);
  if (port === undefined) return { kind: "refused", why: "port-name", ...at };
  return { ...nothing, ...read, port, portName: written };
}

/** An IPv4 address in any of its forms, or a name; undefined for what can be neither. */
export function readHost(text: string): Host | undefined {
  const four = readIpv4(text);
  if (four !== undefined) return { kind: "address", text: four };
  // The C library never looks up digits and dots, and no name has other signs than these.
  const isName = /[A-Za-z]/.test(text) && /^[\w][\w.-]*$/.test(text);
  return isName ? { kind: "name", text } : undefined;
}

/** inet_aton: one to four numbers, each decimal, octal or hexadecimal; the last one fills what is left. */
export function readIpv4(text: string): string | undefined {
  const parts = text.split(".");
  if (parts.length > 4) return undefined;
  const numbers = parts.map(readNumber);
  let value = 0;
  for (const [index, number] of numbers.entries()) {
    const isLast = index === numbers.length - 1;
    const most = isLast ? 2 ** (8 * (5 - parts.length)) - 1 : 255;
    if (number === undefined || number > most) return undefined;
    value += isLast ? number : number * 2 ** (8 * (3 - index));
  }
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
}

function readNumber(text: string): number | undefined {
  if (/^0[xX][\da-fA-F]+$/.test(text)) return Number(text);
  if (/^0[0-7]*$/.test(text)) return Number.parseInt(text, 8);
  return /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
}

/** The address as inet_ntop writes it. */
function plain(text: string): Host {
  const bytes = parseAddress(text)?.bytes ?? [];
  return { kind: "address", text: formatIpv6(bytes) };
}

function formatIpv6(bytes: readonly number[]): string {
  const groups = Array.from({ length: 8 }, (_, at) => (bytes[2 * at] ?? 0) * 256 + (bytes[2 * at + 1] ?? 0));
  const { start, length } = longestZeros(groups);
  const dotted = bytes.slice(12).join(".");
  if (start === 0 && length === 6) return `::${dotted}`;
  if (start === 0 && length === 5 && groups[5] === 0xffff) return `::ffff:${dotted}`;
  const hex = groups.map((group) => group.toString(16));
  if (length < 2) return hex.join(":");
  return `${hex.slice(0, start).join(":")}::${hex.slice(start + length).join(":")}`;
}

function longestZeros(groups: readonly number[]): { readonly start: number; readonly length: number } {
  let best = { start: -1, length: 0 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
  }
  return best;
}

/** `10.0.0.1:80`, `[fd00::1]:80`; without a port only where none is known. */
export function formatEndpoint(host: Host, family: Family, port: number | undefined): string {
  const address = family === 6 && host.kind === "address" ? `[${host.text}]` : host.text;
  return port === undefined ? address : `${address}:${port}`;
}

/**
 * Whether the kernel takes an address for a server's (ip_vs_new_dest in net/netfilter/ipvs/ip_vs_ctl.c): it must be
 * unicast; `local` ones it takes only where the host itself holds them.
 */
export function unicast(host: Host, family: Family): "yes" | "no" | "local" {
  if (host.kind === "name") return "yes";
  const bytes = parseAddress(host.text)?.bytes ?? [];
  const [first = 0, second = 0] = bytes;
  if (family === 4) {
    const isNone = bytes.every((byte) => byte === 0);
    const isBroadcast = bytes.every((byte) => byte === 255) || host.text === "127.255.255.255";
    return isNone || isBroadcast || (first >= 224 && first <= 239) ? "no" : "yes";
  }
  const isMapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
  if (first === 255 || isMapped || bytes.every((byte) => byte === 0)) return "no";
  return first === 0xfe && (second & 0xc0) === 0x80 ? "local" : "yes";
}
