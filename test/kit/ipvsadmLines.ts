/** Lines of the tables of IPVS rules, each in a file in which it makes sense. */
import { commands } from "../../server/src/core/languages/ipvsadm/schema/commands.ts";
import { options } from "../../server/src/core/languages/ipvsadm/schema/options/index.ts";
import { schedulers } from "../../server/src/core/languages/ipvsadm/schema/schedulers.ts";
import type { Keyword } from "../../server/src/core/schema/spec.ts";

/** All entries of the tables. */
export const entries: readonly Pick<Keyword, "name" | "doc" | "ok" | "bad">[] = [
  ...commands,
  ...options,
  ...schedulers,
].map(({ keyword }) => keyword);

/** What stands above the lines of the tables: a service with one server. */
const above = "-A -t 192.0.2.1:80 -s rr\n-a -t 192.0.2.1:80 -r 192.0.2.11:80 -m\n";

/** A whole file with the line at its end. */
export function aroundLine(line: string): string {
  return `${above}${line}\n`;
}

/** A file for each line of the tables. */
export function tableRules(): readonly string[] {
  return entries.flatMap(({ ok, bad }) => [...ok, ...bad].map(aroundLine));
}
