/** Rules about proxies: what each needs, what its mode allows, and whom it leads to. */
import type { Rule } from "../../../../rules/rule.ts";
import type { Globals } from "../../globals.ts";
import { backendMissing } from "./backend-missing.ts";
import { backendMode } from "./backend-mode.ts";
import { balanceLog } from "./balance-log.ts";
import { bindMissing } from "./bind-missing.ts";
import { bytesInHttp } from "./bytes-in-http.ts";
import { cacheFilterMissing } from "./cache-filter-missing.ts";
import { cacheSize } from "./cache-size.ts";
import { defaultsRules } from "./defaults-rules.ts";
import { fcgiAppIncomplete } from "./fcgi-app-incomplete.ts";
import { logFormatMode } from "./log-format-mode.ts";
import { modeIgnored } from "./mode-ignored.ts";
import { modeSide } from "./mode-side.ts";
import { peersLocalMissing } from "./peers-local-missing.ts";
import { serversShadowed } from "./servers-shadowed.ts";
import { setTimeoutSide } from "./set-timeout-side.ts";
import { timeoutMissing } from "./timeout-missing.ts";

export const proxyRules: readonly Rule<Globals>[] = [
  backendMissing,
  backendMode,
  balanceLog,
  bindMissing,
  bytesInHttp,
  cacheFilterMissing,
  cacheSize,
  defaultsRules,
  fcgiAppIncomplete,
  logFormatMode,
  modeIgnored,
  modeSide,
  peersLocalMissing,
  serversShadowed,
  setTimeoutSide,
  timeoutMissing,
];
