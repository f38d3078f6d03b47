import type { ClusterRule } from "../../../../rules/rule.ts";
import { realServerArp } from "./real-server-arp.ts";

/** What the real servers of LVS need, and who else touches its table. */
export const lvsRules = [realServerArp] as readonly ClusterRule[];
