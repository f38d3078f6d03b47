/** Rules about addresses and ports. */
import type { Rule } from "../../../../rules/rule.ts";
import { earlyServer } from "./early-server.ts";
import { hostName } from "./host-name.ts";
import { invalidAddress } from "./invalid-address.ts";
import { lenientAddress } from "./lenient-address.ts";
import { lostPort } from "./lost-port.ts";
import { mixedFamily } from "./mixed-family.ts";
import { notUnicast } from "./not-unicast.ts";
import { portName } from "./port-name.ts";
import { shortAddressSaved } from "./short-address-saved.ts";

export const addressesRules: readonly Rule<null>[] = [
  earlyServer,
  hostName,
  invalidAddress,
  lenientAddress,
  lostPort,
  mixedFamily,
  notUnicast,
  portName,
  shortAddressSaved,
];
