/** The intervals of VRRP as the daemon takes them, in seconds (keepalived/vrrp/vrrp.c: vrrp_complete_instance). */

/** The advert interval that the daemon makes of the wanted one: rounded half up to what the version can express. */
export function takenInterval(wanted: number, protocol: 2 | 3): number {
  const micros = Math.round(wanted * 1e6);
  const unit = protocol === 2 ? 1_000_000 : 10_000;
  const most = protocol === 2 ? 255 * unit : 4095 * unit;
  const rounded = Math.floor((micros + unit / 2) / unit) * unit;
  return Math.min(most, Math.max(unit, rounded)) / 1e6;
}

/** How long an interface may count as up after it went down, before another node takes over (check_debounce_timers). */
export function longestDelay(downTimerAdverts: number, interval: number): number {
  const micros = Math.round(interval * 1e6);
  return ((downTimerAdverts - 1) * micros - Math.floor(micros / 256)) / 1e6;
}
