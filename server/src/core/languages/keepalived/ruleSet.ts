/** All rules of keepalived.conf. A new rule is one file in `rules/` and one line in `rules/index.ts`. */
import type { RuleSet } from "../../rules/rule.ts";
import { type Globals, readGlobals } from "./globals.ts";
import { rules } from "./rules/index.ts";

export const keepalivedRules: RuleSet<Globals> = { language: "keepalived", rules, globals: readGlobals };
