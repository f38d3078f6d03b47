/** The list of the rules of IPVS files, by subject. */
import type { Rule } from "../../../rules/rule.ts";
import { addressesRules } from "./addresses/index.ts";
import { daemonsRules } from "./daemons/index.ts";
import { filesRules } from "./files/index.ts";
import { serversRules } from "./servers/index.ts";
import { servicesRules } from "./services/index.ts";
import { tablesRules } from "./tables/index.ts";
import { wordsRules } from "./words/index.ts";

export const rules: readonly Rule<null>[] = [
  ...addressesRules,
  ...daemonsRules,
  ...filesRules,
  ...serversRules,
  ...servicesRules,
  ...tablesRules,
  ...wordsRules,
];
