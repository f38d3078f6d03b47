/** The list of kube-proxy's rules, by subject. */
import type { Rule } from "../../../rules/rule.ts";
import { bindingRules } from "./binding/index.ts";
import { ipvsDeprecated } from "./modes/ipvs-deprecated.ts";
import { ipvsUnused } from "./modes/ipvs-unused.ts";
import { schedulerUnknown } from "./modes/scheduler-unknown.ts";
import { clusterCidrInvalid } from "./values/cluster-cidr-invalid.ts";
import { detectLocalIncomplete } from "./values/detect-local-incomplete.ts";
import { featureGateUnknown } from "./values/feature-gate-unknown.ts";
import { negativeDuration } from "./values/negative-duration.ts";
import { syncPeriodOrder } from "./values/sync-period-order.ts";

export const rules: readonly Rule[] = [
  ...bindingRules,
  ipvsDeprecated,
  ipvsUnused,
  schedulerUnknown,
  clusterCidrInvalid,
  detectLocalIncomplete,
  featureGateUnknown,
  negativeDuration,
  syncPeriodOrder,
];
