/**
 * Half-open ranges of UTF-16 offsets. Lines and columns exist only at the borders (LSP, command line);
 * everything inside counts offsets, so no line arithmetic can go wrong.
 */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A zero-based line and UTF-16 character, as the LSP counts them. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Whether `offset` lies in the range or touches one of its ends. */
export function touches(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** Whether `inner` lies wholly within `outer`. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
