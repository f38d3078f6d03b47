/** In which mode a proxy runs, where that can be seen, and whether its connections may become HTTP all the same. */
import type { Configuration } from "../../../model/configuration.ts";
import { derived } from "../../../model/gather.ts";
import type { Bound } from "../../../schema/bound.ts";
import type { BoundValue } from "../../../schema/value.ts";
import { atLeast } from "../../../text/version.ts";
import { type Mode, type Proxy, proxyAt } from "./proxies.ts";

const known: ReadonlySet<string> = new Set(["tcp", "http", "log", "spop", "haterm"]);

/**
 * The mode; undefined where a variable or a file that is not known sets it. `haterm` is `http` to the daemon. `partial`
 * tells that other files may say more.
 */
export function knownModeOf(proxy: Proxy, partial: boolean): Mode | undefined {
  const line = proxy.modeLine;
  if (line === undefined) return proxy.defaults.length === 0 && partial ? undefined : "tcp";
  const isKnown = line.values[0]?.word.unknown !== true && known.has(proxy.mode) && line.statement.uncertain !== true;
  if (!isKnown) return undefined;
  return proxy.mode === "haterm" ? "http" : proxy.mode;
}

/** Where to point when the mode of a proxy is what matters: its own `mode` line, or its name. */
export function modeWord(proxy: Proxy): BoundValue["word"] {
  return proxy.block.find("mode")?.values[0]?.word ?? proxy.block.nameWord;
}

/** A line that leads to a backend that can be told. */
export interface Route {
  readonly line: Bound;
  readonly value: BoundValue;
}

/** The lines of a frontend or listen that lead to backends, the default one last. */
export const routesOf = derived((proxy: Proxy): readonly Route[] => {
  if (!proxy.isFrontend) return [];
  const fallback = proxy.find("default_backend");
  const lines = [...proxy.own("use_backend"), ...(fallback === undefined ? [] : [fallback])];
  return lines.flatMap((line) => {
    const value = line.values.find((one) => one.refers === "backend");
    return value === undefined || value.word.unknown === true ? [] : [{ line, value }];
  });
});

/** The backend that a route leads to. */
export function targetOf({ value }: Route, configuration: Configuration): Proxy | undefined {
  const block = configuration.definitions("backend", String(value.data))[0]?.bound;
  return block === undefined ? undefined : proxyAt(block, configuration);
}

/** Whether the backend of some requests is computed, so that it cannot be told. */
export function isRoutedDynamically(proxy: Proxy): boolean {
  return proxy.own("use_backend").some((line) => !line.values.some((value) => value.refers === "backend"));
}

/**
 * Whether a frontend in mode tcp may hand connections over to HTTP: by `switch-mode`, and since 3.0 by a backend in mode
 * http (src/proxy.c: PR_O_HTTP_UPG).
 */
export function mayBecomeHttp(proxy: Proxy, configuration: Configuration): boolean {
  if (proxy.all("tcp-request content switch-mode").length > 0) return true;
  if (!atLeast(configuration.version, "3.0")) return false;
  if (isRoutedDynamically(proxy)) return true;
  return routesOf(proxy).some((route) => targetOf(route, configuration)?.isHttp === true);
}
