/**
 * Numbers that have names: routing tables, protocols, scopes and the like. Some names are built into the daemon, most
 * come from iproute2's files on the host (`/etc/iproute2/rt_*`), which nobody knows here. So an unknown name is let
 * pass, with a warning where it looks like a slip of a well-known one.
 */
import type { TokenType } from "../../../schema/value.ts";
import { fill, type Text, text } from "../../../text/localized.ts";
import { nearest } from "../../../text/nearest.ts";
import { scan } from "./numbers.ts";

export type NameKind = "table" | "protocol" | "scope" | "dsfield" | "realm" | "group";

interface Names {
  readonly max: number;
  /** The numbers of the names that are built in or in the files that iproute2 ships. */
  readonly known: Readonly<Record<string, number>>;
}

const outside = text('"{0}" is not in the range 0 to {1}', '"{0}"超出范围，应为 0 到 {1}');
const noNumber = text('"{0}" is not a number: a leading 0 makes it octal', '"{0}"不是数字：以 0 开头表示八进制');
const empty = text("An empty word is neither a number nor a name", "空单词既不是数字也不是名称");
const near = text('"{0}" looks like a slip of "{1}"', '"{0}"可能是"{1}"的笔误');

const classes = [1, 2, 3, 4].flatMap((number) =>
  [1, 2, 3].map((drop) => [`AF${number}${drop}`, number * 32 + drop * 8]),
);

const tables: Readonly<Record<NameKind, Names>> = {
  table: { max: 0xffff_ffff, known: { default: 253, main: 254, local: 255, unspec: 0 } },
  protocol: {
    max: 255,
    known: {
      none: 0,
      unspec: 0,
      redirect: 1,
      kernel: 2,
      boot: 3,
      static: 4,
      gated: 8,
      ra: 9,
      mrt: 10,
      zebra: 11,
      bird: 12,
      dnrouted: 13,
      xorp: 14,
      ntk: 15,
      dhcp: 16,
      keepalived: 18,
      babel: 42,
      openr: 99,
      bgp: 186,
      isis: 187,
      ospf: 188,
      rip: 189,
      eigrp: 192,
    },
  },
  scope: { max: 255, known: { global: 0, site: 200, link: 253, host: 254, nowhere: 255 } },
  dsfield: {
    max: 255,
    known: {
      default: 0,
      ...Object.fromEntries(classes),
      CS1: 32,
      CS2: 64,
      CS3: 96,
      CS4: 128,
      CS5: 160,
      CS6: 192,
      CS7: 224,
      EF: 184,
    },
  },
  realm: { max: 255, known: { cosmos: 0 } },
  group: { max: 0x7fff_ffff, known: { default: 0 } },
};

export interface NameReading {
  /** The number, where it is written or the name is well known. */
  readonly id?: number;
  readonly fault?: Text;
  /** The well-known name that an unknown one looks like. Without it, the daemon refuses the word on every host. */
  readonly meant?: string;
}

/** What a number or name stands for, and what is wrong with it. */
export function nameFault(word: string, kind: NameKind): NameReading {
  const { max, known } = tables[kind];
  if (word === "") return { fault: empty };
  const number = scan(word, 0);
  if (number.rest === "") {
    // Kept in 64 bits, of which the lower 32 count.
    const id = Number(BigInt.asUintN(32, clamp(number.value)));
    return id <= max ? { id } : { fault: fill(outside, word, max) };
  }
  if (/^\d+$/.test(word)) return { fault: fill(noNumber, word) };
  const id = Object.hasOwn(known, word) ? known[word] : undefined;
  if (id !== undefined) return { id };
  const meant = slipOf(word, Object.keys(known));
  return meant === undefined ? {} : { fault: fill(near, word, meant), meant };
}

export function wellKnown(kind: NameKind): readonly string[] {
  return Object.keys(tables[kind].known);
}

export function tokenOf(word: string): TokenType {
  return scan(word, 0).rest === "" ? "number" : "enumMember";
}

/** Beyond 64 bits the C library stops at the largest number. */
function clamp(value: bigint): bigint {
  const largest = 2n ** 64n - 1n;
  return value > largest || value < -largest ? largest : value;
}

/** The name that one letter too many, too few, other or swapped makes of `word`; digits make names of their own. */
function slipOf(word: string, names: readonly string[]): string | undefined {
  const sameCase = names.find((name) => name.toLowerCase() === word.toLowerCase());
  if (sameCase !== undefined) return sameCase;
  if (/[\d._-]/.test(word) || word.length < 4) return undefined;
  const long = names.filter((name) => name.length >= 4 && !/\d/.test(name) && Math.abs(name.length - word.length) <= 1);
  const meant = nearest(word, long);
  return meant !== undefined && isOneSlip(word, meant) ? meant : undefined;
}

function isOneSlip(word: string, name: string): boolean {
  let head = 0;
  while (head < word.length && word[head] === name[head]) head++;
  let tail = 0;
  while (tail < Math.min(word.length, name.length) - head && word.at(-1 - tail) === name.at(-1 - tail)) tail++;
  const mine = word.slice(head, word.length - tail);
  const theirs = name.slice(head, name.length - tail);
  const swapped = mine.length === 2 && theirs.length === 2 && mine[0] === theirs[1] && mine[1] === theirs[0];
  return swapped || Math.max(mine.length, theirs.length) <= 1;
}
