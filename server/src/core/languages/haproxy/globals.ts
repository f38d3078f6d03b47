/** What the `global` sections say that rules want to know. */
import type { Configuration } from "../../model/configuration.ts";
import { hasConditions, isPartial } from "./model/partial.ts";

export interface Globals {
  /** Other files, which cannot be seen, may say more: what is missing may stand there. */
  readonly partial: boolean;
  /** Files are missing that are named. */
  readonly incomplete: boolean;
  /** Lines may be left out here that another host, or another build, would read. */
  readonly conditional: boolean;
  /** Directives that may still change may be used. */
  readonly experimental: boolean;
  /** `ssl-server-verify none`. */
  readonly serverVerifyNone: boolean;
  /** Stick counters that rules may count with. */
  readonly stickCounters: number;
  readonly nbthread: number | undefined;
  readonly maxconn: number | undefined;
  readonly hasLog: boolean;
  readonly externalCheck: boolean;
  readonly insecureFork: boolean;
}

export function readGlobals(configuration: Configuration): Globals {
  const last = (keyword: string) =>
    configuration.all(keyword).findLast((one) => one.parent?.keyword?.name === "global");
  const number = (keyword: string) => {
    const data = last(keyword)?.values[0]?.data;
    return typeof data === "number" ? data : undefined;
  };
  return {
    partial: isPartial(configuration),
    incomplete: configuration.incomplete,
    conditional: hasConditions(configuration),
    experimental: last("expose-experimental-directives") !== undefined,
    serverVerifyNone: last("ssl-server-verify")?.values[0]?.data === "none",
    stickCounters: number("tune.stick-counters") ?? 3,
    nbthread: number("nbthread"),
    maxconn: number("maxconn"),
    hasLog: last("log") !== undefined,
    externalCheck: last("external-check") !== undefined,
    insecureFork: last("insecure-fork-wanted") !== undefined,
  };
}
