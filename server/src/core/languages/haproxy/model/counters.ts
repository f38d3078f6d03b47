/** Stick counters: which rules fill them, and what samples and rules look at in them (src/stick_table.c). */

import type { Configuration } from "../../../model/configuration.ts";
import { derived } from "../../../model/gather.ts";
import type { Bound } from "../../../schema/bound.ts";
import type { BoundValue } from "../../../schema/value.ts";
import { ruleOf } from "../schema/ruleSets.ts";
import { ofLines } from "./gathered.ts";

/** A sample or an action that looks at what a stick table keeps. */
export interface CounterUse {
  readonly bound: Bound;
  /** Its name, where to point. */
  readonly value: BoundValue;
  /** What it looks at: `http_req_rate`, `get_gpc0`. */
  readonly what: string;
  /** The stick counter; undefined for samples that look a key up by themselves. */
  readonly counter: number | undefined;
  /** The table that it names. */
  readonly table: string | undefined;
}

const trackers: ReadonlySet<string> = new Set(
  ["tcp-request connection", "tcp-request session", "tcp-request content", "http-request", "http-response"].map(
    (set) => `${set} track-sc`,
  ),
);

/** Rules that fill a stick counter, with the number of it and the table. */
export const trackersOf = ofLines((bound) => {
  if (!trackers.has(bound.keyword?.name ?? "")) return [];
  const table = bound.values.findLast((value) => value.name === "table" && value.data !== true);
  const counter = bound.value("counter")?.data;
  return [
    {
      bound,
      counter: typeof counter === "number" ? counter : undefined,
      table: String(table?.data ?? bound.parent?.name ?? ""),
    },
  ];
});

const countersIn = derived((list: ReturnType<typeof trackersOf>) => new Set(list.map(({ counter }) => counter)));

/** The counters that rules fill; undefined stands for those that are not known. */
export function trackedCounters(configuration: Configuration): ReadonlySet<number | undefined> {
  return countersIn(trackersOf(configuration));
}

const samples = new Set(["fetch", "criterion", "converter"]);

/** All samples of a statement that look into stick tables. */
export function counterUsesIn(bound: Bound): readonly CounterUse[] {
  return bound.values.flatMap((value, index) => {
    if (!samples.has(value.name) || value.inner !== undefined) return [];
    const [, prefix, digit, what] = /^(sc|src|table)(\d?)_(.+)$/.exec(String(value.data)) ?? [];
    if (prefix === undefined || what === undefined || (digit !== "" && prefix !== "sc")) return [];
    const args = argumentsAfter(bound, index);
    const table = args.find((one) => one.refers === "proxy" || one.refers === "table");
    const written = args.find((one) => one.name === "ctr")?.data;
    const counter = prefix !== "sc" ? undefined : digit !== "" ? Number(digit) : Number(written);
    return [{ bound, value, what, counter, table: table === undefined ? undefined : String(table.data) }];
  });
}

/** The arguments that are bound behind a fetch or converter, up to the next one. */
function argumentsAfter(bound: Bound, index: number): readonly BoundValue[] {
  const rest = bound.values.slice(index + 1);
  const end = rest.findIndex((value) => value.keyword !== undefined || value.inner !== undefined);
  const own = end === -1 ? rest : rest.slice(0, end);
  const limit = bound.values[index]?.word;
  // They stand in the same word.
  const word = bound.statement.words.find(
    (one) => limit !== undefined && one.start <= limit.start && one.end >= limit.end,
  );
  return own.filter((value) => word !== undefined && value.word.start >= word.start && value.word.end <= word.end);
}

/** The stick counter that an action changes, and its name: `sc-inc-gpc0(1)`. */
export function counterOfAction(bound: Bound): { readonly name: string; readonly value: BoundValue } | undefined {
  const action = ruleOf(bound.keyword)?.action.name;
  if (action === undefined || !/^(?:track-sc|sc-)/.test(action)) return undefined;
  const value = bound.value(action === "track-sc" ? "counter" : "sc-id");
  return value === undefined ? undefined : { name: action, value };
}
