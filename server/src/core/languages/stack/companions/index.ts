/** All companions. A new one is one file and one line. */
import type { Companion } from "../../../model/companion.ts";
import { backupNode } from "./backup-node.ts";

export const companions: readonly Companion[] = [backupNode];
