/** The options of one rule of iptables, each an entry of a table (iptables(8), iptables-extensions(8)). */
import type { Argument } from "../shell/commands.ts";
import type { Action, Cast, Match } from "./ruleset.ts";
import { protocolNumber, spanOf } from "./spans.ts";

interface Option {
  /** Words that belong to it. */
  readonly words: number;
  readonly match: (values: readonly string[], negated: boolean) => Match | undefined;
}

export interface ReadRule {
  readonly matches: readonly Match[];
  readonly action: Action;
  /** Whether it takes packets out of connection tracking. */
  readonly takesOut: boolean;
}

const perhaps: Match = { kind: "perhaps" };

const protocol: Option = {
  words: 1,
  match: ([text = ""], negated) => {
    if (text === "all" || text === "0") return negated ? { kind: "never" } : undefined;
    const number = protocolNumber(text);
    return number === undefined ? perhaps : { kind: "protocol", numbers: [number], negated };
  },
};

function address(side: "source" | "destination"): Option {
  return {
    words: 1,
    match: ([text = ""], negated) => {
      const spans = text.split(",").map(spanOf);
      // A name that is looked up when the rule is loaded.
      return spans.includes(undefined)
        ? perhaps
        : { kind: "address", side, spans: spans.filter((span) => span !== undefined), negated };
    },
  };
}

function device(side: "in" | "out"): Option {
  return {
    words: 1,
    match: ([text = ""], negated) => ({ kind: "interface", side, names: [text.replace(/\+$/, "*")], negated }),
  };
}

const state: Option = {
  words: 1,
  match: ([text = ""], negated) => ({ kind: "state", states: text.toLowerCase().split(","), negated }),
};

function cast(of: "route" | "frame", names: ReadonlyMap<string, Cast | "none">): Option {
  return {
    words: 1,
    match: ([text = ""], negated) => {
      const casts = text.split(",").map((type) => names.get(type.toLowerCase()));
      if (casts.includes(undefined)) return perhaps;
      const known = casts.flatMap((one) => (one === undefined || one === "none" ? [] : [one]));
      return { kind: "cast", of, casts: known, negated };
    },
  };
}

/** Types of addresses that an advert can have, and those that it cannot. */
const addressTypes: ReadonlyMap<string, Cast | "none"> = new Map([
  ["local", "local"],
  ["unicast", "unicast"],
  ["multicast", "multicast"],
  ["broadcast", "none"],
  ["blackhole", "none"],
  ["prohibit", "none"],
]);
const frameTypes: ReadonlyMap<string, Cast | "none"> = new Map([
  ["unicast", "local"],
  ["multicast", "multicast"],
  ["broadcast", "none"],
]);

const nothing = (words: number): Option => ({ words, match: () => undefined });
const open = (words: number): Option => ({ words, match: () => perhaps });
/** Needs a protocol with ports; the kernel takes it only behind `-p tcp` and the like, which then decides. */
const ports = open(1);

const options: Readonly<Record<string, Option>> = {
  "-p": protocol,
  "--protocol": protocol,
  "--proto": protocol,
  "-s": address("source"),
  "--source": address("source"),
  "--src": address("source"),
  "--src-range": address("source"),
  "-d": address("destination"),
  "--destination": address("destination"),
  "--dst": address("destination"),
  "--dst-range": address("destination"),
  "-i": device("in"),
  "--in-interface": device("in"),
  "-o": device("out"),
  "--out-interface": device("out"),
  "--state": state,
  "--ctstate": state,
  "--dst-type": cast("route", addressTypes),
  "--pkt-type": cast("frame", frameTypes),
  "--sport": ports,
  "--source-port": ports,
  "--sports": ports,
  "--dport": ports,
  "--destination-port": ports,
  "--dports": ports,
  "--ports": ports,
  "--icmp-type": ports,
  "--icmpv6-type": ports,
  "--comment": nothing(1),
  "-m": nothing(1),
  "--match": nothing(1),
  "-c": nothing(2),
  "--set-counters": nothing(2),
  "-w": nothing(0),
  "--wait": nothing(0),
  "-4": nothing(0),
  "-6": nothing(0),
  "-v": nothing(0),
  "--tcp-flags": open(2),
};

