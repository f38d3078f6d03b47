/** Rules about health checks, and what is told of their results. */
import type { Rule } from "../../../../rules/rule.ts";
import type { Globals } from "../../globals.ts";
import { checkPortMissing } from "./check-port-missing.ts";
import { checkRulesUnused } from "./check-rules-unused.ts";
import { checkStepOrder } from "./check-step-order.ts";
import { emailAlertIncomplete } from "./email-alert-incomplete.ts";
import { externalCheckIncomplete } from "./external-check-incomplete.ts";
import { externalCheckUnused } from "./external-check-unused.ts";
import { httpchkHeader } from "./httpchk-header.ts";
import { httpchkUnchecked } from "./httpchk-unchecked.ts";
import { serverUnchecked } from "./server-unchecked.ts";

export const checkRules: readonly Rule<Globals>[] = [
  checkPortMissing,
  checkRulesUnused,
  checkStepOrder,
  emailAlertIncomplete,
  externalCheckIncomplete,
  externalCheckUnused,
  httpchkHeader,
  httpchkUnchecked,
  serverUnchecked,
];
