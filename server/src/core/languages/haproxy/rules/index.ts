/** The list of HAProxy's rules, by subject. */
import type { Rule } from "../../../rules/rule.ts";
import type { Globals } from "../globals.ts";
import { bindingRules } from "./binding/index.ts";
import { bindRules } from "./binds/index.ts";
import { checkRules } from "./checks/index.ts";
import { flowRules } from "./flow/index.ts";
import { httpRules } from "./http/index.ts";
import { namesRules } from "./names/index.ts";
import { proxyRules } from "./proxies/index.ts";
import { sectionRules } from "./sections/index.ts";
import { serverRules } from "./servers/index.ts";
import { tableRules } from "./tables/index.ts";
import { upgradeRules } from "./upgrades/index.ts";

export const rules: readonly Rule<Globals>[] = [
  ...bindingRules,
  ...bindRules,
  ...checkRules,
  ...flowRules,
  ...httpRules,
  ...namesRules,
  ...proxyRules,
  ...sectionRules,
  ...serverRules,
  ...tableRules,
  ...upgradeRules,
];
