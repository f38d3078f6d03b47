/** Rules about the pace of gratuitous ARP. */
import type { Rule } from "../../../../rules/rule.ts";
import type { Globals } from "../../globals.ts";
import { garpGroupInterface } from "./garp-group-interface.ts";
import { garpGroupInterval } from "./garp-group-interval.ts";
import { garpRefreshRepeat } from "./garp-refresh-repeat.ts";

export const garpRules: readonly Rule<Globals>[] = [garpGroupInterface, garpGroupInterval, garpRefreshRepeat];
