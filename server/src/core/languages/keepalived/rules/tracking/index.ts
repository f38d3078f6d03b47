/** What is tracked, sync groups, scripts, and what belongs to the daemon as a whole. */
import type { Rule } from "../../../../rules/rule.ts";
import type { Globals } from "../../globals.ts";
import { duplicateTracker } from "./duplicate-tracker.ts";
import { fifoShared } from "./fifo-shared.ts";
import { notificationEmailEmpty } from "./notification-email-empty.ts";
import { processQuorum } from "./process-quorum.ts";
import { rxBuffersConflict } from "./rx-buffers-conflict.ts";
import { scriptArguments } from "./script-arguments.ts";
import { scriptChecksProcess } from "./script-checks-process.ts";
import { scriptOutput } from "./script-output.ts";
import { scriptPathSymlink } from "./script-path-symlink.ts";
import { scriptSecurity } from "./script-security.ts";
import { scriptShellSyntax } from "./script-shell-syntax.ts";
import { scriptTimeout } from "./script-timeout.ts";
import { scriptUserMissing } from "./script-user-missing.ts";
import { syncGroupInterface } from "./sync-group-interface.ts";
import { syncGroupOverlap } from "./sync-group-overlap.ts";
import { syncGroupOwners } from "./sync-group-owners.ts";
import { syncGroupPriorities } from "./sync-group-priorities.ts";
import { syncGroupSingle } from "./sync-group-single.ts";
import { syncGroupWeightOwner } from "./sync-group-weight-owner.ts";
import { trackOwnInterface } from "./track-own-interface.ts";
import { trackerIncomplete } from "./tracker-incomplete.ts";
import { unusedDefinition } from "./unused-definition.ts";
import { weightAddressOwner } from "./weight-address-owner.ts";
import { weightRange } from "./weight-range.ts";
import { weightSyncGroup } from "./weight-sync-group.ts";

export const trackingRules: readonly Rule<Globals>[] = [
  duplicateTracker,
  fifoShared,
  notificationEmailEmpty,
  processQuorum,
  rxBuffersConflict,
  scriptArguments,
  scriptChecksProcess,
  scriptOutput,
  scriptPathSymlink,
  scriptSecurity,
  scriptShellSyntax,
  scriptTimeout,
  scriptUserMissing,
  syncGroupInterface,
  syncGroupOverlap,
  syncGroupOwners,
  syncGroupPriorities,
  syncGroupSingle,
  syncGroupWeightOwner,
  trackOwnInterface,
  trackerIncomplete,
  unusedDefinition,
  weightAddressOwner,
  weightRange,
  weightSyncGroup,
];
