/** Rules about services and how they schedule. */
import type { Rule } from "../../../../rules/rule.ts";
import { engineProtocol } from "./engine-protocol.ts";
import { invalidMark } from "./invalid-mark.ts";
import { invalidNetmask } from "./invalid-netmask.ts";
import { invalidPersistence } from "./invalid-persistence.ts";
import { ipv6Flag } from "./ipv6-flag.ts";
import { negativeMark } from "./negative-mark.ts";
import { newerScheduler } from "./newer-scheduler.ts";
import { onePacket } from "./one-packet.ts";
import { persistenceUnused } from "./persistence-unused.ts";
import { schedulerFlag } from "./scheduler-flag.ts";
import { strangeNetmask } from "./strange-netmask.ts";
import { unknownEngine } from "./unknown-engine.ts";
import { unknownScheduler } from "./unknown-scheduler.ts";
import { zeroPort } from "./zero-port.ts";

export const servicesRules: readonly Rule<null>[] = [
  engineProtocol,
  invalidMark,
  invalidNetmask,
  invalidPersistence,
  ipv6Flag,
  negativeMark,
  newerScheduler,
  onePacket,
  persistenceUnused,
  schedulerFlag,
  strangeNetmask,
  unknownEngine,
  unknownScheduler,
  zeroPort,
];
