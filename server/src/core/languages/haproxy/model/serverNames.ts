/** Names of servers, those that a template makes included (src/server.c: server_set_id_from_prefix). */
import type { Configuration } from "../../../model/configuration.ts";
import type { Bound } from "../../../schema/bound.ts";
import { ownerOf } from "../owners.ts";

interface Numbers {
  readonly from: number;
  readonly to: number;
}

/** The numbers behind a template's prefix: `3`, `2-5`; undefined where they are not known. */
function numbersOf(template: Bound): Numbers | undefined {
  const value = template.value("number");
  const found = /^(\d+)(?:-(\d+))?$/.exec(String(value?.data ?? ""));
  if (found === null || value?.word.unknown === true) return undefined;
  const [, first = "", last] = found;
  return last === undefined ? { from: 1, to: Number(first) } : { from: Number(first), to: Number(last) };
}

/** Whether a template makes a server of that name; undefined where that is not known. */
export function makesServer(template: Bound, name: string): boolean | undefined {
  const prefix = template.value("prefix");
  const numbers = numbersOf(template);
  if (prefix === undefined || prefix.word.unknown === true || numbers === undefined) return undefined;
  const text = String(prefix.data);
  const rest = name.slice(text.length);
  if (!name.startsWith(text) || !/^[1-9]\d*$|^0$/.test(rest)) return false;
  return Number(rest) >= numbers.from && Number(rest) <= numbers.to;
}

/** How many servers a line makes, `server` or `server-template`. */
export function serverCount(line: Bound): number {
  if (line.keyword?.name !== "server-template") return 1;
  const numbers = numbersOf(line);
  return numbers === undefined ? 1 : Math.max(0, numbers.to - numbers.from + 1);
}

/** Whether a template of an owner makes a server of that name, or may. */
export function isFromTemplate(configuration: Configuration, owner: string, name: string): boolean {
  return configuration
    .all("server-template")
    .some((template) => ownerOf(template.parent) === owner && makesServer(template, name) !== false);
}
