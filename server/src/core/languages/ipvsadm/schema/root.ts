/** The table of the language: commands begin lines, and those that add a service hold the lines behind them. */
import { type Keyword, type KeywordBody, keywords } from "../../../schema/spec.ts";
import { ruleWords } from "../values/ruleWords.ts";
import { commands } from "./commands.ts";

const all = commands.map((command): Keyword & { readonly opens: boolean } => ({
  ...command.keyword,
  args: [{ name: "option", value: ruleWords(command), repeat: false, optional: true }],
  opens: command.acts === "add" && command.on === "service",
}));

const within = keywords(all.filter(({ opens }) => !opens));

export const root: KeywordBody = keywords(
  all.map((keyword) => (keyword.opens ? { ...keyword, body: within } : keyword)),
);

/** All names of the commands that begin a section. */
export const openers: readonly string[] = commands
  .filter(({ acts, on }) => acts === "add" && on === "service")
  .flatMap(({ names }) => names);
