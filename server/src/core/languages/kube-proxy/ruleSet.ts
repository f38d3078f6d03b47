/** All rules of kube-proxy's configuration. A new rule is one file in `rules/` and one line in `rules/index.ts`. */
import type { RuleSet } from "../../rules/rule.ts";
import { rules } from "./rules/index.ts";

export const kubeProxyRules: RuleSet = { language: "kube-proxy", rules, globals: () => "" };
