/**
 * What a packet filter does with an advert. It walks the chains as the kernel does (nft(8), "Chains"): a drop is the end,
 * an accept ends only its own base chain. Where a match is uncertain both ways are followed, so that an answer that does
 * not depend on it stays certain. The advert is the first of its connection: a filter that lets it in only once an
 * advert went the other way does not let a backup hear its master.
 */
import type { Range } from "../../text/range.ts";
import { type Advert, matchesAll } from "./matches.ts";
import type { BaseChain, Hook, Ruleset } from "./ruleset.ts";

/** `at` is the rule or policy that decides, or that leaves it open; undefined where no chain sees the packet. */
export interface Verdict {
  readonly kind: "accepts" | "drops" | "unknown";
  readonly at: Range | undefined;
}

/** What may become of a packet in a chain, each with a place that says so. */
interface Outcomes {
  accept: Range | undefined;
  drop: Range | undefined;
  unclear: Range | undefined;
  /** Whether it may come out at the end of the chain. */
  falls: boolean;
}

const hooks: Readonly<Record<Advert["direction"], readonly Hook[]>> = {
  in: ["ingress", "prerouting", "input"],
  out: ["output", "postrouting", "egress"],
};

/** What the file does, as the only one that fills the kernel's tables. */
export function judgeAdvert(ruleset: Ruleset, advert: Advert): Verdict {
  const order = hooks[advert.direction];
  const bases = ruleset.bases
    .filter(({ hook, families }) => order.includes(hook) && families.includes(advert.family))
    .sort((a, b) => order.indexOf(a.hook) - order.indexOf(b.hook) || a.priority - b.priority);
  const walked: Walked = new Map();
  let unsure: Range | undefined;
  let accepted: Range | undefined;
  for (const base of bases) {
    const { accept, drop, unclear } = walkBase(ruleset, base, advert, walked);
    if (drop !== undefined && accept === undefined && unclear === undefined) return { kind: "drops", at: drop };
    unsure ??= unclear ?? firstOf(base, accept, drop);
    // A rule says more than a policy.
    if (accept !== undefined && (accepted === undefined || accept !== base)) accepted = accept;
  }
  if (unsure !== undefined) return { kind: "unknown", at: unsure };
  const isSilent = accepted === undefined && ruleset.isPartial && ruleset.families.includes(advert.family);
  return { kind: isSilent ? "unknown" : "accepts", at: accepted };
}

/** What leaves it open, where both may be: of two rules the first, and a rule rather than the policy. */
function firstOf(base: BaseChain, accept: Range | undefined, drop: Range | undefined): Range | undefined {
  if (accept === undefined || drop === undefined) return undefined;
  if (accept === base || drop === base) return accept === base ? drop : accept;
  return accept.start < drop.start ? accept : drop;
}

function walkBase(ruleset: Ruleset, base: BaseChain, advert: Advert, walked: Walked): Outcomes {
  const isElsewhere = base.device !== undefined && advert.interface !== undefined && base.device !== advert.interface;
  if (isElsewhere) return { ...none(), accept: base };
  const outcomes = { ...walk(ruleset, base.chain, advert, base, walked) };
  if (outcomes.falls) {
    if (base.policy === "accept") outcomes.accept ??= base;
    if (base.policy === "drop") outcomes.drop ??= base;
    if (base.policy === "unclear") outcomes.unclear ??= base;
  }
  if (base.device !== undefined && advert.interface === undefined) outcomes.accept ??= base;
  return outcomes;
}

/** What chains came to before, by name: each is walked once for an advert. */
type Walked = Map<string, Outcomes>;

/** Chains that a packet can be in at once. nf_tables allows 16 (NFT_JUMP_STACK_SIZE); beyond this one all is unclear. */
const maxDepth = 100;

/** `from` is what leads to the chain. A chain that leads to itself is unclear; the kernel refuses it. */
function walk(ruleset: Ruleset, name: string, advert: Advert, from: Range, walked: Walked, depth = 0): Outcomes {
  const before = walked.get(name);
  if (before !== undefined) return before;
  const outcomes = none();
  const chain = ruleset.chains.get(name);
  if (chain === undefined || depth > maxDepth) return { ...outcomes, unclear: from };
  walked.set(name, { ...outcomes, unclear: from });
  let goesOn = true;
  let returns = false;
  for (const rule of chain.rules) {
    const certainty = matchesAll(rule.matches, advert, ruleset.tracksAll);
    if (certainty === "no") continue;
    let leaves = true;
    const { action } = rule;
    if (action.kind === "accept") outcomes.accept ??= rule;
    else if (action.kind === "drop") outcomes.drop ??= rule;
    else if (action.kind === "unclear") outcomes.unclear ??= rule;
    else if (action.kind === "continue") leaves = false;
    else if (action.kind === "return") returns = true;
    else {
      const inner = walk(ruleset, action.chain, advert, rule, walked, depth + 1);
      outcomes.accept ??= inner.accept;
      outcomes.drop ??= inner.drop;
      outcomes.unclear ??= inner.unclear;
      // The end of a chain that was gone to is the end of this one.
      if (action.kind === "goto") returns ||= inner.falls;
      else leaves = !inner.falls;
    }
    if (leaves && certainty === "yes") {
      goesOn = false;
      break;
    }
  }
  outcomes.falls = goesOn || returns;
  walked.set(name, outcomes);
  return outcomes;
}

function none(): Outcomes {
  return { accept: undefined, drop: undefined, unclear: undefined, falls: false };
}
