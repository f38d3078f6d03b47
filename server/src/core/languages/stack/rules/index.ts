/** The rules across files, hosts and languages. */
import type { ClusterRule } from "../../../rules/rule.ts";
import { directorRules } from "./directors/index.ts";
import { failoverRules } from "./failover/index.ts";
import { firewallRules } from "./firewalls/index.ts";
import { lvsRules } from "./lvs/index.ts";
import { routerRules } from "./routers/index.ts";
import { serviceRules } from "./services/index.ts";

export const stackRules: readonly ClusterRule[] = [
  ...routerRules,
  ...failoverRules,
  ...serviceRules,
  ...lvsRules,
  ...directorRules,
  ...firewallRules,
];
