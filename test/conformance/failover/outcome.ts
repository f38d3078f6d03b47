/** Who has an address in the end, and who had it before. */
import { addressKey } from "../../../server/src/core/net/address.ts";
import type { Observation } from "./scenario.ts";

export type Outcome =
  | { readonly kind: "one"; readonly host: string }
  | { readonly kind: "two-masters"; readonly hosts: readonly string[] }
  | { readonly kind: "nobody" };

/** Who holds an address at the end, or at an earlier time in milliseconds. */
export function outcomeOf(observation: Observation, address: string, at = Number.POSITIVE_INFINITY): Outcome {
  const key = addressKey(address);
  const changes = [...observation.holders].find(([held]) => addressKey(held) === key)?.[1] ?? [];
  const hosts = changes.filter((change) => change.at <= at).at(-1)?.hosts ?? [];
  const [host] = hosts;
  if (host === undefined) return { kind: "nobody" };
  return hosts.length === 1 ? { kind: "one", host } : { kind: "two-masters", hosts };
}

/** In a few words. */
export function show(outcome: Outcome): string {
  if (outcome.kind === "one") return outcome.host;
  return outcome.kind === "nobody" ? "nobody" : outcome.hosts.join(" and ");
}
