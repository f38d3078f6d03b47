import type { ClusterRule } from "../../../../rules/rule.ts";
import { virtualRouterIdMismatch } from "./virtual-router-id-mismatch.ts";

/** What makes one virtual router of several hosts' instances. */
export const routerRules = [virtualRouterIdMismatch] as readonly ClusterRule[];
