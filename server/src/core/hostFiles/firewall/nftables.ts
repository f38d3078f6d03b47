/**
 * Files of nftables: tables with their chains, sets and rules, as blocks or as commands (nft(8)). The file is taken as
 * all that fills the kernel; what it includes is not looked at and leaves policies open.
 */
import type { Family } from "../../net/address.ts";
import type { Range } from "../../text/range.ts";
import type { HostFileFacts } from "../facts.ts";
import { readNftRule, takesOut } from "./nftRule.ts";
import { type NftPart, type NftStatement, nftStatements } from "./nftStatements.ts";
import { blockParts, elementsOf, isSign, type NftElement, type NftNames } from "./nftValues.ts";
import type { BaseChain, Chain, Hook, Rule, Ruleset } from "./ruleset.ts";

const families: Readonly<Record<string, readonly Family[]>> = {
  ip: [4],
  ip6: [6],
  inet: [4, 6],
  netdev: [4, 6],
  // Frames of ARP and of bridges are not on the way of an advert to this host.
  arp: [],
  bridge: [],
};
const hooks: readonly Hook[] = ["ingress", "prerouting", "input", "output", "postrouting", "egress"];
/** nft(8), "Standard priority names". */
const priorities: ReadonlyMap<string, number> = new Map([
  ["raw", -300],
  ["mangle", -150],
  ["dstnat", -100],
  ["filter", 0],
  ["security", 50],
  ["srcnat", 100],
]);

/** The file while it is read. */
interface Reading {
  readonly names: NftNames;
  readonly chains: Map<string, Rule[]>;
  readonly bases: Map<string, BaseChain>;
  /** Rules are read when all sets and variables are known. */
  readonly later: (() => void)[];
  tracksAll: boolean;
  isPartial: boolean;
}

export function readNftables(text: string): HostFileFacts {
  const reading: Reading = {
    names: { variables: new Map(), sets: new Map() },
    chains: new Map(),
    bases: new Map(),
    later: [],
    tracksAll: true,
    isPartial: false,
  };
  const statements = nftStatements(text);
  for (const statement of statements) readCommand(statement, reading);
  for (const read of reading.later) read();
  if (statements.length === 0) return [];
  const bases = [...reading.bases.values()].map((base) =>
    reading.isPartial ? { ...base, policy: "unclear" as const } : base,
  );
  const chains: ReadonlyMap<string, Chain> = new Map([...reading.chains].map(([name, rules]) => [name, { rules }]));
  const { isPartial, tracksAll } = reading;
  const ruleset: Ruleset = { families: [4, 6], isPartial, bases, chains, tracksAll };
  return [{ kind: "firewall", ruleset, start: 0, end: text.length }];
}

function readCommand({ parts, start, end }: NftStatement, reading: Reading): void {
  const words = parts.map(textOf);
  const hasVerb = /^(?:add|create|insert|replace|delete|destroy|flush|reset|list|rename)$/.test(words[0] ?? "");
  const verb = hasVerb ? words[0] : "add";
  const from = hasVerb ? 1 : 0;
  const object = words[from];
  if (readDefinition(parts, reading)) return;
  if (verb === "flush" && object === "ruleset") {
    reading.chains.clear();
    reading.bases.clear();
    reading.names.sets.clear();
    reading.later.length = 0;
    return;
  }
  const hasFamily = Object.hasOwn(families, words[from + 1] ?? "");
  const family = hasFamily ? (words[from + 1] ?? "ip") : "ip";
  const at = from + (hasFamily ? 2 : 1);
  const table = `${family} ${words[at] ?? ""}`;
  const rest = parts.slice(at + 1);
  if (verb === "add" || verb === "create") {
    if (object === "table") readTable(table, family, rest, reading);
    if (object === "chain") readChain(table, family, rest, reading);
    if (object === "set" || object === "map") readSet(table, rest, reading);
    if (object === "element") addElements(table, rest, reading);
  }
  if (object === "rule") readRuleCommand(verb ?? "", table, rest, { start, end }, reading);
  const isChange = verb === "delete" || verb === "destroy" || verb === "flush" || verb === "rename";
  if (isChange && object !== "rule") readRemoval(verb, object ?? "", table, textOf(rest[0]), reading);
}

function readDefinition(parts: readonly NftPart[], reading: Reading): boolean {
  const [first, name, ...value] = parts;
  const word = textOf(first);
  if (word === "include") reading.isPartial = true;
  if ((word === "define" || word === "redefine") && name !== undefined) {
    const [sign, ...rest] = value;
    const isOnce = !reading.names.variables.has(textOf(name));
    reading.names.variables.set(textOf(name), isOnce && sign !== undefined && isSign(sign, "=") ? rest : undefined);
  }
  return /^(?:include|define|redefine|undefine)$/.test(word);
}

/** What was there and is taken away: often to empty a table before it is filled, at the top of a file. */
function readRemoval(verb: string, object: string, table: string, name: string, reading: Reading): void {
  const isTable = object === "table";
  const isGone = (key: string) => (isTable ? key.startsWith(`${table} `) : key === `${table} ${name}`);
  if (!isTable && object !== "chain") return;
  const gone = [...reading.chains.keys()].filter(isGone);
  for (const key of gone) {
    if (verb === "flush") reading.later.push(() => reading.chains.get(key)?.splice(0));
    else {
      reading.chains.delete(key);
      reading.bases.delete(key);
    }
  }
}

