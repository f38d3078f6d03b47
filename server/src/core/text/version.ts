/** Versions such as `2.4`, `2.2.7`, compared as far as both are written. */

/** Whether `version` is `wanted` or newer. A version that is cut short stands for its newest release: 2.2 has all of 2.2.x. */
export function atLeast(version: string, wanted: string): boolean {
  const have = version.split(".").map(Number);
  const want = wanted.split(".").map(Number);
  for (const [index, part] of want.entries()) {
    const own = have[index];
    if (own === undefined || Number.isNaN(own)) return true;
    if (own !== part) return own > part;
  }
  return true;
}
