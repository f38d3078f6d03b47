/** Makes addresses of the tokens that the grammar hands over (str2sa_range and str2ip2 in src/tools.c). */
import type { IToken } from "chevrotain";
import { parseAddress } from "../../../net/address.ts";
import type { Word } from "../../../syntax/ast.ts";
import type { Address, AddressErrorKind, AddressKind, AddressPort, Failure } from "./inner.ts";
import { part } from "./positions.ts";

type Family = 4 | 6 | undefined;

/** What stands behind a prefix: a host of one or any family, or something without a port. */
const families: ReadonlyMap<string, { readonly family: Family } | AddressKind> = new Map<
  string,
  { readonly family: Family } | AddressKind
>([
  ...["ip", "tcp", "mptcp", "udp"].map((name) => [name, { family: undefined }] as const),
  ...["ipv4", "tcp4", "mptcp4", "udp4", "quic4"].map((name) => [name, { family: 4 }] as const),
  ...["ipv6", "tcp6", "mptcp6", "udp6", "quic6"].map((name) => [name, { family: 6 }] as const),
  ...["unix", "uxdg", "uxst"].map((name) => [name, "unix"] as const),
  ...(["abns", "abnsz", "fd", "sockpair", "rhttp"] as const).map((name) => [name, name] as const),
]);

/** sizeof(sun_path) - 1, and less for paths, which get a suffix while the socket is bound. */
const longest: ReadonlyMap<AddressKind, number> = new Map([
  ["unix", 97],
  ["abns", 107],
  ["abnsz", 107],
]);

export class AddressBuilder {
  #word: Word = { start: 0, end: 0, raw: "", value: "", quoted: false, closed: true };
  #from = 0;
  #to = 0;
  #unknown = false;
  #at = 0;
  #socketType: Word | undefined;
  #family: Word | undefined;
  /** The last colon, unless a bracket came behind it. */
  #colon: number | undefined;

  /** The address is `value.slice(from, to)` of the word; tokens count from `from`. */
  begin(word: Word, from: number, to: number, unknown: boolean): void {
    this.#word = word;
    this.#from = from;
    this.#to = to;
    this.#unknown = unknown;
    this.#at = from;
    this.#socketType = undefined;
    this.#family = undefined;
    this.#colon = undefined;
  }

  socketType(token: IToken): void {
    this.#socketType = this.#prefix(token);
  }

  family(token: IToken): void {
    this.#family = this.#prefix(token);
  }

  colon(token: IToken): void {
    this.#colon = this.#from + token.startOffset;
  }

  bracket(token: IToken): void {
    if (token.image === "]") this.#colon = undefined;
  }

  text(_token: IToken): void {}

  address(): Address {
    const prefix = this.#family === undefined ? undefined : (families.get(this.#family.value) ?? "other");
    if (typeof prefix === "string") return this.#pathLike(prefix);
    if (this.#family === undefined && this.#word.value.charAt(this.#at) === "/") return this.#pathLike("unix");
    return this.#inet(prefix?.family);
  }

  #prefix(token: IToken): Word {
    const from = this.#from + token.startOffset;
    this.#at = from + token.image.length;
    return part(this.#word, from, this.#at - 1);
  }

  #pathLike(kind: AddressKind): Address {
    const path = part(this.#word, this.#at, this.#to);
    const errors: Failure<AddressErrorKind>[] = [];
    const bytes = utf8Length(path.value);
    if (bytes > (longest.get(kind) ?? bytes)) errors.push(failure("path-length", path));
    const numbered = kind === "fd" || kind === "sockpair";
    if (numbered && !/^\s*\+?\d+$/.test(path.value)) errors.push(failure("descriptor", path));
    return this.#made({ kind, host: undefined, path }, errors);
  }

  #inet(family: Family): Address {
    const errors: Failure<AddressErrorKind>[] = [];
    if (this.#to === this.#from) errors.push(failure("empty", part(this.#word, this.#from, this.#to)));
    const colon = this.#colon !== undefined && this.#colon >= this.#at ? this.#colon : undefined;
    const written = part(this.#word, this.#at, colon ?? this.#to);
    const bracketed = written.value.startsWith("[") && written.value.endsWith("]") && written.value.length >= 2;
    const host = bracketed ? part(this.#word, this.#at + 1, (colon ?? this.#to) - 1) : written;
    const kind = hostKind(host.value);
    if (brokenBrackets(written.value, bracketed, kind, host.value)) errors.push(failure("brackets", written));
    else if (family !== undefined && !fits(kind, host.value, family)) errors.push(failure("family", written));
    const port = colon === undefined || colon + 1 >= this.#to ? undefined : this.#port(colon + 1, errors);
    return this.#made({ kind, host, ...(port === undefined ? {} : { port }) }, errors);
  }

  #port(from: number, errors: Failure<AddressErrorKind>[]): AddressPort {
    const word = part(this.#word, from, this.#to);
    const text = word.value;
    const unknown = /\$|\{\{|\{%|<%/.test(text);
    if (unknown) return { word, from: undefined, to: undefined, range: false };
    const relative = text.startsWith("+") || text.startsWith("-") ? (text.charAt(0) as "+" | "-") : undefined;
    const skipped = relative === undefined ? 0 : 1;
    const bad = /[^0-9]/.exec(relative === undefined ? text.replace(/^(\d+)-(?=\d|$)/, "$10") : text.slice(1));
    if (bad !== null) {
      const at = from + skipped + bad.index;
      errors.push(failure("port-character", part(this.#word, at, at + 1)));
      return { word, from: undefined, to: undefined, range: false, ...(relative === undefined ? {} : { relative }) };
    }
    if (relative !== undefined) {
      const value = Number(text.slice(1));
      return { word, from: value, to: value, relative, range: false };
    }
    const [low = "", high] = text.split("-");
    const first = Number(low);
    const last = high === undefined ? first : Number(high);
    if (first > 65_535 || last > 65_535) errors.push(failure("port-value", word));
    else if (first > last) errors.push(failure("port-order", word));
    return { word, from: first, to: last, range: high !== undefined };
  }

  #made(found: Pick<Address, "kind" | "host" | "port" | "path">, errors: Failure<AddressErrorKind>[]): Address {
    const { start, end } = part(this.#word, this.#from, this.#to);
    return {
      ...found,
      ...(this.#socketType === undefined ? {} : { socketType: this.#socketType }),
      ...(this.#family === undefined ? {} : { family: this.#family }),
      unknown: this.#unknown,
      errors: this.#unknown ? [] : errors,
      start,
      end,
    };
  }
}

function failure(kind: AddressErrorKind, { start, end }: Word): Failure<AddressErrorKind> {
  return { kind, start, end };
}

function hostKind(host: string): AddressKind {
  if (host === "" || host === "*") return "any";
  const address = parseAddress(host);
  if (address === undefined) return "name";
  return address.family === 4 ? "ipv4" : "ipv6";
}

/** Brackets may hold any address of both families, but nothing shorter than two characters. */
function brokenBrackets(written: string, bracketed: boolean, kind: AddressKind, host: string): boolean {
  if (!/[[\]]/.test(written)) return false;
  return !bracketed || kind === "name" || host.length < 2;
}

/** A name may resolve to either family; `::` only is IPv6, while no host and `*` are taken for both. */
function fits(kind: AddressKind, host: string, family: 4 | 6): boolean {
  if (kind === "ipv4") return family === 4;
  if (kind === "ipv6") return family === 6;
  return !(kind === "name" && host.includes(":") && family === 4);
}

/** Its length in bytes, which is what a socket's name is measured in. */
function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
