import type { ClusterRule } from "../../../../rules/rule.ts";
import { natWithoutForwarding } from "./nat-without-forwarding.ts";
import { realServerArp } from "./real-server-arp.ts";
import { realServerOnDirector } from "./real-server-on-director.ts";
import { realServerVipMissing } from "./real-server-vip-missing.ts";
import { realServerVipPrefix } from "./real-server-vip-prefix.ts";

/** What the real servers of LVS need, and who else touches its table. */
export const lvsRules = [
  natWithoutForwarding,
  realServerArp,
  realServerOnDirector,
  realServerVipMissing,
  realServerVipPrefix,
] as readonly ClusterRule[];
