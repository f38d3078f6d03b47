/** Rules about servers and how they are reached. */
import type { Rule } from "../../../../rules/rule.ts";
import { invalidThreshold } from "./invalid-threshold.ts";
import { invalidWeight } from "./invalid-weight.ts";
import { largeWeight } from "./large-weight.ts";
import { portRewritten } from "./port-rewritten.ts";
import { thresholdOrder } from "./threshold-order.ts";
import { tunnelOption } from "./tunnel-option.ts";

export const serversRules: readonly Rule<null>[] = [
  invalidThreshold,
  invalidWeight,
  largeWeight,
  portRewritten,
  thresholdOrder,
  tunnelOption,
];
