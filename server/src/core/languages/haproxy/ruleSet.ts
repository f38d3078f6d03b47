/** All rules of haproxy.cfg. A new rule is one file in `rules/` and one line in the `index.ts` beside it. */
import type { RuleSet } from "../../rules/rule.ts";
import { type Globals, readGlobals } from "./globals.ts";
import { rules } from "./rules/index.ts";

export const haproxyRules: RuleSet<Globals> = { language: "haproxy", rules, globals: readGlobals };
