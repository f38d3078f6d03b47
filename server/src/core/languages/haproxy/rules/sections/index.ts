/** Rules about `global` and the sections beside proxies. */
import type { Rule } from "../../../../rules/rule.ts";
import type { Globals } from "../../globals.ts";
import { acmeIncomplete } from "./acme-incomplete.ts";
import { crtStoreLoad } from "./crt-store-load.ts";
import { duplicateSetting } from "./duplicate-setting.ts";
import { experimentalDirective } from "./experimental-directive.ts";
import { experimentalUnused } from "./experimental-unused.ts";
import { logForwardIncomplete } from "./log-forward-incomplete.ts";
import { maxconnLimit } from "./maxconn-limit.ts";
import { peersListener } from "./peers-listener.ts";
import { resolversEmpty } from "./resolvers-empty.ts";
import { ringSize } from "./ring-size.ts";
import { sizeLimits } from "./size-limits.ts";

export const sectionRules: readonly Rule<Globals>[] = [
  duplicateSetting,
  acmeIncomplete,
  crtStoreLoad,
  experimentalDirective,
  experimentalUnused,
  logForwardIncomplete,
  maxconnLimit,
  peersListener,
  resolversEmpty,
  ringSize,
  sizeLimits,
];
