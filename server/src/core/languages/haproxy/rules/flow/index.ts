/** Rules about the order in which rules are run, and about what their conditions let through. */
import type { Rule } from "../../../../rules/rule.ts";
import type { Globals } from "../../globals.ts";
import { conditionConstant } from "./condition-constant.ts";
import { forwardedForForgeable } from "./forwarded-for-forgeable.ts";
import { hostPort } from "./host-port.ts";
import { inspectDelayMissing } from "./inspect-delay-missing.ts";
import { luaNotLoaded } from "./lua-not-loaded.ts";
import { redirectLoop } from "./redirect-loop.ts";
import { requestRewritten } from "./request-rewritten.ts";
import { ruleOrder } from "./rule-order.ts";
import { ruleShadowed } from "./rule-shadowed.ts";
import { ruleUnreachable } from "./rule-unreachable.ts";

export const flowRules: readonly Rule<Globals>[] = [
  conditionConstant,
  forwardedForForgeable,
  hostPort,
  inspectDelayMissing,
  luaNotLoaded,
  redirectLoop,
  requestRewritten,
  ruleOrder,
  ruleShadowed,
  ruleUnreachable,
];
