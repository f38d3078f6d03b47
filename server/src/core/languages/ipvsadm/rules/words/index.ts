/** Rules about what a rule is written with. */
import type { Rule } from "../../../../rules/rule.ts";
import { commandMissing } from "./command-missing.ts";
import { illegalOption } from "./illegal-option.ts";
import { leaves } from "./leaves.ts";
import { missingOption } from "./missing-option.ts";
import { missingValue } from "./missing-value.ts";
import { needlessValue } from "./needless-value.ts";
import { repeatedOption } from "./repeated-option.ts";
import { secondCommand } from "./second-command.ts";
import { trailingComment } from "./trailing-comment.ts";
import { unexpectedWord } from "./unexpected-word.ts";
import { unknownCommand } from "./unknown-command.ts";
import { unknownOption } from "./unknown-option.ts";

export const wordsRules: readonly Rule<null>[] = [
  commandMissing,
  illegalOption,
  leaves,
  missingOption,
  missingValue,
  needlessValue,
  repeatedOption,
  secondCommand,
  trailingComment,
  unexpectedWord,
  unknownCommand,
  unknownOption,
];
