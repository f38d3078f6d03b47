import type { BindingRule } from "../../../../rules/rule.ts";
import { haConfig } from "./ha-config.ts";

/** What is wrong in `.ha-config.json` itself. */
export const statementRules: readonly BindingRule[] = [haConfig];
