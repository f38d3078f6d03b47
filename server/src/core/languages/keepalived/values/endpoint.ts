/** `ADDRESS [PORT]`, as servers and groups of them are written. */
import { type Family, familyOf, parseAddress } from "../../../net/address.ts";
import type { Reader } from "../../../schema/value.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill, text } from "../../../text/localized.ts";
import { unsigned } from "./numbers.ts";

const noAddress = text('"{0}" is not an IP address', '"{0}"不是 IP 地址');
const noPort = text('"{0}" is not a port from 1 to 65535', '"{0}"不是 1 到 65535 的端口');
const noMark = text('"{0}" is not a mark from 0 to 4294967295', '"{0}"不是 0 到 4294967295 的标记');

/** The address before a range or a mask. A minus cuts the word even where a slash comes first. */
export function bareAddress(word: string): string {
  const minus = word.indexOf("-");
  const end = minus >= 0 ? minus : word.indexOf("/");
  return end < 0 ? word : word.slice(0, end);
}

/** The bytes of the address that a word begins with, if it is one of the family that the whole word looks like. */
export function addressIn(word: string): { readonly family: Family; readonly bytes: readonly number[] } | undefined {
  const found = parseAddress(bareAddress(word));
  return found !== undefined && found.family === familyOf(word) ? found : undefined;
}

/** Takes, binds and checks an address; a range or a mask after it is not looked at. */
export function readHost(reader: Reader, name: string): Word | undefined {
  const word = reader.next();
  if (word === undefined) return undefined;
  reader.bind({ name, word, data: word.value, token: "number" });
  if (addressIn(word.value) !== undefined) return word;
  reader.report({ code: "invalid-value", start: word.start, end: word.end, message: fill(noAddress, word.value) });
  return undefined;
}

/** Takes a port if there is one more word. Zeros only mean no port. */
export function readPort(reader: Reader): void {
  const word = reader.next();
  if (word === undefined) return;
  const none = /^0*$/.test(word.value);
  const port = unsigned(word.value);
  reader.bind({ name: "port", word, data: none ? 0 : Number(port ?? Number.NaN), token: "number" });
  if (none || (port !== undefined && port >= 1n && port <= 65_535n)) return;
  reader.report({ code: "invalid-value", start: word.start, end: word.end, message: fill(noPort, word.value) });
}

/** Takes the number of a firewall mark. */
export function readMark(reader: Reader): void {
  const word = reader.next();
  if (word === undefined) return;
  const mark = unsigned(word.value);
  reader.bind({ name: "fwmark", word, data: Number(mark ?? Number.NaN), token: "number" });
  if (mark !== undefined && mark <= 0xffff_ffffn) return;
  reader.report({ code: "invalid-value", start: word.start, end: word.end, message: fill(noMark, word.value) });
}
