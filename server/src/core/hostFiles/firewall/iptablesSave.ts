/** Files of iptables-save(8): `*table`, `:CHAIN POLICY [counters]`, rules as options of iptables, `COMMIT`. */
import type { Family } from "../../net/address.ts";
import type { HostFileFacts } from "../facts.ts";
import { shellTokens } from "../shell/lexer.ts";
import { baseName, blankWords, linesOf } from "../words.ts";
import { Tables } from "./iptables.ts";

/** The family is told by the file's name alone: `rules.v6`, `ip6tables`. */
function familyOf(path: string): Family {
  return /\.v6$|^ip6tables/.test(baseName(path)) ? 6 : 4;
}

export function readIptablesSave(text: string, path: string): HostFileFacts {
  const tables = new Tables(familyOf(path), "empty");
  let table: string | undefined;
  for (const line of linesOf(text)) {
    const [first, second] = blankWords(line.text, line.start);
    if (first === undefined || first.text.startsWith("#")) continue;
    if (/^\*\w+$/.test(first.text)) table = first.text.slice(1);
    else if (first.text === "COMMIT") table = undefined;
    else if (table === undefined) continue;
    else if (first.text.startsWith(":")) {
      tables.policy(table, first.text.slice(1), second?.text ?? "", {
        start: first.start,
        end: second?.end ?? first.end,
      });
    } else if (/^[-[]/.test(first.text)) {
      const words = shellTokens(line.text, line.start).flatMap((token) => (token.kind === "word" ? [token] : []));
      // Counters may stand before a rule: `[0:0] -A INPUT …`.
      const from = words[0]?.text.startsWith("[") === true ? 1 : 0;
      const start = words[from]?.start ?? first.start;
      const end = words.at(-1)?.end ?? first.end;
      tables.command(words.slice(from), { start, end }, { table, isConditional: false });
    }
  }
  if (tables.isEmpty) return [];
  return [{ kind: "firewall", ruleset: tables.ruleset(), start: 0, end: text.length }];
}
