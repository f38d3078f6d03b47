import type { ClusterRule } from "../../../../rules/rule.ts";
import { bindAddressUnknown } from "./bind-address-unknown.ts";
import { bindNotLocal } from "./bind-not-local.ts";
import { listenerDiffers } from "./listener-differs.ts";
import { serviceNotWatched } from "./service-not-watched.ts";
import { strictBeforeService } from "./strict-before-service.ts";
import { virtualAddressUnused } from "./virtual-address-unused.ts";
import { virtualServerUnheld } from "./virtual-server-unheld.ts";
import { watchedProcessMissing } from "./watched-process-missing.ts";

/** What listens on virtual addresses. */
export const serviceRules = [
  bindNotLocal,
  bindAddressUnknown,
  listenerDiffers,
  virtualAddressUnused,
  virtualServerUnheld,
  strictBeforeService,
  serviceNotWatched,
  watchedProcessMissing,
] as readonly ClusterRule[];
