/** What instances and sync groups track, and with which weight (vrrp_track.c, trackers/track_file.c). */
import type { Configuration } from "../../../model/configuration.ts";
import type { Bound } from "../../../schema/bound.ts";
import type { Word } from "../../../syntax/ast.ts";

export type TrackerKind = "track_interface" | "track_script" | "track_file" | "track_process" | "track_bfd";

interface KindInfo {
  readonly kind: TrackerKind;
  /** Where the names are defined; interfaces are not. */
  readonly scope: string | undefined;
  /** The weight of a definition without one. */
  readonly weight: number;
}

export const trackerKinds: readonly KindInfo[] = [
  { kind: "track_interface", scope: undefined, weight: 0 },
  { kind: "track_script", scope: "vrrp_script", weight: 0 },
  { kind: "track_file", scope: "track_file", weight: 1 },
  { kind: "track_process", scope: "vrrp_track_process", weight: 0 },
  { kind: "track_bfd", scope: "bfd_instance", weight: 0 },
];

/** Blocks and statements that decide about trackers, for a rule's `reads`. */
export const trackerKeywords = [
  "vrrp_instance",
  "vrrp_sync_group",
  "vrrp_script",
  "track_file",
  "vrrp_track_file",
  "vrrp_track_process",
  "bfd_instance",
];

export interface Tracker {
  readonly kind: TrackerKind;
  readonly line: Bound;
  /** The tracked name. */
  readonly word: Word;
  readonly name: string;
  readonly definition: Bound | undefined;
  /** Undefined where only the host knows it. */
  readonly weight: number | undefined;
  /** The weight as it is written, on the line or in the definition. */
  readonly weightFrom: { readonly bound: Bound; readonly word: Word } | undefined;
}

/** What a block tracks and the daemon keeps: names that are known, each once. */
export function trackersOf(block: Bound, configuration: Configuration): readonly Tracker[] {
  return trackerKinds.flatMap((info) => {
    const lines = block.all(info.kind).flatMap((list) => list.children);
    const seen = new Set<string>();
    return lines.flatMap((line): Tracker[] => {
      const word = line.values[0]?.word;
      if (word === undefined || word.unknown === true || seen.has(word.value)) return [];
      const [defined] = info.scope === undefined ? [] : configuration.definitions(info.scope, word.value);
      if (info.scope !== undefined && defined === undefined) return [];
      seen.add(word.value);
      const weight = weightOf(line, defined?.bound, info.weight);
      return [{ kind: info.kind, line, word, name: word.value, definition: defined?.bound, ...weight }];
    });
  });
}

function weightOf(line: Bound, definition: Bound | undefined, unset: number): Pick<Tracker, "weight" | "weightFrom"> {
  const own = line.values.filter((value) => value.name === "weight").at(1);
  const statements = definition?.all("weight") ?? [];
  // A first weight that says what holds anyway does not count as set.
  const statement =
    unset === 0 && definition?.keyword?.name !== "vrrp_track_process"
      ? statements.at(-1)
      : (statements.find((one) => one.values[0]?.data !== unset) ?? statements.at(-1));
  const value = own ?? statement?.values[0];
  const bound = own === undefined ? statement : line;
  if (value === undefined || bound === undefined) return { weight: unset, weightFrom: undefined };
  const number = Number(value.data);
  const isKnown = value.word.unknown !== true && !Number.isNaN(number);
  return { weight: isKnown ? number : undefined, weightFrom: { bound, word: value.word } };
}
