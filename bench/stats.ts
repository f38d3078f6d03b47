/** Middle values and ratios. Times vary with the machine's load; a ratio of two that were measured together does not. */

/** The middle value of a list; undefined where it is empty. */
export function median(values: readonly number[]): number | undefined {
  return quantile(values, 0.5);
}

/** The value below which a share of all values lies. The mean of the two nearest where it falls between them. */
export function quantile(values: readonly number[], share: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const low = sorted[Math.floor(at)];
  const high = sorted[Math.ceil(at)];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** Values of one contestant, one for each round; undefined where a round gave none. */
export type Rounds = readonly (number | undefined)[];

export function medianOf(rounds: Rounds): number | undefined {
  return median(rounds.filter((value) => value !== undefined));
}

/** The middle of the ratios of each round: what one round's load did to both contestants cancels out. */
export function medianRatio(ours: Rounds, theirs: Rounds): number | undefined {
  const ratios = ours.flatMap((value, round) => {
    const other = theirs[round];
    return value === undefined || other === undefined || other === 0 ? [] : [value / other];
  });
  return median(ratios);
}
