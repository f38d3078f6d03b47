/** What the outline shows of rules: services, with the servers that are added behind them. */
import type { Entitled } from "../../model/language.ts";
import type { Word } from "../../syntax/ast.ts";
import { valueBehind } from "./model/checkEntry.ts";
import { readRule } from "./model/rule.ts";

/** The title of a line that adds a service or a server; undefined for any other. */
export function entitle(words: readonly Word[]): Entitled | undefined {
  const { command, entry } = readRule(words);
  if (command?.acts !== "add" || (command.on !== "service" && command.on !== "server")) return undefined;
  const option = entry.given.get(command.on === "service" ? "service-address" : "real-server");
  const word = valueBehind(entry, option);
  if (word === undefined) return undefined;
  const others = words.filter((one) => one !== words[0] && one !== word && one !== option);
  const service = entry.given.get("service-address");
  const shown =
    command.on === "service"
      ? [option, ...others]
      : others.filter((one) => one !== service && one !== valueBehind(entry, service));
  return { name: word.value, detail: shown.flatMap((one) => one?.raw ?? []).join(" "), word };
}
