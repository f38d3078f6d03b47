/** Scenes with a few words changed, as slips of the hand would: the same ones in every run. */
import { commands } from "../../../server/src/core/languages/ipvsadm/schema/commands.ts";
import { options } from "../../../server/src/core/languages/ipvsadm/schema/options/index.ts";
import { Random, seedOf } from "../random.ts";
import type { Scene } from "./compare.ts";

type Change = (lines: string[], random: Random) => void;

const names = [...commands, ...options].flatMap((one) => one.names);
const values =
  "10.0.0.1:80 10.0.0.1 [fd00::1]:80 fd00::1 10.1 0 1 65536 -1 abc rr sh sh-port ipip gue 255.255.255.0 master lo - -- = ,".split(
    " ",
  );

function atWord(change: (words: string[], at: number, random: Random) => void): Change {
  return (lines, random) => {
    const row = random.below(lines.length);
    const words = (lines[row] ?? "").split(" ");
    change(words, random.below(words.length), random);
    lines[row] = words.join(" ");
  };
}

const changes: readonly Change[] = [
  atWord((words, at) => words.splice(at, 1)),
  atWord((words, at) => words.splice(at, 0, words[at] ?? "")),
  atWord((words, at) => words.splice(at, 2, ...words.slice(at, at + 2).reverse())),
  atWord((words, at, random) => words.splice(at, 1, random.pick(values) ?? "")),
  atWord((words, at, random) => words.splice(at, 1, random.pick(names) ?? "")),
  atWord((words, at, random) => words.splice(at, 0, random.pick(names) ?? "")),
  atWord((words, at, random) => words.splice(at, 0, random.pick(names) ?? "", random.pick(values) ?? "")),
  // A long name and its value as one word, or a short one.
  atWord((words, at) =>
    words.splice(at, 2, words.slice(at, at + 2).join((words[at] ?? "").startsWith("--") ? "=" : "")),
  ),
  atWord((words, at, random) => {
    const word = words[at] ?? "";
    const cut = random.below(word.length + 1);
    words[at] = word.slice(0, cut) + word.slice(cut + 1);
  }),
  atWord((words, at, random) => {
    const word = words[at] ?? "";
    const cut = random.below(word.length + 1);
    words[at] =
      word.slice(0, cut) + (random.pick(["0", "1", "x", ".", ":", "-", "=", "[", "]"]) ?? "") + word.slice(cut);
  }),
  (lines, random) => lines.splice(random.below(lines.length), 1),
  (lines, random) => {
    const from = random.below(lines.length);
    lines.splice(random.below(lines.length), 0, ...lines.splice(from, 1));
  },
];

/** About `count` changed scenes of those that are short enough; others for another `seed`. */
export function mutants(bases: readonly Scene[], count: number, seed: string): readonly Scene[] {
  const short = bases.filter(({ lines }) => lines.length > 1 && lines.length < 20);
  return Array.from({ length: count }, (_, index): Scene => {
    const random = new Random(seedOf(`${seed} ${index}`));
    const base = random.pick(short);
    const lines = [...(base?.lines ?? [])];
    for (let left = 1 + random.below(3); left > 0 && lines.length > 0; left--) random.pick(changes)?.(lines, random);
    return { name: `${base?.name}, changed (${index})`, lines };
  });
}
