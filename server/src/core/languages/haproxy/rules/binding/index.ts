/** What the preprocessor and the binding of words to the tables report; these only describe it. */
import type { Rule } from "../../../../rules/rule.ts";
import type { Globals } from "../../globals.ts";
import { aclFlag } from "./acl-flag.ts";
import { aclMethod } from "./acl-method.ts";
import { aclName } from "./acl-name.ts";
import { aclNoPattern } from "./acl-no-pattern.ts";
import { aclParenthesis } from "./acl-parenthesis.ts";
import { aclPattern } from "./acl-pattern.ts";
import { alertDirective } from "./alert-directive.ts";
import { byteOrderMark } from "./byte-order-mark.ts";
import { deprecatedKeyword } from "./deprecated-keyword.ts";
import { emptyCondition } from "./empty-condition.ts";
import { emptyWord } from "./empty-word.ts";
import { ignoredPattern } from "./ignored-pattern.ts";
import { ignoredWords } from "./ignored-words.ts";
import { invalidAddress } from "./invalid-address.ts";
import { invalidName } from "./invalid-name.ts";
import { invalidRegex } from "./invalid-regex.ts";
import { invalidValue } from "./invalid-value.ts";
import { lenientValue } from "./lenient-value.ts";
import { logFlag } from "./log-flag.ts";
import { logType } from "./log-type.ts";
import { lonePercent } from "./lone-percent.ts";
import { malformedCondition } from "./malformed-condition.ts";
import { malformedExpression } from "./malformed-expression.ts";
import { malformedWord } from "./malformed-word.ts";
import { misplacedKeyword } from "./misplaced-keyword.ts";
import { misplacedOption } from "./misplaced-option.ts";
import { missingNewline } from "./missing-newline.ts";
import { missingValue } from "./missing-value.ts";
import { negatedKeyword } from "./negated-keyword.ts";
import { nulByte } from "./nul-byte.ts";
import { removedKeyword } from "./removed-keyword.ts";
import { sampleArguments } from "./sample-arguments.ts";
import { sampleStage } from "./sample-stage.ts";
import { sampleType } from "./sample-type.ts";
import { strayDirective } from "./stray-directive.ts";
import { tooManyWords } from "./too-many-words.ts";
import { tooNew } from "./too-new.ts";
import { unclosedIf } from "./unclosed-if.ts";
import { unclosedQuote } from "./unclosed-quote.ts";
import { unknownAlias } from "./unknown-alias.ts";
import { unknownCondition } from "./unknown-condition.ts";
import { unknownConverter } from "./unknown-converter.ts";
import { unknownKeyword } from "./unknown-keyword.ts";
import { unknownOption } from "./unknown-option.ts";
import { unknownSample } from "./unknown-sample.ts";
import { variableName } from "./variable-name.ts";

export const bindingRules: readonly Rule<Globals>[] = [
  aclFlag,
  aclMethod,
  aclName,
  aclNoPattern,
  aclParenthesis,
  aclPattern,
  alertDirective,
  byteOrderMark,
  deprecatedKeyword,
  emptyCondition,
  emptyWord,
  ignoredPattern,
  ignoredWords,
  invalidAddress,
  invalidName,
  invalidRegex,
  invalidValue,
  lenientValue,
  logFlag,
  logType,
  lonePercent,
  malformedCondition,
  malformedExpression,
  malformedWord,
  misplacedKeyword,
  misplacedOption,
  missingNewline,
  missingValue,
  negatedKeyword,
  nulByte,
  removedKeyword,
  sampleArguments,
  sampleStage,
  sampleType,
  strayDirective,
  tooManyWords,
  tooNew,
  unclosedIf,
  unclosedQuote,
  unknownAlias,
  unknownCondition,
  unknownConverter,
  unknownKeyword,
  unknownOption,
  unknownSample,
  variableName,
];
