/** Rules about the order in which rules are run, and about what their conditions let through. */
import type { Rule } from "../../../../rules/rule.ts";
import type { Globals } from "../../globals.ts";
import { conditionConstant } from "./condition-constant.ts";
import { ruleOrder } from "./rule-order.ts";
import { ruleShadowed } from "./rule-shadowed.ts";
import { ruleUnreachable } from "./rule-unreachable.ts";

export const flowRules: readonly Rule<Globals>[] = [conditionConstant, ruleOrder, ruleShadowed, ruleUnreachable];
