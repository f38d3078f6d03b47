import type { ClusterRule } from "../../../../rules/rule.ts";
import { bindNotLocal } from "./bind-not-local.ts";

/** What listens on virtual addresses. */
export const serviceRules = [bindNotLocal] as readonly ClusterRule[];
