/** The list of keepalived's rules, by subject. */
import type { Rule } from "../../../rules/rule.ts";
import type { Globals } from "../globals.ts";
import { bfdRules } from "./bfd/index.ts";
import { bindingRules } from "./binding/index.ts";
import { garpRules } from "./garp/index.ts";
import { lvsRules } from "./lvs/index.ts";
import { nameRules } from "./names/index.ts";
import { staticRules } from "./static/index.ts";
import { trackingRules } from "./tracking/index.ts";
import { vrrpRules } from "./vrrp/index.ts";

export const rules: readonly Rule<Globals>[] = [
  ...bindingRules,
  ...nameRules,
  ...vrrpRules,
  ...trackingRules,
  ...staticRules,
  ...garpRules,
  ...bfdRules,
  ...lvsRules,
];
