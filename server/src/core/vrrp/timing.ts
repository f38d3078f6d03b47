/**
 * How long a BACKUP waits, in seconds (RFC 9568, section 6.1; keepalived's vrrp.h: VRRP_MS_DOWN_TIMER,
 * VRRP_TIMER_SKEW_CALC).
 */
import type { VrrpInstance } from "../model/facts.ts";

/** What a node adds to its waiting, less for a higher priority. Version 2 counts it in seconds, not in intervals. */
export function skew(version: 2 | 3, priority: number, interval: number): number {
  return ((256 - priority) / 256) * (version === 3 ? interval : 1);
}

/** From the last advert to the first of the node that takes over. `interval` is that of the MASTER. */
export function downTime(
  { version, missedAdverts }: Pick<VrrpInstance, "version" | "missedAdverts">,
  priority: number,
  interval: number,
): number | undefined {
  return version === undefined ? undefined : missedAdverts * interval + skew(version, priority, interval);
}
