/** Versions such as `2.4`, `2.2.7`, compared as far as both are written. */

/** There are few versions, and they are compared for every word of a file. */
const read = new Map<string, readonly number[]>();

function partsOf(version: string): readonly number[] {
  let parts = read.get(version);
  if (parts === undefined) {
    parts = version.split(".").map(Number);
    read.set(version, parts);
  }
  return parts;
}

/** Whether `version` is `wanted` or newer. A version that is cut short stands for its newest release: 2.2 has all of 2.2.x. */
export function atLeast(version: string, wanted: string): boolean {
  const have = partsOf(version);
  for (const [index, part] of partsOf(wanted).entries()) {
    const own = have[index];
    if (own === undefined || Number.isNaN(own)) return true;
    if (own !== part) return own > part;
  }
  return true;
}
