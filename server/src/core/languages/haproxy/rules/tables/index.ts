/** Rules about stick tables and stick counters. */
import type { Rule } from "../../../../rules/rule.ts";
import type { Globals } from "../../globals.ts";
import { stickCounterLimit } from "./stick-counter-limit.ts";
import { stickCounterUntracked } from "./stick-counter-untracked.ts";
import { stickTableDataConflict } from "./stick-table-data-conflict.ts";
import { stickTableDataMissing } from "./stick-table-data-missing.ts";
import { stickTableDuplicate } from "./stick-table-duplicate.ts";
import { stickTableKeyType } from "./stick-table-key-type.ts";

export const tableRules: readonly Rule<Globals>[] = [
  stickCounterLimit,
  stickCounterUntracked,
  stickTableDataConflict,
  stickTableDataMissing,
  stickTableDuplicate,
  stickTableKeyType,
];
