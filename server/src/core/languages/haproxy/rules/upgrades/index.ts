/** Rules about what works in one version and not, or not for long, in another. */
import type { Rule } from "../../../../rules/rule.ts";
import type { Globals } from "../../globals.ts";
import { emailAlertNative } from "./email-alert-native.ts";
import { programSection } from "./program-section.ts";
import { timeWithoutUnit } from "./time-without-unit.ts";

export const upgradeRules: readonly Rule<Globals>[] = [emailAlertNative, programSection, timeWithoutUnit];
