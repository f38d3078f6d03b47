/** Every scenario whose end is known. */
import { checks } from "./checks.ts";
import type { JudgedScenario } from "./cluster.ts";
import { files } from "./files.ts";
import { flavours } from "./flavours.ts";
import { groups } from "./groups.ts";
import { hastes } from "./hasty.ts";
import { hosts } from "./hosts.ts";
import { mismatches } from "./mismatches.ts";
import { more } from "./more.ts";
import { network } from "./network.ts";
import { preemption } from "./preemption.ts";
import { trackers } from "./trackers.ts";
import { unicasts } from "./unicast.ts";
import { ways } from "./ways.ts";

/** The slow ones first, so that none is left over at the end. */
export const scenarios: readonly JudgedScenario[] = [
  ...trackers,
  ...flavours,
  ...more,
  ...hastes,
  ...ways,
  ...checks,
  ...mismatches,
  ...hosts,
  ...network,
  ...groups,
  ...preemption,
  ...unicasts,
  ...files,
];
