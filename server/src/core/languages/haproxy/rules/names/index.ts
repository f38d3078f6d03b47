/** Rules about names: what they lead to, and that they lead to one thing. */
import type { Rule } from "../../../../rules/rule.ts";
import type { Globals } from "../../globals.ts";
import { backendNamedDefault } from "./backend-named-default.ts";
import { defaultsAmbiguous } from "./defaults-ambiguous.ts";
import { defaultsMixedUse } from "./defaults-mixed-use.ts";
import { duplicateId } from "./duplicate-id.ts";
import { duplicateName } from "./duplicate-name.ts";
import { duplicateServer } from "./duplicate-server.ts";
import { proxyNameShared } from "./proxy-name-shared.ts";
import { referenceBeforeDefinition } from "./reference-before-definition.ts";
import { stickTableMissing } from "./stick-table-missing.ts";
import { unknownFilter } from "./unknown-filter.ts";
import { unknownReference } from "./unknown-reference.ts";
import { unusedDefaults } from "./unused-defaults.ts";
import { unusedName } from "./unused-name.ts";
import { variableNeverSet } from "./variable-never-set.ts";

export const namesRules: readonly Rule<Globals>[] = [
  backendNamedDefault,
  defaultsAmbiguous,
  defaultsMixedUse,
  duplicateId,
  duplicateName,
  duplicateServer,
  proxyNameShared,
  referenceBeforeDefinition,
  stickTableMissing,
  unknownFilter,
  unknownReference,
  unusedDefaults,
  unusedName,
  variableNeverSet,
];
