/** The list of keepalived's rules, by subject. */
import type { Rule } from "../../../rules/rule.ts";
import type { Globals } from "../globals.ts";
import { bfdRules } from "./bfd/index.ts";
import { garpRules } from "./garp/index.ts";
import { lvsRules } from "./lvs/index.ts";
import { nameRules } from "./names/index.ts";
import { staticRules } from "./static/index.ts";
import { nopreemptMaster } from "./vrrp/nopreempt-master.ts";

export const rules: readonly Rule<Globals>[] = [
  ...nameRules,
  nopreemptMaster,
  ...staticRules,
  ...garpRules,
  ...bfdRules,
  ...lvsRules,
];
