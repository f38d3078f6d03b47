/** Rules about static addresses and the groups that follow them. */
import type { Rule } from "../../../../rules/rule.ts";
import type { Globals } from "../../globals.ts";
import { staticAddressVip } from "./static-address-vip.ts";
import { trackGroupEmpty } from "./track-group-empty.ts";

export const staticRules: readonly Rule<Globals>[] = [staticAddressVip, trackGroupEmpty];
