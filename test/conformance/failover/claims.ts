/**
 * What a rule about several hosts claims, asked of real daemons: the files of its bad example must show the claim, those
 * of its good example must not.
 */
import { keepalived } from "../../../server/src/core/languages/keepalived/index.ts";
import { observe } from "./observe.ts";
import { outcomeOf, show } from "./outcome.ts";
import type { LabAction, LabNode, LabScenario, Observation } from "./scenario.ts";

export type Claim =
  /** More than one host holds the address in the end. */
  | { readonly kind: "two-masters"; readonly address: string; readonly event?: LabAction }
  /** After the event, no host holds the address that did not hold it before. */
  | { readonly kind: "no-failover"; readonly address: string; readonly event: LabAction };

export interface ClaimResult {
  /** Whether the claim is true of the files. */
  readonly ok: boolean;
  /** Who held the address before and after the event: `lb1 > lb2`. */
  readonly seen: string;
  readonly scenario: LabScenario;
  readonly observation: Observation;
}

/** No files of an example take longer to come to rest, in milliseconds. */
const longest = 120_000;

/** Runs the hosts of `files`, whose paths begin with the host's name: `lb1/etc/keepalived/keepalived.conf`. */
export async function runClaim(files: ReadonlyMap<string, string>, claim: Claim): Promise<ClaimResult> {
  const scenario = scenarioOf(files, claim);
  const observation = await observe(scenario);
  const after = outcomeOf(observation, claim.address);
  if (claim.event === undefined) return { ok: after.kind === "two-masters", seen: show(after), scenario, observation };
  const before = outcomeOf(observation, claim.address, observation.happened[0]);
  const seen = `${show(before)} > ${show(after)}`;
  if (claim.kind === "two-masters") return { ok: after.kind === "two-masters", seen, scenario, observation };
  const held = new Set(hostsOf(before));
  return { ok: hostsOf(after).every((host) => held.has(host)), seen, scenario, observation };
}

function scenarioOf(files: ReadonlyMap<string, string>, { kind, address, event }: Claim): LabScenario {
  const nodes = nodesOf(files);
  if (nodes.length === 0) throw new Error("No file of a host is one of keepalived.");
  return {
    name: `${kind} of ${address}`,
    nodes,
    events: event === undefined ? [] : [{ ...event, at: "settled" }],
    duration: longest,
  };
}

/** The hosts that run the daemon, in the order of their files. */
function nodesOf(files: ReadonlyMap<string, string>): LabNode[] {
  const hosts = new Map<string, Map<string, string>>();
  for (const [path, text] of files) {
    const [host = "", ...rest] = path.split("/");
    hosts.set(host, new Map([...(hosts.get(host) ?? []), [rest.join("/"), text]]));
  }
  return [...hosts].flatMap(([name, own]) => {
    const main = mainOf(own);
    return main === undefined ? [] : [{ name, main, files: own, addresses: [] }];
  });
}

/** The file that looks most like a keepalived.conf, the first of several. */
function mainOf(files: ReadonlyMap<string, string>): string | undefined {
  const rated = [...files].map(([path, text]) => {
    const named = path.split("/").at(-1) === "keepalived.conf" ? 10 : 0;
    return { path, rate: named + keepalived.recognise(`/${path}`, text) };
  });
  const best = Math.max(0, ...rated.map((one) => one.rate));
  return best === 0 ? undefined : rated.find((one) => one.rate === best)?.path;
}

function hostsOf(outcome: ReturnType<typeof outcomeOf>): readonly string[] {
  if (outcome.kind === "nobody") return [];
  return outcome.kind === "one" ? [outcome.host] : outcome.hosts;
}
