/** Every scenario whose end is known. */
import { checks } from "./checks.ts";
import type { JudgedScenario } from "./cluster.ts";
import { files } from "./files.ts";
import { groups } from "./groups.ts";
import { hosts } from "./hosts.ts";
import { mismatches } from "./mismatches.ts";
import { network } from "./network.ts";
import { preemption } from "./preemption.ts";
import { unicasts } from "./unicast.ts";

/** The slow ones first, so that none is left over at the end. */
export const scenarios: readonly JudgedScenario[] = [
  ...checks,
  ...mismatches,
  ...hosts,
  ...network,
  ...groups,
  ...preemption,
  ...unicasts,
  ...files,
];