function readTable(table: string, family: string, rest: readonly NftPart[], reading: Reading): void {
  const body = rest.find((part) => part.kind === "block");
  if (body?.kind !== "block") return;
  const isDormant = body.statements.some(({ parts }) => textOf(parts[0]) === "flags" && textOf(parts[1]) === "dormant");
  if (isDormant) return;
  for (const { parts } of body.statements) {
    const [first, ...own] = parts;
    const word = textOf(first);
    if (word === "chain") readChain(table, family, own, reading);
    else if (word === "set" || word === "map") readSet(table, own, reading);
    else readDefinition(parts, reading);
  }
}

function readChain(table: string, family: string, parts: readonly NftPart[], reading: Reading): void {
  const [name, body] = parts;
  const key = `${table} ${textOf(name)}`;
  const rules = reading.chains.get(key) ?? [];
  reading.chains.set(key, rules);
  if (body?.kind !== "block" || name === undefined) return;
  const head = body.statements.find(({ parts: words }) => textOf(words[0]) === "type");
  if (head !== undefined) setBase(key, family, head.parts, head, reading);
  for (const { parts: words, start, end } of body.statements) {
    const word = textOf(words[0]);
    if (word === "policy") setPolicy(key, words, { start, end }, reading);
    else if (word === "include") {
      reading.later.push(() => rules.push({ matches: [{ kind: "perhaps" }], action: { kind: "unclear" }, start, end }));
    } else if (!/^(?:type|comment|flags|devices?|define)$/.test(word))
      addRule(table, rules, words, { start, end }, reading);
  }
}

/** Without a policy the chain accepts (nft(8)); its head then says so. */
function setBase(key: string, family: string, parts: readonly NftPart[], range: Range, reading: Reading): void {
  const words = parts.map(textOf);
  const hook = hooks.find((one) => one === words[words.indexOf("hook") + 1]);
  if (hook === undefined || !words.includes("hook")) return;
  const deviceAt = words.indexOf("device");
  const device = deviceAt < 0 ? undefined : words[deviceAt + 1];
  const priority = priorityOf(words.slice(words.indexOf("priority") + 1));
  const policy = "accept" as const;
  const own = families[family] ?? [];
  reading.bases.set(key, {
    chain: key,
    hook,
    priority,
    families: own,
    device,
    policy,
    start: range.start,
    end: range.end,
  });
}

/** `filter`, `-150`, `filter - 10`; the sign may stand alone. */
function priorityOf(words: readonly string[]): number {
  const [first = "", second = "", third = ""] = words;
  const named = priorities.get(first);
  const number = (text: string) => (/^\d+$/.test(text) ? Number(text) : 0);
  if (named === undefined) return first === "-" ? -number(second) : number(first);
  return named + (second === "-" ? -number(third) : second === "+" ? number(third) : 0);
}

function setPolicy(key: string, parts: readonly NftPart[], range: Range, reading: Reading): void {
  const base = reading.bases.get(key);
  const word = textOf(parts[1]);
  const policy = word === "drop" ? "drop" : word === "accept" ? "accept" : "unclear";
  if (base !== undefined) reading.bases.set(key, { ...base, policy, start: range.start, end: range.end });
}

function addRule(table: string, rules: Rule[], parts: readonly NftPart[], range: Range, reading: Reading): void {
  if (takesOut(parts)) reading.tracksAll = false;
  reading.later.push(() => rules.push(...readNftRule(parts, range, { names: reading.names, table })));
}

function readRuleCommand(verb: string, table: string, parts: readonly NftPart[], range: Range, reading: Reading): void {
  const [name, ...words] = parts;
  const key = `${table} ${textOf(name)}`;
  const rules = reading.chains.get(key) ?? [];
  reading.chains.set(key, rules);
  const isPlaced = /^(?:position|handle|index)$/.test(textOf(words[0]));
  if (verb === "add" && !isPlaced) addRule(table, rules, words, range, reading);
  else if (verb === "insert" && !isPlaced) {
    if (takesOut(words)) reading.tracksAll = false;
    reading.later.push(() => rules.unshift(...readNftRule(words, range, { names: reading.names, table })));
  } else {
    // Places by number are not followed.
    reading.later.push(() => rules.unshift({ matches: [{ kind: "perhaps" }], action: { kind: "unclear" }, ...range }));
  }
}

function readSet(table: string, parts: readonly NftPart[], reading: Reading): void {
  const [name, body] = parts;
  const key = `${table} ${textOf(name)}`;
  if (body?.kind !== "block") return;
  const isChanging = body.statements.some(
    ({ parts: words }) =>
      textOf(words[0]) === "flags" && words.some((word) => /^(?:dynamic|timeout)$/.test(textOf(word))),
  );
  const elements = body.statements.find(({ parts: words }) => textOf(words[0]) === "elements");
  const block = elements?.parts.find((part) => part.kind === "block");
  reading.names.sets.set(key, isChanging ? undefined : []);
  if (!isChanging && block?.kind === "block") setElements(key, table, block, reading);
}

function addElements(table: string, parts: readonly NftPart[], reading: Reading): void {
  const [name, block] = parts;
  if (block?.kind === "block") setElements(`${table} ${textOf(name)}`, table, block, reading);
}

function setElements(key: string, table: string, block: NftPart & { kind: "block" }, reading: Reading): void {
  const before = reading.names.sets.get(key);
  const isPlain = blockParts(block).every((part) => !/^(?:timeout|expires|counter)$/.test(textOf(part)));
  const found: readonly NftElement[] | undefined = isPlain ? elementsOf([block], reading.names, table) : undefined;
  reading.names.sets.set(key, before === undefined || found === undefined ? undefined : [...before, ...found]);
}

function textOf(part: NftPart | undefined): string {
  return part === undefined || part.kind === "block" ? "" : part.text;
}
