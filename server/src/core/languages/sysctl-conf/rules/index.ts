/** The list of the rules of sysctl.conf, by subject. */
import type { Rule } from "../../../rules/rule.ts";
import { bindingRules } from "./binding/index.ts";
import { interfaceRules } from "./interfaces/index.ts";
import { lineRules } from "./lines/index.ts";

export const rules: readonly Rule<object>[] = [...bindingRules, ...lineRules, ...interfaceRules];