/** Modules that decide without an option of their own. */
const silentModules = new Set([
  "limit",
  "hashlimit",
  "recent",
  "rpfilter",
  "socket",
  "bpf",
  "u32",
  "connlimit",
  "quota",
]);

/** What a target does. Options of targets are not read: none changes what becomes of the packet. */
const targets: ReadonlyMap<string, Action> = new Map<string, Action>([
  ["ACCEPT", { kind: "accept" }],
  ["DROP", { kind: "drop" }],
  ["REJECT", { kind: "drop" }],
  ["RETURN", { kind: "return" }],
  ["MASQUERADE", { kind: "accept" }],
  ["SNAT", { kind: "accept" }],
  ["DNAT", { kind: "unclear" }],
  ["REDIRECT", { kind: "unclear" }],
  ["NETMAP", { kind: "unclear" }],
  ["TPROXY", { kind: "unclear" }],
  ["QUEUE", { kind: "unclear" }],
  ["NFQUEUE", { kind: "unclear" }],
  ["SYNPROXY", { kind: "unclear" }],
]);
/** Targets that only look or mark; the packet goes on. */
const passing = new Set(
  "LOG NFLOG ULOG AUDIT TRACE MARK CONNMARK SECMARK CONNSECMARK CT NOTRACK TOS DSCP TTL HL CLASSIFY CHECKSUM SET TEE IDLETIMER LED RATEEST TCPMSS TCPOPTSTRIP".split(
    " ",
  ),
);

/** Reads what stands beside the chain's name; `chainName` makes the name of a chain unique. */
export function readRuleWords(words: readonly Argument[], chainName: (name: string) => string): ReadRule {
  const matches: Match[] = [];
  let action: Action = { kind: "continue" };
  let takesOut = false;
  let negated = false;
  for (let at = 0; at < words.length; at++) {
    const text = words[at]?.text;
    if (text === "!") {
      negated = true;
      continue;
    }
    if (text === "-j" || text === "--jump" || text === "-g" || text === "--goto") {
      const target = words[at + 1]?.text;
      const rest = words.slice(at + 2);
      takesOut = target === "NOTRACK" || (target === "CT" && rest.some((word) => word.text === "--notrack"));
      action = actionOf(target, text === "-g" || text === "--goto", chainName);
      // Matches may still follow in files that people write; options of targets are passed over.
      matches.push(...lateMatches(rest));
      break;
    }
    const option = text !== undefined && Object.hasOwn(options, text) ? options[text] : undefined;
    if (option === undefined) {
      matches.push(perhaps);
    } else {
      const values = words.slice(at + 1, at + 1 + option.words).map((word) => word.text);
      // In the old way of writing the mark stands behind the option.
      const isOld = values[0] === "!";
      const used = isOld ? [words[at + 2]?.text] : values;
      const match = used.includes(undefined)
        ? perhaps
        : option.match(
            used.map((word) => word ?? ""),
            negated || isOld,
          );
      if (match !== undefined) matches.push(match);
      if ((text === "-m" || text === "--match") && silentModules.has(values[0] ?? "")) matches.push(perhaps);
      at += option.words + (isOld ? 1 : 0);
    }
    negated = false;
  }
  return { matches, action, takesOut };
}

function lateMatches(words: readonly Argument[]): readonly Match[] {
  const at = words.findIndex(
    ({ text }) => text === "!" || (text !== undefined && /^-(?:[psdiom]|-(?:state|ctstate))$/.test(text)),
  );
  return at < 0 ? [] : readRuleWords(words.slice(at), (name) => name).matches;
}

function actionOf(target: string | undefined, isGoto: boolean, chainName: (name: string) => string): Action {
  if (target === undefined) return { kind: "unclear" };
  if (passing.has(target)) return { kind: "continue" };
  return targets.get(target) ?? { kind: isGoto ? "goto" : "jump", chain: chainName(target) };
}
