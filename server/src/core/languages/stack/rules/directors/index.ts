import type { ClusterRule } from "../../../../rules/rule.ts";
import { forwardingMethodDiffers } from "./forwarding-method-differs.ts";
import { persistenceDiffers } from "./persistence-differs.ts";
import { realServerWeightDiffers } from "./real-server-weight-differs.ts";
import { realServersDiffer } from "./real-servers-differ.ts";
import { schedulerDiffers } from "./scheduler-differs.ts";
import { storedRulesConflict } from "./stored-rules-conflict.ts";
import { syncDaemonMismatch } from "./sync-daemon-mismatch.ts";
import { syncDaemonMissing } from "./sync-daemon-missing.ts";
import { virtualServerMissing } from "./virtual-server-missing.ts";

/** What the nodes of a cluster distribute, each by a table of its own. */
export const directorRules = [
  virtualServerMissing,
  realServersDiffer,
  realServerWeightDiffers,
  forwardingMethodDiffers,
  schedulerDiffers,
  persistenceDiffers,
  syncDaemonMismatch,
  syncDaemonMissing,
  storedRulesConflict,
] as readonly ClusterRule[];
