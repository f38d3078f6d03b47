/** Where to listen, to connect or to send (src/tools.c: str2sa_range). What may be left out depends on the keyword. */
import { tooNew } from "../../../schema/age.ts";
import type { Reader, Value } from "../../../schema/value.ts";
import { replaceBy } from "../../../schema/values/choice.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill, type Text, text } from "../../../text/localized.ts";
import { atLeast } from "../../../text/version.ts";
import { address as parseAddress, addresses as parseAddresses } from "../syntax/address.ts";
import type { Address, AddressErrorKind, Failure } from "../syntax/inner.ts";

export interface AddressOptions {
  /** Whether a port must, may or must not stand there. */
  readonly port: "required" | "optional" | "none";
  /** Several addresses with commas between them, and ranges of ports. */
  readonly list?: boolean;
  /** `+80`, `-1`: an offset to the port that the client came to. */
  readonly relative?: boolean;
  /** A name instead of an address. */
  readonly name?: boolean;
  /** Connections only, no datagrams. */
  readonly stream?: boolean;
  readonly signature?: string;
}

const errors: Readonly<Record<AddressErrorKind, Text>> = {
  empty: text("The address is empty", "地址为空"),
  "port-character": text('"{0}" is no port', '"{0}"不是端口'),
  "port-value": text('"{0}" is no port: 1 to 65535', '"{0}"不是有效端口，应为 1 到 65535'),
  "port-order": text('The range of ports "{0}" ends before it begins', '端口范围"{0}"的终点小于起点'),
  brackets: text('"{0}" is no IPv6 address in brackets', '"{0}"不是方括号内的 IPv6 地址'),
  family: text('"{0}" is an address of the other family', '"{0}"与前缀的地址族不符'),
  descriptor: text('"{0}" is no number of a file descriptor', '"{0}"不是文件描述符编号'),
  "path-length": text("The path of the socket is too long", "套接字路径过长"),
};

const messages = {
  noPort: text('"{0}" needs a port, such as {0}:80', '"{0}"缺少端口，例如 {0}:80'),
  alone: text('"{0}" is no address; a port alone is written ":{0}"', '"{0}"不是地址；只写端口请用":{0}"'),
  dotted: text('"{0}" is no IP address', '"{0}"不是 IP 地址'),
  zero: text("No port 0 can stand here", "此处不能使用 0 端口"),
  datagram: text('"{0}" cannot take connections, only datagrams', '"{0}"只能收发数据报，不能接受连接'),
  extraPort: text('No port can stand here: "{0}"', '此处不能有端口："{0}"'),
  range: text('A range of ports cannot stand here: "{0}"', '此处不能写端口范围："{0}"'),
  relative: text('The port needs a number; "{0}" is an offset', '此处应为端口号，"{0}"是偏移量'),
};

/** Prefixes that are younger than 2.4 (doc/configuration.txt, "Address formats"). */
const prefixesSince: Readonly<Record<string, string>> = {
  rhttp: "2.9",
  abnsz: "3.1",
  mptcp: "3.1",
  mptcp4: "3.1",
  mptcp6: "3.1",
};

export function address(options: AddressOptions): Value {
  return {
    signature: options.signature ?? signatureOf(options),
    token: "string",
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const written = options.list === true ? parseAddresses(word) : [parseAddress(word)];
      // src/tools.c: str2listener; a comma at the end is nothing.
      const all = written.length > 1 && word.value.endsWith(",") ? written.slice(0, -1) : written;
      const isNumeric = all.every(({ kind }) => kind === "ipv4" || kind === "ipv6" || kind === "any");
      reader.bind({ name, word, data: word.value, token: isNumeric ? "number" : "string", inner: all });
      if (word.unknown === true) return;
      for (const one of all) check(reader, word, one, options);
    },
    suggest: (_before, { typed }) =>
      typed === "" ? ["*:80", "0.0.0.0:80", "127.0.0.1:80", "[::]:80"].map((label) => ({ label, kind: "value" })) : [],
  };
}

