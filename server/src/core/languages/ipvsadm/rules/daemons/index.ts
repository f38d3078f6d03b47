/** Rules about synchronization daemons and timeouts. */
import type { Rule } from "../../../../rules/rule.ts";
import { daemonRunning } from "./daemon-running.ts";
import { daemonStopped } from "./daemon-stopped.ts";
import { daemonValue } from "./daemon-value.ts";
import { invalidTimeout } from "./invalid-timeout.ts";
import { mixedFamilySync } from "./mixed-family-sync.ts";

export const daemonsRules: readonly Rule<null>[] = [
  daemonRunning,
  daemonStopped,
  daemonValue,
  invalidTimeout,
  mixedFamilySync,
];
