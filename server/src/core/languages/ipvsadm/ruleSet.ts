/** All rules of IPVS files. A new rule is one file in `rules/` and one line in the `index.ts` beside it. */
import type { RuleSet } from "../../rules/rule.ts";
import { rules } from "./rules/index.ts";

export const ipvsadmRules: RuleSet<null> = { language: "ipvsadm", rules, globals: () => null };
