/** Words such as `10.0.0.1/24` as facts. */
import { parseAddress } from "../../net/address.ts";
import type { AddressFact } from "../facts.ts";
import type { Word } from "../words.ts";

/** The device behind a name: an alias such as `eth0:1` is only a label of an address. */
export function deviceOf(name: string): string {
  return name.replace(/:.*$/, "");
}

/** A fact of a word with or without a length; `mask` is what stands elsewhere: bits, or dotted. */
export function addressFact(word: Word, device: string | undefined, mask?: string): AddressFact | undefined {
  const [text = "", bits, ...more] = word.text.split("/");
  const address = parseAddress(text);
  if (address === undefined || more.length > 0) return undefined;
  const prefixLength = lengthOf(bits ?? mask, address.family);
  return { kind: "address", interface: device, address, prefixLength, start: word.start, end: word.end };
}

function lengthOf(mask: string | undefined, family: 4 | 6): number | undefined {
  if (mask === undefined) return undefined;
  if (/^\d{1,3}$/.test(mask)) return Number(mask) <= (family === 4 ? 32 : 128) ? Number(mask) : undefined;
  const bytes = parseAddress(mask)?.bytes;
  const bits = bytes?.map((byte) => byte.toString(2).padStart(8, "0")).join("");
  // Ones, then zeros: anything else is no mask.
  return family === 4 && bits?.length === 32 && /^1*0*$/.test(bits) ? bits.lastIndexOf("1") + 1 : undefined;
}
