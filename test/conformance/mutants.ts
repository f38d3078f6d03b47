/** Configurations with one thing changed, as a slip of the hand would: the same ones in every run. */
import { Random, seedOf } from "./random.ts";

export interface Mutant {
  readonly seed: number;
  readonly kind: string;
  /** Name of the configuration that was changed. */
  readonly base: string;
  readonly text: string;
  /** Where it was changed, from 1. */
  readonly line: number;
  /** Further lines at which a report is in place: the first line of a block in which something is missing now. */
  readonly near: readonly number[];
}

export interface Change {
  readonly lines: readonly string[];
  /** Index of the changed line. */
  readonly at: number;
  readonly near?: readonly number[];
}

/** Changes a text in one way, or finds no place for it. */
export type Mutation<Line> = (lines: readonly Line[], random: Random) => Change | undefined;

/** Every kind of mutation with its share. */
export type Mutations<Line> = Readonly<Record<string, { readonly share: number; readonly mutate: Mutation<Line> }>>;

interface Text {
  readonly name: string;
  readonly text: string;
}

/** About `count` mutants of the bases, none twice and none equal to its base; others for another `seed`. */
export function mutantsOf<Line>(
  mutations: Mutations<Line>,
  outline: (text: string) => readonly Line[],
  bases: readonly Text[],
  count: number,
  seed = "",
): Mutant[] {
  const shares = Object.values(mutations).reduce((sum, { share }) => sum + share, 0);
  // Some attempts find no place or repeat an earlier one.
  const rounds = Math.ceil((count * 1.15) / (shares * Math.max(bases.length, 1)));
  const found: Mutant[] = [];
  const seen = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    for (const base of bases) {
      for (const mutant of mutateOnce(mutations, outline(base.text), base.name, `${round}${seed}`)) {
        const key = `${mutant.base}\n${mutant.text}`;
        if (mutant.text !== base.text && !seen.has(key)) found.push(mutant);
        seen.add(key);
      }
    }
  }
  return found;
}

function* mutateOnce<Line>(
  mutations: Mutations<Line>,
  lines: readonly Line[],
  base: string,
  round: string,
): Iterable<Mutant> {
  for (const [kind, { share, mutate }] of Object.entries(mutations)) {
    for (let turn = 0; turn < share; turn++) {
      const seed = seedOf(`${base} ${kind} ${round} ${turn}`);
      const change = mutate(lines, new Random(seed));
      if (change !== undefined) {
        const near = (change.near ?? []).map((index) => index + 1);
        yield { seed, kind, base, text: change.lines.join("\n"), line: change.at + 1, near };
      }
    }
  }
}
