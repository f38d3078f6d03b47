/** What is wrong with a line, whatever its key means. */
import type { Rule } from "../../../../rules/rule.ts";
import { duplicateKey } from "./duplicate-key.ts";
import { keyMisspelt } from "./key-misspelt.ts";
import { keySeparators } from "./key-separators.ts";
import { malformedLine } from "./malformed-line.ts";

export const lineRules: readonly Rule<object>[] = [duplicateKey, keyMisspelt, keySeparators, malformedLine];
