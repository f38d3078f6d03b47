/** What a proxy logs. */
import type { Bound } from "../../../schema/bound.ts";
import type { Proxy } from "./proxies.ts";

const formats: ReadonlySet<string> = new Set(["log-format", "option httplog", "option httpslog", "option tcplog"]);

/**
 * The line that makes the log format of a frontend: the last one of the section, or of the nearest defaults
 * (src/cfgparse-listen.c: each of them replaces `logformat.str`).
 */
export function formatOf(proxy: Proxy): Bound | undefined {
  for (const block of [proxy.block, ...proxy.defaults]) {
    const found = block.children.findLast((line) => formats.has(line.keyword?.name ?? ""));
    if (found !== undefined) return found.negation === undefined ? found : undefined;
  }
  return undefined;
}
