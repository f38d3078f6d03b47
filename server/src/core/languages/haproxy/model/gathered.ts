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
    ({ statements }, version) => statements.flatMap((section) => pick(section, version)),
  );
}

/** Of each line in a section. */
export function ofLines<Found>(pick: (line: Bound, version: string) => readonly Found[]): Gathered<Found> {
  return ofSections(({ children }, version) => children.flatMap((line) => pick(line, version)));
}

/** Of each proxy with its defaults. */
export function ofProxies<Found>(pick: (proxy: Proxy, version: string) => readonly Found[]): Gathered<Found> {
  return gather(proxiesOf, pick);
}
