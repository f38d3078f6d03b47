/** The list of keepalived's rules. */
import type { Rule } from "../../../rules/rule.ts";
import type { Globals } from "../globals.ts";
import { nopreemptMaster } from "./nopreempt-master.ts";

export const rules: readonly Rule<Globals>[] = [nopreemptMaster];
