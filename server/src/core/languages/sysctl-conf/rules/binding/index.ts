/** What the binding of words to the table reports; these only describe it. */
import type { Rule } from "../../../../rules/rule.ts";
import { byteOrderMark } from "./byte-order-mark.ts";
import { ignoredWords } from "./ignored-words.ts";
import { invalidValue } from "./invalid-value.ts";
import { meaninglessValue } from "./meaningless-value.ts";
import { missingValue } from "./missing-value.ts";
import { removedKeyword } from "./removed-keyword.ts";
import { tooNew } from "./too-new.ts";

export const bindingRules: readonly Rule<object>[] = [
  byteOrderMark,
  ignoredWords,
  invalidValue,
  meaninglessValue,
  missingValue,
  removedKeyword,
  tooNew,
];
