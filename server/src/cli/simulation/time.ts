/** Times as a table shows them. */

/** A moment after the start: `3.609 s`. All have as many digits, so that they stand in a column. */
export function clock(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(3)} s`;
}

/** A length of time: `3.61 s`, `122 ms`, `0.1 ms`. */
export function lasting(milliseconds: number): string {
  if (milliseconds >= 1000) return `${Number((milliseconds / 1000).toFixed(2))} s`;
  return `${milliseconds < 10 ? Number(milliseconds.toFixed(1)) : Math.round(milliseconds)} ms`;
}
