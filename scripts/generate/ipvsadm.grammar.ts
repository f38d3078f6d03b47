// The TextMate grammar of IPVS rules. It is what shows before the language server answers, and where there is none.
// It is flat: each line is a rule, and nothing reaches beyond it.

import { commands } from "../../server/src/core/languages/ipvsadm/schema/commands.ts";
import { options } from "../../server/src/core/languages/ipvsadm/schema/options/index.ts";
import { schedulerFlags, schedulers } from "../../server/src/core/languages/ipvsadm/schema/schedulers.ts";
import { grammar, include, oneOf, scopes } from "./tmLanguage.ts";

const id = "ipvsadm";
const scope = scopes(id);

const wordStart = String.raw`(?<!\S)`;
const wordEnd = String.raw`(?=\s|$)`;

export function ipvsadmGrammar(): object {
  const named = (name: string) => options.filter(({ names }) => names.includes(name)).flatMap(({ names }) => names);
  const address = String.raw`\[[\da-fA-F:.]+\]|[\w.-]*\.[\w-]+|[\da-fA-F]*:[\da-fA-F:]+|[A-Za-z][\w-]*(?=:)`;
  return grammar(
    id,
    "scripts/generate/ipvsadm.grammar.ts",
    [
      include("comment"),
      include("prefix"),
      include("command"),
      include("scheduler"),
      include("flags"),
      include("option"),
      include("address"),
      include("number"),
      include("state"),
    ],
    {
      comment: {
        match: "^#.*$",
        ...scope("comment.line.number-sign"),
      },
      prefix: {
        match: String.raw`^[ \t]*((?:sudo[ \t]+)?(?:/\S*/)?ipvsadm)${wordEnd}`,
        captures: { 1: scope("support.function.prefix") },
      },
      // Letters of other options may follow at once: `-At`.
      command: {
        match: String.raw`${wordStart}(?:${oneOf(commands.flatMap(({ names }) => names.filter((name) => name.startsWith("--"))))}(?=[\s=]|$)|${oneOf(commands.flatMap(({ names }) => names.filter((name) => !name.startsWith("--"))))}[a-z]*${wordEnd})`,
        ...scope("keyword.control.command"),
      },
      scheduler: {
        match: String.raw`${wordStart}(${oneOf(named("-s"))})(?:[ \t]+|=)(${oneOf(schedulers.map(({ keyword }) => keyword.name))})${wordEnd}`,
        captures: { 1: scope("entity.name.tag.option"), 2: scope("constant.language.scheduler") },
      },
      flags: {
        match: String.raw`(?<![\w-])${oneOf(schedulerFlags.map(({ name }) => name))}(?=[\s,]|$)`,
        ...scope("constant.language.flag"),
      },
      option: {
        match: String.raw`${wordStart}${oneOf(options.flatMap(({ names }) => names))}(?=[\s=]|$)`,
        ...scope("entity.name.tag.option"),
      },
      address: {
        match: String.raw`(?<![\w.:\[-])(${address})(?:(:)(\w+))?${wordEnd}`,
        captures: {
          1: scope("entity.name.type.address"),
          2: scope("punctuation.separator.port"),
          3: scope("constant.numeric.port"),
        },
      },
      number: { match: String.raw`${wordStart}\d+${wordEnd}|(?<==)\d+${wordEnd}`, ...scope("constant.numeric") },
      state: { match: `${wordStart}(?:master|backup)${wordEnd}`, ...scope("constant.language.state") },
    },
  );
}
