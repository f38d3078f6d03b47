/** Rules about files as a whole. */
import type { Rule } from "../../../../rules/rule.ts";
import { commentIndented } from "./comment-indented.ts";
import { commentStops } from "./comment-stops.ts";
import { dpvsDialect } from "./dpvs-dialect.ts";
import { lastLineLost } from "./last-line-lost.ts";
import { rulesNotRead } from "./rules-not-read.ts";
import { shellCommand } from "./shell-command.ts";

export const filesRules: readonly Rule<null>[] = [
  commentIndented,
  commentStops,
  dpvsDialect,
  lastLineLost,
  rulesNotRead,
  shellCommand,
];
