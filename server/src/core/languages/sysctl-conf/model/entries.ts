/** The lines of a configuration as facts: which key, on which interface, what value. Rules work on these. */
import type { Configuration, SectionState } from "../../../model/configuration.ts";
import { gather } from "../../../model/gather.ts";
import type { Bound } from "../../../schema/bound.ts";
import type { Location, Source } from "../../../schema/problem.ts";
import type { Keyword } from "../../../schema/spec.ts";
import type { Statement, Word } from "../../../syntax/ast.ts";
import { exchange } from "../syntax/key.ts";
import { parse } from "../syntax/parser.ts";
import { readNumber } from "../values/number.ts";

/** The part of a key that names an interface, and the key with a `*` in its place. */
export interface Named {
  /** Such as `eth0.100`, `all` or `default`; a pattern where the key is a glob. */
  readonly name: string;
  readonly at: Location;
}

export interface Entry {
  /** With dots between names, as written otherwise: `net.ipv4.conf.eth0.arp_ignore`. */
  readonly key: string;
  /** The key with a `*` for the interface; the key itself where it has none. */
  readonly general: string;
  readonly interface: Named | undefined;
  /** The key stands for every key that it matches. */
  readonly isGlob: boolean;
  /** `-key` without a value: globs leave what matches alone. */
  readonly excludes: boolean;
  /** `-key = value`: it does not matter when the kernel refuses it. */
  readonly ignoresErrors: boolean;
  /** What stands behind "="; undefined where there is none, or only the host knows it. */
  readonly value: string | undefined;
  /** The value where it is one number. */
  readonly number: number | undefined;
  readonly keyword: Keyword | undefined;
  /** A line has words, the sign perhaps among them. */
  readonly words: readonly Word[];
  readonly source: Source;
  /** The whole line without its comments and blanks. */
  readonly at: Location;
  readonly keyAt: Location;
  readonly valueAt: Location | undefined;
  /** Absent for lines that only exclude. */
  readonly bound: Bound | undefined;
}

const perInterface = /^net\.(?:ipv4|ipv6|mpls)\.(?:conf|neigh)\.([^.]+)\.[^.]+$/;

/** All entries of a configuration, in the order of reading; the same objects as long as their section stays. */
export const entriesOf: (configuration: Configuration) => readonly Entry[] = gather(
  ({ sections }) => sections,
  entriesIn,
);

function entriesIn(state: SectionState): readonly Entry[] {
  const bounds = new Map(state.statements.map((bound) => [bound.statement.start, bound]));
  return parse(state.source.section.text).items.flatMap((item) => {
    if (item.kind !== "statement") return [];
    const entry = entryOf(item, state.source, bounds.get(item.start));
    return entry === undefined ? [] : [entry];
  });
}

/** What one line says; undefined for a dash alone. */
export function entryOf(statement: Statement, source: Source, bound: Bound | undefined): Entry | undefined {
  const { words, condition } = statement;
  const [first] = words;
  if (first === undefined) return undefined;
  const place = ({ start, end }: { start: number; end: number }): Location => ({ source, start, end });
  const sign = words.findIndex((word) => word.raw === "=");
  const key = first.raw === "=" ? "" : first.value;
  const values = sign === -1 ? [] : words.slice(sign + 1);
  const [from, to] = [values[0], values.at(-1)];
  const isKnown = from !== undefined && to !== undefined && values.every((word) => word.unknown !== true);
  const value = isKnown ? source.section.text.slice(from.start, to.end) : undefined;
  const part = perInterface.exec(key)?.[1];
  return {
    key,
    general: part === undefined ? key : key.replace(`.${part}.`, ".*."),
    interface: part === undefined ? undefined : { name: exchange(part), at: place(partOf(first, part)) },
    isGlob: /[*?[]/.test(key),
    excludes: statement.form === "directive",
    ignoresErrors: condition !== undefined,
    value,
    number: from === undefined || !isKnown ? undefined : readNumber(from.value),
    keyword: bound?.keyword,
    words,
    source,
    at: place(statement),
    keyAt: place(first),
    valueAt: from === undefined || to === undefined ? undefined : place({ start: from.start, end: to.end }),
    bound,
  };
}

function partOf(key: Word, part: string): { start: number; end: number } {
  const start = key.start + key.value.indexOf(`.${part}.`) + 1;
  return { start, end: start + part.length };
}
