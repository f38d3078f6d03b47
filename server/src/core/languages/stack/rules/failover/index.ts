import type { ClusterRule } from "../../../../rules/rule.ts";
import { advertIntervalShort } from "./advert-interval-short.ts";
import { checkSlowerThanTakeover } from "./check-slower-than-takeover.ts";
import { nobodyLeft } from "./nobody-left.ts";
import { nopreemptBlocksFailover } from "./nopreempt-blocks-failover.ts";
import { nopreemptUseless } from "./nopreempt-useless.ts";
import { preemptDelayUseless } from "./preempt-delay-useless.ts";
import { prioritiesEqual } from "./priorities-equal.ts";
import { stateMasterMany } from "./state-master-many.ts";
import { syncGroupCrossed } from "./sync-group-crossed.ts";
import { syncGroupsMismatch } from "./sync-groups-mismatch.ts";
import { weightCannotMove } from "./weight-cannot-move.ts";

/** Who wins a virtual router, and whether another node takes over. */
export const failoverRules = [
  advertIntervalShort,
  checkSlowerThanTakeover,
  nobodyLeft,
  nopreemptBlocksFailover,
  nopreemptUseless,
  preemptDelayUseless,
  prioritiesEqual,
  stateMasterMany,
  syncGroupCrossed,
  syncGroupsMismatch,
  weightCannotMove,
] as readonly ClusterRule[];
