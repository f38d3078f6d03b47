// The TextMate grammar of sysctl.conf. It needs no list of words: a line says by itself what is key and what value. The
// rules are those of server/src/core/languages/sysctl-conf/syntax/lexer.ts.

import { grammar, include, scopes } from "./tmLanguage.ts";

const id = "sysctl-conf";
const scope = scopes(id);

export function sysctlGrammar(): object {
  return grammar(id, "scripts/generate/sysctl.grammar.ts", [include("comment"), include("setting")], {
    comment: {
      begin: String.raw`^[ \t]*([#;])`,
      beginCaptures: { 1: scope("punctuation.definition.comment") },
      end: String.raw`(?=\n)`,
      ...scope("comment.line"),
    },
    setting: {
      begin: String.raw`^[ \t]*(?=[^\s#;])(-)?([^\s=]*)[ \t]*(=)?`,
      beginCaptures: {
        1: scope("keyword.operator.lenient"),
        2: { patterns: [include("key")] },
        3: scope("keyword.operator.assignment"),
      },
      end: String.raw`(?=\n)`,
      patterns: [include("number"), include("text")],
    },
    key: {
      patterns: [
        {
          comment: "The interface is what the line is about.",
          match: String.raw`(net([./])ipv[46]\2(?:conf|neigh)\2)((?!\2)[^\s=]+)(\2[^\s./=]+)$`,
          captures: {
            1: scope("variable.other.property"),
            3: scope("support.class"),
            4: scope("variable.other.property"),
          },
        },
        { match: "[*?]", ...scope("keyword.operator.wildcard") },
        { match: "[^*?]+", ...scope("variable.other.property") },
      ],
    },
    number: { match: String.raw`(?<![^\s,=-])-?(?:0[xX][\dA-Fa-f]+|\d+)(?![^\s,-])`, ...scope("constant.numeric") },
    text: { match: String.raw`[^\s,-][^\s,]*`, ...scope("string.unquoted") },
  });
}
