import type { Configuration } from "../../../../model/configuration.ts";
import { replace } from "../../../../rules/fixes.ts";
import { anything, type ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { nearest } from "../../../../text/nearest.ts";
import type { Globals } from "../../globals.ts";
import { isPartial } from "../../model/partial.ts";
import { front, http } from "../examples.ts";

const messages = {
  never: text('Nothing here sets the variable "{0}"', '此处没有任何地方设置变量"{0}"'),
  near: text(
    'Nothing here sets the variable "{0}", did you mean "{1}"?',
    '此处没有任何地方设置变量"{0}"，是否想写"{1}"？',
  ),
};

/** Other sources of variables, which no file of ours shows. */
const foreign = ["lua-load", "lua-load-per-thread", "filter"] as const;

/** src/vars.c: a variable that was not set has no value; nobody reports it. */
export const variableNeverSet: ConfigurationRule<Globals> = {
  id: "haproxy/variable-never-set",
  severity: "information",
  scope: "configuration",
  reads: anything,
  summary: text("A variable that is read and never set.", "读取了从未设置的变量。"),
  why: text(
    "HAProxy knows a variable from the first line that names it, in whatever role. One that nothing sets has no value: conditions on it never hold and formats show a dash. Mostly the name is misspelt in one of two places.",
    "变量名只要在某处出现，HAProxy 就认识它。从未设置的变量没有值：以它为条件的判断永不成立，格式串中显示为短横线。多数情况是两处中有一处拼错了名称。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    http-request set-var(txn.host) req.hdr(host)
    http-request deny unless { var(txn.hots) -m str www.example.com }
#                                  ^^^^^^^^ Nothing here sets the variable "txn.hots", did you mean "txn.host"?
    default_backend app
backend app
    server s1 127.0.0.1:8000
`,
  ],
  good: [
    `${http}${front}backend app
    http-request set-var(txn.host) req.hdr(host)
    http-request deny unless { var(txn.host) -m str www.example.com } || { var(proc.open) -m bool }
    server s1 127.0.0.1:8000
`,
  ],
  check(configuration, { report }) {
    if (isPartial(configuration) || hasForeignSources(configuration)) return;
    const unresolved = configuration.unresolved("variable");
    if (unresolved.length === 0) return;
    const known = configuration.names("variable");
    const names = new Set(known.map(withoutParent));
    for (const { name, bound, value } of unresolved) {
      // Those of the process can be set on the command line of a running daemon.
      if (name.startsWith("proc.") || names.has(withoutParent(name))) continue;
      const near = nearest(name, known);
      report({
        at: bound.at(value.word),
        message: near === undefined ? fill(messages.never, name) : fill(messages.near, name, near),
        ...(near === undefined ? {} : { fixes: [replace(bound, value.word, near, "unsafe")] }),
      });
    }
  },
};

/** `ptxn.x` is the `txn.x` of the stream that a check or filter was started from. */
function withoutParent(name: string): string {
  return name.replace(/^p(?=sess\.|txn\.|req\.|res\.)/, "");
}

function hasForeignSources(configuration: Configuration): boolean {
  return foreign.some((keyword) =>
    configuration
      .all(keyword)
      .some(
        (line) => keyword !== "filter" || !/^(?:compression|cache|trace|bwlim|fcgi)/.test(line.values[0]?.name ?? ""),
      ),
  );
}
