/** Interfaces of netplan's YAML (netplan.readthedocs.io, "YAML configuration"). */
import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from "yaml";
import type { HostFact, HostFileFacts } from "../facts.ts";
import { unquoted, type Word } from "../words.ts";
import { addressFact } from "./addressWord.ts";

/** Groups of devices under `network`. */
const groups = [
  "ethernets",
  "bonds",
  "bridges",
  "vlans",
  "wifis",
  "tunnels",
  "vrfs",
  "dummy-devices",
  "virtual-ethernets",
];
/** Far more than a host has; the library needs a stack, and a pattern, as deep as the text. */
const maxLength = 1_000_000;
const maxDepth = 60;

export function readNetplan(text: string): HostFileFacts {
  if (text.length > maxLength || isDeep(text)) return [];
  const root = parseDocument(text).contents;
  const network = childMap(root, "network");
  return groups.flatMap((group) =>
    entriesOf(childMap(network, group)).flatMap(({ key, value }) => readDevice(text, key, value)),
  );
}

function readDevice(text: string, key: unknown, value: unknown): readonly HostFact[] {
  const map = isMap(value) ? value : undefined;
  const identity = wordOf(text, map?.get("set-name", true)) ?? wordOf(text, key);
  // With `match` the key is only a name within the file, unless `set-name` gives the interface that name.
  const isNamed = map === undefined || !map.has("match") || map.has("set-name");
  const device = isNamed ? identity : undefined;
  const facts: HostFact[] = [];
  if (device !== undefined) {
    facts.push({ kind: "interface", interface: device.text, start: device.start, end: device.end });
  }
  const addresses = map?.get("addresses", true);
  for (const item of isSeq(addresses) ? addresses.items : []) {
    // An address with options is a map with the address as its key.
    const word = wordOf(text, isMap(item) ? item.items[0]?.key : item);
    const fact = word === undefined ? undefined : addressFact(word, device?.text);
    if (fact !== undefined) facts.push(fact);
  }
  for (const name of ["dhcp4", "dhcp6"]) {
    const word = wordOf(text, map?.get(name, true));
    if (word !== undefined && /^(?:true|yes|on|y)$/i.test(word.text)) {
      facts.push({ kind: "dynamic", interface: device?.text, start: word.start, end: word.end });
    }
  }
  return facts;
}

function entriesOf(map: YAMLMap | undefined): readonly { readonly key: unknown; readonly value: unknown }[] {
  return map === undefined ? [] : map.items;
}

function childMap(parent: unknown, name: string): YAMLMap | undefined {
  const child = isMap(parent) ? parent.get(name, true) : undefined;
  return isMap(child) ? child : undefined;
}

/** A scalar as it stands in the text. */
function wordOf(text: string, node: unknown): Word | undefined {
  const range = isScalar(node) ? (node as Node).range : undefined;
  if (range === undefined || range === null) return undefined;
  const [start, end] = range;
  return unquoted({ text: text.slice(start, end), start, end });
}

/** Whether collections may stand deeper in one another than any host needs. */
function isDeep(text: string): boolean {
  let open = 0;
  for (const [mark] of text.matchAll(/[[\]{}]/g)) {
    open = mark === "[" || mark === "{" ? open + 1 : Math.max(0, open - 1);
    if (open > maxDepth) return true;
  }
  return text.split("\n").some((line) => {
    const indentation = line.length - line.trimStart().length;
    return indentation > 2 * maxDepth || (line.match(/[-?:](?=\s)/g)?.length ?? 0) > maxDepth;
  });
}
