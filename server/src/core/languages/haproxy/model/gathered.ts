/** What few lines, sections or proxies of many hold; asked anew only of those that changed. */

import type { Configuration } from "../../../model/configuration.ts";
import { gather } from "../../../model/gather.ts";
import type { Bound } from "../../../schema/bound.ts";
import { type Proxy, proxiesOf } from "./proxies.ts";

export type Gathered<Found> = (configuration: Configuration) => readonly Found[];

/** Of each root section. */
export function ofSections<Found>(pick: (section: Bound, version: string) => readonly Found[]): Gathered<Found> {
  return gather(
    (configuration) => configuration.sections,
    ({ statements }, version) => ofEach(statements, pick, version),
  );
}

/** Of each line in a section. */
export function ofLines<Found>(pick: (line: Bound, version: string) => readonly Found[]): Gathered<Found> {
  return ofSections(({ children }, version) => ofEach(children, pick, version));
}

const nothing: readonly never[] = [];

/** Like `flatMap`, but without a list where nothing is found, which is most often. */
function ofEach<Found>(
  list: readonly Bound[],
  pick: (bound: Bound, version: string) => readonly Found[],
  version: string,
): readonly Found[] {
  let all: Found[] | undefined;
  for (const bound of list) {
    const found = pick(bound, version);
    if (found.length === 0) continue;
    all ??= [];
    for (const one of found) all.push(one);
  }
  return all ?? nothing;
}

/** Of each proxy with its defaults. */
export function ofProxies<Found>(pick: (proxy: Proxy, version: string) => readonly Found[]): Gathered<Found> {
  return gather(proxiesOf, pick);
}
