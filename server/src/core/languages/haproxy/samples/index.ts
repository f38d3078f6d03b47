/** All that can be sampled, and by which names. */
import { aclKeywords } from "./aclKeywords.ts";
import type { AclKeyword, PredefinedAcl } from "./aclTable.ts";
import type { LogAlias } from "./aliasTable.ts";
import { plainConverters } from "./converters.ts";
import { counters } from "./counters.ts";
import { developer } from "./developer.ts";
import { internal } from "./internal.ts";
import { layer4 } from "./layer4.ts";
import { layer5 } from "./layer5.ts";
import { layer6 } from "./layer6.ts";
import { layer7 } from "./layer7.ts";
import { logAliases } from "./logAliases.ts";
import { mapConverters } from "./mapConverters.ts";
import { predefinedAcls } from "./predefinedAcls.ts";
import type { Converter, Fetch } from "./table.ts";
import { tableConverters } from "./tableConverters.ts";

export const allFetches: readonly Fetch[] = [
  ...layer7,
  ...layer6,
  ...layer5,
  ...layer4,
  ...counters,
  ...internal,
  ...developer,
];
export const allConverters: readonly Converter[] = [...plainConverters, ...tableConverters, ...mapConverters];
export { aclKeywords, logAliases, predefinedAcls };

const fetchIndex = new Map(allFetches.map((one) => [one.name, one]));
const converterIndex = new Map(allConverters.map((one) => [one.name, one]));
const aclIndex = new Map(aclKeywords.map((one) => [one.name, one]));
const predefinedIndex = new Map(predefinedAcls.map((one) => [one.name, one]));
const aliasIndex = new Map(logAliases.map((one) => [one.name, one]));

export function findFetch(name: string): Fetch | undefined {
  return fetchIndex.get(name);
}

export function findConverter(name: string): Converter | undefined {
  return converterIndex.get(name);
}

export function findAclKeyword(name: string): AclKeyword | undefined {
  return aclIndex.get(name);
}

export function findPredefinedAcl(name: string): PredefinedAcl | undefined {
  return predefinedIndex.get(name);
}

export function findAlias(name: string): LogAlias | undefined {
  return aliasIndex.get(name);
}

const bufferFetches = new Set(layer6.map((one) => one.name));

/** Whether a fetch looks at raw bytes of a buffer (SMP_USE_L6REQ, SMP_USE_L6RES). */
export function readsBuffer({ name }: Fetch): boolean {
  return bufferFetches.has(name) && name !== "wait_end";
}