function signatureOf({ port, list }: AddressOptions): string {
  const one = port === "required" ? "ADDRESS:PORT" : port === "optional" ? "ADDRESS[:PORT]" : "ADDRESS";
  return list === true ? `${one}[,…]` : one;
}

function check(reader: Reader, word: Word, one: Address, options: AddressOptions): void {
  if (one.unknown) return;
  const [error] = one.errors;
  // Up to 2.8 the digits before it count, and the rest is ignored.
  const digitsFirst = /^\d/.test(one.port?.word.value ?? "");
  if (error?.kind === "port-character" && digitsFirst && !atLeast(reader.version, "2.9")) {
    const message = fill(errors[error.kind], piece(word, error));
    reader.report({ code: "invalid-address", ...rangeOf(error), message, severity: "warning" });
    return;
  }
  if (error !== undefined) {
    reader.report({
      code: "invalid-address",
      ...rangeOf(error),
      message: fill(errors[error.kind], piece(word, error)),
    });
    return;
  }
  const since = prefixesSince[one.family?.value ?? ""];
  if (one.family !== undefined && since !== undefined && !atLeast(reader.version, since)) {
    const message = tooNew(`${one.family.value}@`, since, reader.version);
    reader.report({ code: "too-new", ...rangeOf(one.family), message });
    return;
  }
  if (options.stream === true && /^udp[46]?$/.test(one.family?.value ?? "")) {
    reader.report({
      code: "invalid-address",
      ...rangeOf(one.family ?? word),
      message: fill(messages.datagram, `${one.family?.value}@`),
    });
    return;
  }
  const { host } = one;
  if (host !== undefined && isNoAddress(host.value)) {
    // Who resolves names later, or not at all, takes any.
    const waits =
      options.relative === true && reader.left().some(({ value }) => /^(?:resolvers|init-addr)$/.test(value));
    const severity = waits ? "warning" : "error";
    reader.report({ code: "invalid-address", ...rangeOf(host), message: fill(messages.dotted, host.value), severity });
  } else if (host !== undefined || one.kind === "any") checkPort(reader, word, one, options);
}

/** Four numbers or more are no name: a resolver takes them for an address, and refuses those that are none. */
function isNoAddress(host: string): boolean {
  // `192.0.2.0/24`, `192,0.2.1`: no name has these either.
  if (/^[\w.-]*\d[/,][\w.-]*$/.test(host)) return true;
  const numbers = host.split(".");
  return /^\d+(?:\.\d+){3,}$/.test(host) && (numbers.length > 4 || numbers.some((one) => Number(one) > 255));
}

function checkPort(reader: Reader, word: Word, one: Address, { port: wanted, list, relative }: AddressOptions): void {
  const { port } = one;
  const report = (range: { start: number; end: number }, message: Text) =>
    reader.report({ code: "invalid-address", start: range.start, end: range.end, message });
  if (port === undefined || port.word.value === "") {
    if (wanted !== "required") return;
    const host = one.host?.value ?? "*";
    if (/^\d{1,5}$/.test(host) && word.value === host) {
      const fixes = [replaceBy(word, `:${host}`, reader)];
      reader.report({ code: "invalid-address", ...rangeOf(word), message: fill(messages.alone, host), fixes });
    } else report(one, fill(messages.noPort, host));
    return;
  }
  if (wanted === "none") report(port.word, fill(messages.extraPort, port.word.value));
  else if (port.range && list !== true) report(port.word, fill(messages.range, port.word.value));
  else if (port.relative !== undefined && relative !== true)
    report(port.word, fill(messages.relative, port.word.value));
  else if (wanted === "required" && port.from === 0) report(port.word, messages.zero);
}

function rangeOf({ start, end }: { start: number; end: number }) {
  return { start, end };
}

function piece(word: Word, { start, end }: Failure<AddressErrorKind>): string {
  return word.offsets === undefined ? word.value.slice(start - word.start, end - word.start) : word.value;
}
