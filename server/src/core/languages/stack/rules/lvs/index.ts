import type { ClusterRule } from "../../../../rules/rule.ts";
import { kubeProxyExcludes } from "./kube-proxy-excludes.ts";
import { kubeProxyStrictArp } from "./kube-proxy-strict-arp.ts";
import { natWithoutForwarding } from "./nat-without-forwarding.ts";
import { realServerArp } from "./real-server-arp.ts";
import { realServerOnDirector } from "./real-server-on-director.ts";
import { realServerVipInterface } from "./real-server-vip-interface.ts";
import { realServerVipMissing } from "./real-server-vip-missing.ts";
import { realServerVipPrefix } from "./real-server-vip-prefix.ts";

/** What the real servers of LVS need, and who else touches its table. */
export const lvsRules = [
  kubeProxyExcludes,
  kubeProxyStrictArp,
  natWithoutForwarding,
  realServerArp,
  realServerOnDirector,
  realServerVipInterface,
  realServerVipMissing,
  realServerVipPrefix,
] as readonly ClusterRule[];
