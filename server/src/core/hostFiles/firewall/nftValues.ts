/** Values in nft rules: words, anonymous sets, named sets, variables. Undefined is what the file does not show. */
import type { NftBlock, NftPart } from "./nftStatements.ts";

/** What names in a file stand for. */
export interface NftNames {
  /** `define NAME = …`. */
  readonly variables: Map<string, readonly NftPart[] | undefined>;
  /** Elements of named sets and maps, by table and name; undefined where they change or are not all there. */
  readonly sets: Map<string, readonly NftElement[] | undefined>;
}

/** An element of a set, or of a map with what it leads to. */
export interface NftElement {
  /** Undefined for what is put together, or not understood. */
  readonly key: string | undefined;
  readonly parts: readonly NftPart[];
}

/** Variables may stand for others; more steps than this are a circle. */
const maxSteps = 16;
/** Elements that are looked at; a longer set is left open. */
const maxElements = 20_000;

/** The words that a value stands for; undefined where one of them is not known. */
export function valuesOf(parts: readonly NftPart[], names: NftNames, table: string): readonly string[] | undefined {
  const elements = elementsOf(parts, names, table);
  if (elements === undefined) return undefined;
  const keys = elements.map((element) => (element.parts.length === 0 ? element.key : undefined));
  return keys.includes(undefined) ? undefined : keys.filter((key) => key !== undefined);
}

/** The elements of a value or of a map. */
export function elementsOf(
  parts: readonly NftPart[],
  names: NftNames,
  table: string,
  steps = 0,
): readonly NftElement[] | undefined {
  const [only] = parts;
  if (only === undefined || steps > maxSteps) return undefined;
  if (parts.length > 1) return splitElements(parts, names, table, steps);
  if (only.kind === "block") {
    const inner = blockParts(only);
    return inner.length === 0 ? [] : splitElements(inner, names, table, steps);
  }
  if (only.kind === "string") return [{ key: only.text, parts: [] }];
  if (only.text.startsWith("@")) {
    // A set that the file leaves empty is there for others to fill.
    const set = names.sets.get(`${table} ${only.text.slice(1)}`);
    return set === undefined || set.length === 0 ? undefined : set;
  }
  if (only.text.startsWith("$")) {
    const value = names.variables.get(only.text.slice(1));
    return value === undefined ? undefined : elementsOf(value, names, table, steps + 1);
  }
  return only.kind === "word" ? [{ key: only.text, parts: [] }] : undefined;
}

/** All parts of a block of a set: line ends mean nothing there. */
export function blockParts(block: NftBlock): readonly NftPart[] {
  return block.statements.flatMap((statement) => statement.parts);
}

/** `a, b`, or `a : accept, b : jump c`. */
function splitElements(
  parts: readonly NftPart[],
  names: NftNames,
  table: string,
  steps: number,
): readonly NftElement[] | undefined {
  const found: NftElement[] = [];
  let current: NftPart[] = [];
  const finish = (): boolean => {
    if (current.length === 0) return true;
    const colon = current.findIndex((part) => isSign(part, ":"));
    const key = colon < 0 ? current : current.slice(0, colon);
    const value = colon < 0 ? [] : current.slice(colon + 1);
    current = [];
    const [only] = key;
    const isReference = only?.kind === "block" || (only?.kind === "word" && /^[$@]/.test(only.text));
    if (key.length === 1 && isReference && value.length === 0) {
      const inner = elementsOf(key, names, table, steps + 1);
      if (inner === undefined || found.length + inner.length > maxElements) return false;
      found.push(...inner);
    } else if (found.push({ key: keyOf(key), parts: value }) > maxElements) return false;
    return true;
  };
  for (const part of parts) {
    if (!isSign(part, ",")) current.push(part);
    else if (!finish()) return undefined;
  }
  return finish() ? found : undefined;
}

/** One word, or a range written with blanks. */
function keyOf(parts: readonly NftPart[]): string | undefined {
  const words = parts.map((part) => (part.kind === "word" || part.kind === "string" ? part.text : undefined));
  if (words.length === 1) return words[0];
  const [from, , to] = words;
  const isRange = parts.length === 3 && parts[1] !== undefined && isSign(parts[1], "-");
  return isRange && from !== undefined && to !== undefined ? `${from}-${to}` : undefined;
}

export function isSign(part: NftPart, text: string): boolean {
  return part.kind === "sign" && part.text === text;
}
