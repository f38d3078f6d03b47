/** Rules about lines beside the others. */
import type { Rule } from "../../../../rules/rule.ts";
import { duplicateServer } from "./duplicate-server.ts";
import { duplicateService } from "./duplicate-service.ts";
import { editResets } from "./edit-resets.ts";
import { unknownServer } from "./unknown-server.ts";
import { unknownService } from "./unknown-service.ts";

export const tablesRules: readonly Rule<null>[] = [
  duplicateServer,
  duplicateService,
  editResets,
  unknownServer,
  unknownService,
];
