/** Rules about virtual and real servers and their checks. */
import type { Rule } from "../../../../rules/rule.ts";
import type { Globals } from "../../globals.ts";
import { checkerBindFamily } from "./checker-bind-family.ts";
import { checkerDuplicate } from "./checker-duplicate.ts";
import { checkerLinkLocal } from "./checker-link-local.ts";
import { checkerPort } from "./checker-port.ts";
import { checkerReplyLength } from "./checker-reply-length.ts";
import { checkerTarget } from "./checker-target.ts";
import { delayLoopDefault } from "./delay-loop-default.ts";
import { groupEmpty } from "./group-empty.ts";
import { groupFamily } from "./group-family.ts";
import { haSuspendFwmark } from "./ha-suspend-fwmark.ts";
import { hysteresisQuorum } from "./hysteresis-quorum.ts";
import { opsProtocol } from "./ops-protocol.ts";
import { persistenceGranularity } from "./persistence-granularity.ts";
import { persistenceMissing } from "./persistence-missing.ts";
import { protocolFwmark } from "./protocol-fwmark.ts";
import { quorumWeight } from "./quorum-weight.ts";
import { realServerDuplicate } from "./real-server-duplicate.ts";
import { realServerPort } from "./real-server-port.ts";
import { realServerUnchecked } from "./real-server-unchecked.ts";
import { schedulerFlag } from "./scheduler-flag.ts";
import { serverFamily } from "./server-family.ts";
import { sorryServerInhibit } from "./sorry-server-inhibit.ts";
import { sorryServerOrder } from "./sorry-server-order.ts";
import { virtualAddressUnheld } from "./virtual-address-unheld.ts";
import { virtualServerEmpty } from "./virtual-server-empty.ts";
import { virtualServerIncomplete } from "./virtual-server-incomplete.ts";
import { weightUnused } from "./weight-unused.ts";

export const lvsRules: readonly Rule<Globals>[] = [
  checkerBindFamily,
  checkerDuplicate,
  checkerLinkLocal,
  checkerPort,
  checkerReplyLength,
  checkerTarget,
  delayLoopDefault,
  groupEmpty,
  groupFamily,
  haSuspendFwmark,
  hysteresisQuorum,
  opsProtocol,
  persistenceGranularity,
  persistenceMissing,
  protocolFwmark,
  quorumWeight,
  realServerDuplicate,
  realServerPort,
  realServerUnchecked,
  schedulerFlag,
  serverFamily,
  sorryServerInhibit,
  sorryServerOrder,
  virtualAddressUnheld,
  virtualServerEmpty,
  virtualServerIncomplete,
  weightUnused,
];
