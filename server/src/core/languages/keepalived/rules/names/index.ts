/** Rules that read only the table and the names. */
import type { Rule } from "../../../../rules/rule.ts";
import type { Globals } from "../../globals.ts";
import { duplicateKeyword } from "./duplicate-keyword.ts";
import { duplicateName } from "./duplicate-name.ts";
import { duplicateVirtualServer } from "./duplicate-virtual-server.ts";
import { referenceBeforeDefinition } from "./reference-before-definition.ts";
import { unknownReference } from "./unknown-reference.ts";

export const nameRules: readonly Rule<Globals>[] = [
  duplicateKeyword,
  duplicateName,
  duplicateVirtualServer,
  referenceBeforeDefinition,
  unknownReference,
];
