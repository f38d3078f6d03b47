/**
 * What the partner of a node is called, and where its files lie: `lb1` has `lb2`, `keepalived-master.conf` has
 * `keepalived-backup.conf`. A path whose names tell no node gets its partner beside it.
 */
import { addressInName, placeOf } from "../../../model/cluster/place.ts";

/** The other role of a pair. */
const partners: ReadonlyMap<string, string> = new Map([
  ["master", "backup"],
  ["primary", "secondary"],
  ["active", "passive"],
  ["main", "standby"],
  ["left", "right"],
  ["first", "second"],
  ["one", "two"],
]);

const role = new RegExp(`(?<![a-z])(?:${[...partners.keys()].join("|")})(?![a-z])`, "i");

/** Years, addresses and versions are no numbers of nodes. */
const number = /(?<![\d.])\d{1,3}(?![\d.])(?!.*\d)/;

/** The letter of a node: `node-a`, `lb_b`. */
const letter = /(?<=[a-z][-_.])[ab](?![a-z])/i;

/** Addresses of a node and of its partner. */
export interface Addresses {
  readonly own: string;
  readonly other: string;
}

/** The names that a partner may have, the likeliest first; none where a name tells no node. */
export function partnerNames(name: string, addresses?: Addresses): readonly string[] {
  if (addresses !== undefined && name.includes(addresses.own)) {
    return [name.replace(addresses.own, addresses.other)];
  }
  if (addressInName(name) !== undefined) return [];
  const word = role.exec(name)?.[0];
  if (word !== undefined) return [name.replace(word, spelledLike(word, partners.get(word.toLowerCase()) ?? word))];
  const digits = number.exec(name)?.[0];
  if (digits !== undefined) {
    return [1, 2, 3, 4].map((step) => {
      const next = String(Number(digits) + step).padStart(digits.length, "0");
      return name.replace(number, next);
    });
  }
  return letter.test(name) ? [name.replace(letter, (one) => String.fromCharCode(one.charCodeAt(0) + 1))] : [];
}

function spelledLike(word: string, partner: string): string {
  if (word === word.toUpperCase()) return partner.toUpperCase();
  const [first = ""] = word;
  return first === first.toUpperCase() ? first.toUpperCase() + partner.slice(1) : partner;
}

/** Where the files of a node and of its partner lie. */
export interface Move {
  /** What the node and its partner are called. */
  readonly from: string;
  readonly to: string;
  /** The URI of the partner's file for one of the node's; the same where both would read it. */
  target(uri: string): string;
}

/** The ways in which the partner's files may be laid out, the likeliest first. */
export function movesFor(uri: string, addresses?: Addresses): readonly Move[] {
  const { folder, folderName, tag } = placeOf(uri);
  const slash = uri.lastIndexOf("/");
  const [inside, name] = [uri.slice(0, slash + 1), uri.slice(slash + 1)];
  const beside = (from: string, to: string, file: string): Move => ({
    from,
    to,
    target: (one) => (one === uri ? inside + file : one),
  });
  if (tag !== undefined && name.includes(tag)) {
    const byName = partnerNames(tag, addresses).map((partner) => beside(tag, partner, name.replace(tag, partner)));
    if (byName.length > 0) return byName;
  }
  const byFolder = partnerNames(folderName ?? "", addresses).map((partner): Move => {
    const target = `${folder.slice(0, folder.lastIndexOf("/") + 1)}${encodeURIComponent(partner)}`;
    const isInside = (one: string) => one.startsWith(`${folder}/`);
    const from = folderName ?? "";
    return { from, to: partner, target: (one) => (isInside(one) ? target + one.slice(folder.length) : one) };
  });
  // Whoever is named by an address cannot be named like it.
  if (addressInName(tag ?? folderName ?? "") !== undefined) return byFolder;
  const dot = name.lastIndexOf(".");
  const file = dot > 0 ? `${name.slice(0, dot)}-backup${name.slice(dot)}` : `${name}-backup`;
  return [...byFolder, beside(folderName ?? "", "backup", file)];
}
