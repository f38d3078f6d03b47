/**
 * Rules of iptables: files of iptables-save, and commands in scripts (iptables(8), iptables-extensions(8)). The options
 * of a rule are entries of a table; an option that is not there makes its rule match perhaps.
 */
import type { Family } from "../../net/address.ts";
import type { Range } from "../../text/range.ts";
import type { FirewallFact } from "../facts.ts";
import type { Argument, Command } from "../shell/commands.ts";
import { readRuleWords } from "./iptablesRule.ts";
import type { BaseChain, Chain, Hook, Rule, Ruleset } from "./ruleset.ts";

const hooks: Readonly<Record<string, Hook>> = {
  PREROUTING: "prerouting",
  INPUT: "input",
  OUTPUT: "output",
  POSTROUTING: "postrouting",
};
/** Priorities of the tables at each hook (linux/netfilter_ipv4.h); that of nat differs between in and out. */
const priorities: Readonly<Record<string, number>> = { raw: -300, mangle: -150, nat: -50, filter: 0, security: 50 };

/** Where a table that nobody mentions lets everything through, and one that a script only adds to is half known. */
export type Beginning = "empty" | "as it was";

interface Policy extends Range {
  readonly policy: BaseChain["policy"];
}

/** The tables of one family while rules come in. */
export class Tables {
  readonly #family: Family;
  readonly #beginning: Beginning;
  readonly #chains = new Map<string, Rule[]>();
  readonly #policies = new Map<string, Policy>();
  #tracksAll = true;

  constructor(family: Family, beginning: Beginning) {
    this.#family = family;
    this.#beginning = beginning;
  }

  get isEmpty(): boolean {
    return this.#chains.size === 0;
  }

  /** `:INPUT DROP [0:0]` or `-P INPUT DROP`. */
  policy(table: string, chain: string, target: string, range: Range): void {
    this.#chain(table, chain);
    const policy = target === "DROP" ? "drop" : target === "ACCEPT" ? "accept" : "unclear";
    if (target !== "-") this.#policies.set(`${table} ${chain}`, { policy, start: range.start, end: range.end });
  }

  /** A rule command such as `-A INPUT -p vrrp -j ACCEPT`. Others change nothing that counts here. */
  command(words: readonly Argument[], range: Range, options: { table: string; isConditional: boolean }): void {
    const tableAt = words.findIndex((word) => word.text === "-t" || word.text === "--table");
    const table = tableAt < 0 ? options.table : (words[tableAt + 1]?.text ?? "");
    const rest = tableAt < 0 ? words : words.filter((_, index) => index !== tableAt && index !== tableAt + 1);
    const at = rest.findIndex((word) => word.text !== undefined && /^(?:-[AIPFNXDRZ]|--[a-z]+)$/.test(word.text));
    const verb = verbs[rest[at]?.text ?? ""];
    const chain = rest[at + 1]?.text;
    if (verb === undefined) return;
    if (verb === "flush") {
      if (!options.isConditional) this.#flush(table, chain);
      return;
    }
    if (chain === undefined || chain.startsWith("-")) return;
    if (verb === "policy") {
      const target = options.isConditional ? "" : (rest[at + 2]?.text ?? "");
      this.policy(table, chain, target, range);
      return;
    }
    const rules = this.#chain(table, chain);
    if (verb === "new") return;
    const number = /^\d+$/.test(rest[at + 2]?.text ?? "") ? Number(rest[at + 2]?.text) : undefined;
    const body = [...rest.slice(0, at), ...rest.slice(at + (number === undefined ? 2 : 3))];
    const { takesOut, ...read } = readRuleWords(body, (name) => `${this.#family} ${table} ${name}`);
    if (takesOut) this.#tracksAll = false;
    const perhaps = options.isConditional ? [{ kind: "perhaps" as const }] : [];
    const rule: Rule = { matches: [...perhaps, ...read.matches], action: read.action, ...range };
    if (verb === "append") rules.push(rule);
    else if (verb === "insert") rules.splice((number ?? 1) - 1, 0, rule);
    // What is deleted or replaced by its text is not looked for; the chain is then uncertain.
    else rules.unshift({ matches: [{ kind: "perhaps" }], action: { kind: "unclear" }, ...range });
  }

  ruleset(): Ruleset {
    const bases: BaseChain[] = [];
    const chains = new Map<string, Chain>();
    for (const [key, rules] of this.#chains) {
      const [table = "", name = ""] = key.split(" ");
      chains.set(`${this.#family} ${key}`, { rules });
      const hook = Object.hasOwn(hooks, name) ? hooks[name] : undefined;
      if (hook === undefined) continue;
      const first = rules[0] ?? { start: 0, end: 0 };
      const left = this.#beginning === "empty" ? "accept" : "unclear";
      const { policy, start, end } = this.#policies.get(key) ?? { policy: left, start: first.start, end: first.end };
      const priority = (Object.hasOwn(priorities, table) ? priorities[table] : undefined) ?? 0;
      const families = [this.#family];
      const chain = `${this.#family} ${key}`;
      bases.push({ chain, hook, priority, families, device: undefined, policy, start, end });
    }
    return {
      families: [this.#family],
      isPartial: this.#beginning === "as it was",
      bases,
      chains,
      tracksAll: this.#tracksAll,
    };
  }

  #chain(table: string, name: string): Rule[] {
    const key = `${table} ${name}`;
    const rules = this.#chains.get(key) ?? [];
    this.#chains.set(key, rules);
    return rules;
  }

  #flush(table: string, chain: string | undefined): void {
    const isOne = chain !== undefined && !chain.startsWith("-");
    for (const [key, rules] of this.#chains) {
      if (isOne ? key === `${table} ${chain}` : key.startsWith(`${table} `)) rules.length = 0;
    }
  }
}

const verbs: Readonly<Record<string, "append" | "insert" | "policy" | "flush" | "new" | "change">> = {
  "-A": "append",
  "--append": "append",
  "-I": "insert",
  "--insert": "insert",
  "-P": "policy",
  "--policy": "policy",
  "-F": "flush",
  "--flush": "flush",
  "-N": "new",
  "--new-chain": "new",
  "-D": "change",
  "--delete": "change",
  "-R": "change",
  "--replace": "change",
};

/** The programs that fill the tables, and the family that each fills. */
const programs: Readonly<Record<string, Family>> = {
  iptables: 4,
  "iptables-nft": 4,
  "iptables-legacy": 4,
  ip6tables: 6,
  "ip6tables-nft": 6,
  "ip6tables-legacy": 6,
};

/** What the commands of a script make of the packet filter. Policies that it does not set stay unknown. */
export function readIptablesCommands(commands: readonly Command[]): readonly FirewallFact[] {
  const families: readonly Family[] = [4, 6];
  return families.flatMap((family) => {
    const tables = new Tables(family, "as it was");
    const own = commands.filter(({ name }) => Object.hasOwn(programs, name) && programs[name] === family);
    for (const { args, start, end, isConditional } of own) {
      tables.command(args, { start, end }, { table: "filter", isConditional });
    }
    const [first] = own;
    if (tables.isEmpty || first === undefined) return [];
    return [{ kind: "firewall", ruleset: tables.ruleset(), start: first.start, end: own.at(-1)?.end ?? first.end }];
  });
}
