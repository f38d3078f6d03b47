/** Rules about BFD sessions. */
import type { Rule } from "../../../../rules/rule.ts";
import type { Globals } from "../../globals.ts";
import { bfdFamily } from "./bfd-family.ts";
import { bfdMaxHops } from "./bfd-max-hops.ts";
import { bfdNeighborDuplicate } from "./bfd-neighbor-duplicate.ts";
import { bfdNeighborMissing } from "./bfd-neighbor-missing.ts";
import { bfdProcess } from "./bfd-process.ts";

export const bfdRules: readonly Rule<Globals>[] = [
  bfdFamily,
  bfdMaxHops,
  bfdNeighborDuplicate,
  bfdNeighborMissing,
  bfdProcess,
];
