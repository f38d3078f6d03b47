/** What the preprocessor and the binding of words to the table report; these only describe it. */
import type { Rule } from "../../../../rules/rule.ts";
import type { Globals } from "../../globals.ts";
import { byteOrderMark } from "./byte-order-mark.ts";
import { conditionOverLines } from "./condition-over-lines.ts";
import { definitionCycle } from "./definition-cycle.ts";
import { deprecatedKeyword } from "./deprecated-keyword.ts";
import { ignoredWords } from "./ignored-words.ts";
import { includeCycle } from "./include-cycle.ts";
import { includeNotFound } from "./include-not-found.ts";
import { invalidLoop } from "./invalid-loop.ts";
import { invalidValue } from "./invalid-value.ts";
import { lineTooLong } from "./line-too-long.ts";
import { longLoop } from "./long-loop.ts";
import { misplacedKeyword } from "./misplaced-keyword.ts";
import { missingBrace } from "./missing-brace.ts";
import { missingValue } from "./missing-value.ts";
import { nulByte } from "./nul-byte.ts";
import { strayBrace } from "./stray-brace.ts";
import { tooNew } from "./too-new.ts";
import { unclosedBlock } from "./unclosed-block.ts";
import { unclosedQuote } from "./unclosed-quote.ts";
import { undefinedVariable } from "./undefined-variable.ts";
import { unknownKeyword } from "./unknown-keyword.ts";
import { unknownOption } from "./unknown-option.ts";

export const bindingRules: readonly Rule<Globals>[] = [
  byteOrderMark,
  conditionOverLines,
  definitionCycle,
  deprecatedKeyword,
  ignoredWords,
  includeCycle,
  includeNotFound,
  invalidLoop,
  invalidValue,
  lineTooLong,
  longLoop,
  misplacedKeyword,
  missingBrace,
  missingValue,
  nulByte,
  strayBrace,
  tooNew,
  unclosedBlock,
  unclosedQuote,
  undefinedVariable,
  unknownKeyword,
  unknownOption,
];
