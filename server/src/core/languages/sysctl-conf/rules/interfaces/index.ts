/** What the lines about interfaces make of one another. */
import type { Rule } from "../../../../rules/rule.ts";
import { allWithoutEffect } from "./all-without-effect.ts";
import { arpLoopbackOnly } from "./arp-loopback-only.ts";
import { arpPairIncomplete } from "./arp-pair-incomplete.ts";
import { interfaceReset } from "./interface-reset.ts";
import { valueShadowed } from "./value-shadowed.ts";

export const interfaceRules: readonly Rule<object>[] = [
  allWithoutEffect,
  arpLoopbackOnly,
  arpPairIncomplete,
  interfaceReset,
  valueShadowed,
];
