/** All companions. A new one is one file and one line. */
import type { Companion } from "../../../model/companion.ts";
import { backupNode } from "./backup-node.ts";
import { firewallLines } from "./firewall-lines.ts";
import { kernelSettings } from "./kernel-settings.ts";

export const companions: readonly Companion[] = [backupNode, kernelSettings, firewallLines];
