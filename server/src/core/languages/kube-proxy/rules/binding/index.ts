/** What the binding of fields to the table reports; these only describe it. */
import { duplicateKeyword } from "../../../../rules/generic/duplicateKeyword.ts";
import type { Rule } from "../../../../rules/rule.ts";
import { root } from "../../schema/index.ts";
import { deprecatedKeyword } from "./deprecated-keyword.ts";
import { invalidValue } from "./invalid-value.ts";
import { invalidYaml } from "./invalid-yaml.ts";
import { misplacedKeyword } from "./misplaced-keyword.ts";
import { tooNew } from "./too-new.ts";
import { unknownKeyword } from "./unknown-keyword.ts";

/** go-yaml keeps the last of fields with one name where it is not strict. */
const duplicate = duplicateKeyword("kube-proxy", root, {
  merged: [],
  except: [],
  bad: [
    `
kind: KubeProxyConfiguration
apiVersion: kubeproxy.config.k8s.io/v1alpha1
mode: iptables
ipvs:
  strictARP: true
mode: ipvs
#<^^ "mode" is set twice: this one replaces the first
`,
  ],
  good: [
    `
kind: KubeProxyConfiguration
apiVersion: kubeproxy.config.k8s.io/v1alpha1
mode: ipvs
ipvs:
  syncPeriod: 30s
iptables:
  syncPeriod: 30s
`,
  ],
});

export const bindingRules: readonly Rule[] = [
  deprecatedKeyword,
  duplicate,
  invalidValue,
  invalidYaml,
  misplacedKeyword,
  tooNew,
  unknownKeyword,
];
