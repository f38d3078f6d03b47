/** What counts for a server: its own settings, and those of the `default-server` lines above it (src/server.c). */
import type { Bound } from "../../../schema/bound.ts";
import type { BoundValue } from "../../../schema/value.ts";
import { mayHoldMore } from "./gaps.ts";
import type { Proxy } from "./proxies.ts";

/** A setting with the line that it stands on. */
export interface Setting {
  readonly bound: Bound;
  readonly value: BoundValue;
}

/** The words of a `server` line before its settings; a template has one more. */
const named: Readonly<Record<string, number>> = { server: 3, "server-template": 4 };

/** The lines that a server takes its settings from: its own last. */
export function linesOf(proxy: Proxy, server: Bound): readonly Bound[] {
  const above = proxy
    .all("default-server")
    .filter((line) => line.source !== server.source || line.statement.start < server.statement.start);
  return [...above, server];
}

/** What counts of some settings that take each other's place: `check` and `no-check`. */
export function lastOf(proxy: Proxy, server: Bound, names: readonly string[]): Setting | undefined {
  return lastIn(linesOf(proxy, server), names);
}

/** The last of some settings on some lines. */
export function lastIn(lines: readonly Bound[], names: readonly string[]): Setting | undefined {
  for (const bound of lines.toReversed()) {
    const value = bound.values.findLast((one) => names.includes(one.name));
    if (value !== undefined) return { bound, value };
  }
  return undefined;
}

export function settingOf(proxy: Proxy, server: Bound, name: string): Setting | undefined {
  return lastOf(proxy, server, [name]);
}

/** A switch that `no-NAME` turns off again; undefined where it is off. */
export function switchOf(proxy: Proxy, server: Bound, name: string): Setting | undefined {
  const found = lastOf(proxy, server, [name, `no-${name}`]);
  return found?.value.name === name ? found : undefined;
}

export function isOn(proxy: Proxy, server: Bound, name: string): boolean {
  return switchOf(proxy, server, name) !== undefined;
}

/** Whether something tells the state of a server: a check of its own, an agent, or the server that it tracks. */
export function isWatched(proxy: Proxy, server: Bound): boolean {
  return (
    isOn(proxy, server, "check") ||
    isOn(proxy, server, "agent-check") ||
    settingOf(proxy, server, "track") !== undefined
  );
}

/** Whether the table has all words of a line. */
export function knowsWords({ statement, values, named: keyword }: Bound): boolean {
  return statement.words.every(
    (word) => keyword.includes(word) || values.some(({ word: { start, end } }) => start < word.end && end > word.start),
  );
}

/** Whether all settings of a server can be seen. */
export function isComplete(proxy: Proxy, server: Bound): boolean {
  return linesOf(proxy, server).every(
    (line) => !mayHoldMore(line, named[line.keyword?.name ?? ""] ?? 1) && line.value("from") === undefined,
  );
}
