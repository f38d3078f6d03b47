/** Rules about settings of HTTP, the statistics page, and what comes along with requests: cookies, captures, filters. */
import type { Rule } from "../../../../rules/rule.ts";
import type { Globals } from "../../globals.ts";
import { balanceMode } from "./balance-mode.ts";
import { captureCookieLength } from "./capture-cookie-length.ts";
import { captureSlotMissing } from "./capture-slot-missing.ts";
import { cookieOptions } from "./cookie-options.ts";
import { fcgiAppUse } from "./fcgi-app-use.ts";
import { filterOrder } from "./filter-order.ts";
import { httpErrorsStatus } from "./http-errors-status.ts";
import { logFormatUnused } from "./log-format-unused.ts";
import { monitorFailUnused } from "./monitor-fail-unused.ts";
import { serverStateFileMissing } from "./server-state-file-missing.ts";
import { statsAuthConflict } from "./stats-auth-conflict.ts";
import { statsOpen } from "./stats-open.ts";
import { switchModeUnrouted } from "./switch-mode-unrouted.ts";

export const httpRules: readonly Rule<Globals>[] = [
  balanceMode,
  captureCookieLength,
  captureSlotMissing,
  cookieOptions,
  fcgiAppUse,
  filterOrder,
  httpErrorsStatus,
  logFormatUnused,
  monitorFailUnused,
  serverStateFileMissing,
  statsAuthConflict,
  statsOpen,
  switchModeUnrouted,
];
