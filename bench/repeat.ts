import { median } from "./stats.ts";

/** How long each thing is repeated, in milliseconds. */
const span = 400;

/** The median time of an action, warm, in milliseconds. */
export function repeat(act: () => void): number {
  const times: number[] = [];
  const end = performance.now() + span;
  for (let warm = 0; performance.now() < end || warm < 8; warm++) {
    const from = performance.now();
    act();
    times.push(performance.now() - from);
  }
  return median(times.slice(times.length >> 2)) ?? 0;
}
