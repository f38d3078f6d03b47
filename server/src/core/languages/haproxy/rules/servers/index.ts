/** Rules about servers, and backends as sets of servers. */
import type { Rule } from "../../../../rules/rule.ts";
import type { Globals } from "../../globals.ts";
import { backendEmpty } from "./backend-empty.ts";
import { rdpCookiePort } from "./rdp-cookie-port.ts";
import { serverCookieDuplicate } from "./server-cookie-duplicate.ts";
import { serverCookieMissing } from "./server-cookie-missing.ts";
import { serverCookieUnused } from "./server-cookie-unused.ts";
import { serverProtocolMode } from "./server-protocol-mode.ts";
import { serverSslUnverified } from "./server-ssl-unverified.ts";
import { serverTfoRetry } from "./server-tfo-retry.ts";
import { serverTrack } from "./server-track.ts";
import { serverVerifyNone } from "./server-verify-none.ts";
import { serversOnlyBackup } from "./servers-only-backup.ts";

export const serverRules: readonly Rule<Globals>[] = [
  backendEmpty,
  rdpCookiePort,
  serverCookieDuplicate,
  serverCookieMissing,
  serverCookieUnused,
  serverProtocolMode,
  serverSslUnverified,
  serverTfoRetry,
  serverTrack,
  serverVerifyNone,
  serversOnlyBackup,
];
