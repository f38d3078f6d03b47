// The TextMate grammars of all languages, by the files that they are written to.

import { root as keepalivedTable } from "../../server/src/core/languages/keepalived/schema/index.ts";
import type { Files } from "./files.ts";
import { grammarWords } from "./grammarWords.ts";
import { haproxyGrammar } from "./haproxy.grammar.ts";
import { haproxyWords } from "./haproxyWords.ts";
import { ipvsadmGrammar } from "./ipvsadm.grammar.ts";
import { keepalivedGrammar } from "./keepalived.grammar.ts";
import { sysctlGrammar } from "./sysctl.grammar.ts";

export function grammars(): Files {
  const all = {
    keepalived: keepalivedGrammar(grammarWords(keepalivedTable)),
    haproxy: haproxyGrammar(haproxyWords()),
    "sysctl-conf": sysctlGrammar(),
    ipvsadm: ipvsadmGrammar(),
  };
  return new Map(
    Object.entries(all).map(([id, grammar]) => [
      `syntaxes/${id}.tmLanguage.json`,
      `${JSON.stringify(grammar, undefined, 2)}\n`,
    ]),
  );
}
