/** The list of HAProxy's rules, by subject. */
import type { Rule } from "../../../rules/rule.ts";
import type { Globals } from "../globals.ts";

export const rules: readonly Rule<Globals>[] = [];
