import type { ClusterRule } from "../../../../rules/rule.ts";
import { firewallDropsVrrp } from "./firewall-drops-vrrp.ts";

/** What firewalls do with what the nodes send each other. */
export const firewallRules = [firewallDropsVrrp] as readonly ClusterRule[];
