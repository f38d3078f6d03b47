import { removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { front, http } from "../examples.ts";

const messages = {
  refused: text('"{0}" stands here twice, which HAProxy refuses', '"{0}"重复书写，HAProxy 会拒绝'),
  replaced: text('"{0}" is set again: only the last one counts', '"{0}"再次设定，只有最后一个生效'),
  kept: text('"{0}" is set again: only the first one counts', '"{0}"再次设定，只有第一个生效'),
  same: text('"{0}" stands here twice', '"{0}"重复书写'),
  before: text("It is set here before", "此前已在此处设定"),
};

/** A setting of one value written twice in one section (src/cfgparse-global.c, src/proxy.c: proxy_parse_timeout). */
export const duplicateSetting: BlockRule<Globals> = {
  id: "haproxy/duplicate-setting",
  severity: "warning",
  scope: "block",
  on: ["global", "defaults", "frontend", "backend", "listen"],
  summary: text("A setting that stands twice where only one counts.", "只能生效一次的设置写了两次。"),
  why: text(
    "Mostly a leftover of copying. Of two timeouts, modes or limits the last one wins in a proxy; in `global` it is the first, and of some paths HAProxy takes no second one at all. With most settings it says nothing.",
    "多半是复制时留下的。在代理中，重复的超时、模式或限制以最后一个为准；在 `global` 中则以第一个为准，有些路径根本不允许写第二次。大多数设置重复时 HAProxy 不作任何提示。",
  ),
  bad: [
    `${http}${front}backend app
    timeout queue 10s
    server s1 127.0.0.1:8000
    timeout queue 30s
#   ^^^^^^^^^^^^^ warning: "timeout queue" is set again: only the last one counts
`,
    `
global
    crt-base /etc/haproxy/certs
    crt-base /etc/ssl
#   ^^^^^^^^ error: "crt-base" stands here twice, which HAProxy refuses
    maxconn 4000
    maxconn 8000
#   ^^^^^^^ warning: "maxconn" is set again: only the first one counts
${http}${front}backend app
    balance roundrobin
    balance leastconn
#   ^^^^^^^ information: "balance" is set again: only the last one counts
    server s1 127.0.0.1:8000
`,
  ],
  good: [
    `${http}${front}backend app
    timeout queue 10s
    errorfile 503 /dev/null
    errorfile 504 /dev/null
    server s1 127.0.0.1:8000
backend other
    timeout queue 30s
    server s1 127.0.0.1:8000
`,
  ],
  check(block, { report }) {
    const seen = new Map<string, Bound>();
    const isGlobal = block.keyword?.name === "global";
    for (const statement of block.children) {
      const { keyword } = statement;
      if (keyword === undefined || keyword.repeat === true || statement.statement.uncertain === true) continue;
      // What the table of `global` says nothing of may well stand several times there.
      if (isGlobal && keyword.again === undefined) continue;
      const key = keyword.againBy === "first" ? `${keyword.name} ${statement.values[0]?.word.value}` : keyword.name;
      const before = seen.get(key);
      seen.set(key, statement);
      if (before === undefined || (keyword.again === undefined && keyword.args.length === 0)) continue;
      const isSame = written(statement) === written(before);
      const message =
        keyword.again === "refused"
          ? messages.refused
          : isSame
            ? messages.same
            : isGlobal
              ? messages.kept
              : messages.replaced;
      report({
        at: statement.at(statement.title),
        severity: keyword.again === "refused" ? "error" : keyword.again === "warned" ? "warning" : "information",
        message: fill(message, keyword.name),
        related: [{ ...before.at(before.title), message: messages.before }],
        fixes: [removeStatement(isGlobal ? statement : before, isSame ? "safe" : "unsafe")],
        ...(isSame ? { tag: "unnecessary" } : {}),
      });
    }
  },
};

function written({ statement }: Bound): string {
  return statement.words.map((word) => word.value).join("\0");
}
