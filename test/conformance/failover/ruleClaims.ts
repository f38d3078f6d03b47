/** What the rules across files claim of their own examples: each bad one does it, no good one does. */
import type { ClusterRule, Claim as RuleClaim } from "../../../server/src/core/rules/rule.ts";
import { allRules } from "../../../server/src/core/service.ts";
import { readFixture } from "../../kit/fixture.ts";
import type { Claim } from "./claims.ts";
import type { JudgedClaim } from "./scenarios/claims.ts";

export const ruleClaims: readonly JudgedClaim[] = allRules().flatMap((rule) =>
  rule.scope === "cluster" && rule.claim !== undefined ? claimsOf(rule, rule.claim) : [],
);

function claimsOf({ id, bad, good }: ClusterRule, claim: RuleClaim): readonly JudgedClaim[] {
  return [
    ...bad.map((drawing, index) => judged(`${id}, bad example ${index + 1}`, drawing, claim, true)),
    ...good.map((drawing, index) => judged(`${id}, good example ${index + 1}`, drawing, claim, false)),
  ];
}

function judged(name: string, drawing: string, claim: RuleClaim, holds: boolean): JudgedClaim {
  const files = new Map(readFixture(drawing, "keepalived.conf").map((file) => [file.name, file.text]));
  return { name, files, claim: toLab(claim), holds };
}

function toLab(claim: RuleClaim): Claim {
  if (claim.kind === "two-masters") return claim;
  const { host, script } = claim.fails;
  return { kind: claim.kind, address: claim.address, event: { node: host, kind: "script-fail", argument: script } };
}
