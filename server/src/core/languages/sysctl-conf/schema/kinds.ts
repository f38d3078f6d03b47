/**
 * The kinds of values of the kernel's keys, by the handlers that read them, each with what it takes and what it
 * refuses (kernel/sysctl.c). The entries of the table take their example lines from here.
 */
import type { Value } from "../../../schema/value.ts";
import { type Text, text } from "../../../text/localized.ts";
import { type Meaning, number } from "../values/number.ts";
import { numbers, portList, portRange, word } from "../values/several.ts";

export interface Kind {
  readonly value: Value;
  readonly ok: readonly string[];
  readonly bad: readonly string[];
  /** Text: words too many make it another one, which the kernel refuses. Behind numbers they are ignored. */
  readonly isText?: true;
  /** An empty value clears it. */
  readonly mayBeEmpty?: true;
}

const intMax = 2 ** 31 - 1;
const intMin = -(2 ** 31);

export function means(value: number, en: string, zh: string): Meaning {
  return { value, doc: text(en, zh) };
}

const offOn = [means(0, "Off.", "关闭。"), means(1, "On.", "开启。")];

/** A number that the kernel takes whatever it is, with what it means (proc_dointvec). */
export function int(meanings: readonly Meaning[]): Kind {
  const ok = meanings.map(({ value }) => String(value));
  return { value: number({ min: intMin, max: intMax, meanings }), ok, bad: ["x", "99999999999"] };
}

/** The same for a switch. */
export const flag: Kind = int(offOn);

/** A switch that takes nothing but 0 and 1 (proc_dou8vec_minmax, proc_dointvec_minmax). */
export const strictFlag: Kind = {
  value: number({ min: 0, max: 1, meanings: offOn }),
  ok: ["0", "1"],
  bad: ["2", "-1", "on"],
};

/** A switch of one byte (proc_dou8vec_minmax without limits). */
export const byteFlag: Kind = {
  value: number({ min: 0, max: 255, meanings: offOn }),
  ok: ["0", "1"],
  bad: ["256", "-1", "yes"],
};

/** A number of one byte with what it means. */
export function byte(meanings: readonly Meaning[]): Kind {
  return {
    value: number({ min: 0, max: 255, meanings }),
    ok: meanings.map(({ value }) => String(value)),
    bad: ["256", "-1"],
  };
}

/** A number from one limit to the other; the kernel refuses what is outside. */
export function range(min: number, max: number, unit?: string): Kind {
  return {
    value: number({ min, max, ...(unit === undefined ? {} : { unit }) }),
    ok: [String(min), String(max)],
    bad: [String(min - 1), String(max + 1), "x"],
  };
}

/** Few numbers, all of which mean something, and nothing else is taken. */
export function only(meanings: readonly Meaning[]): Kind {
  const all = meanings.map(({ value }) => value);
  const [min, max] = [Math.min(...all), Math.max(...all)];
  return {
    value: number({ min, max, meanings }),
    ok: all.map(String),
    bad: [String(min - 1), String(max + 1)],
  };
}

/** An amount that the kernel does not check, of which less than `least` makes no sense. */
export function amount(least: number, example: number, unit?: string): Kind {
  return {
    value: number({ min: intMin, max: intMax, least, ...(unit === undefined ? {} : { unit }) }),
    ok: [String(example)],
    bad: ["x", "99999999999", "10k"],
  };
}

/** The same, and the kernel refuses what is below zero (proc_dointvec_minmax from zero on). */
export function positive(example: number, unit?: string): Kind {
  return { ...range(0, intMax, unit), ok: [String(example)], bad: ["-1", "x"] };
}

/** Seconds that are kept in ticks: their most depends on the ticks a second, of which there are 100 at least. */
export function seconds(example: number): Kind {
  const most = Math.floor(intMax / 100);
  return {
    value: number({ min: -most, max: most, least: 0, unit: "s" }),
    ok: [String(example)],
    bad: ["x", "99999999", `${example}s`],
  };
}

/** A number of 64 bits (proc_doulongvec_minmax). */
export function long(example: string): Kind {
  return { value: number({ min: 0, max: 2 ** 64 - 1 }), ok: [example], bad: ["-1", "x"] };
}

/** The least, the default and the most bytes of a socket's buffer. */
export const bufferSizes: Kind = {
  value: numbers(["min", "default", "max"], { min: 1, max: intMax, unit: "B" }),
  ok: ["4096 87380 6291456", "4096\t131072\t6291456"],
  bad: ["0 1 2", "a b c"],
};

/** The range of local ports; of one alone only the first port changes. */
export const ports: Kind = {
  value: portRange(),
  ok: ["1024 65535", "32768 60999"],
  bad: ["2000 1000", "1024 65536", "x"],
};

export const reservedPorts: Kind = {
  value: portList(),
  ok: ["8080,9000-9100", ""],
  bad: ["abc", "70000", "20-10"],
  isText: true,
  mayBeEmpty: true,
};

/** The name of something that a module of the kernel brings. */
export function named(examples: readonly (readonly [name: string, doc: Text])[]): Kind {
  return { value: word(examples), ok: examples.slice(0, 1).map(([name]) => name), bad: [], isText: true };
}

/** Two numbers, the second of which is a period (net/netfilter/ipvs/ip_vs_ctl.c, proc_do_sync_threshold). */
export const syncThreshold: Kind = {
  value: numbers(["threshold", "period"], { min: 0, max: intMax }),
  ok: ["3 50", "0 0"],
  bad: ["-1 50", "x"],
};
