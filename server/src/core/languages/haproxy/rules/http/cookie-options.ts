import type { BlockRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { front, http } from "../examples.ts";

const messages = {
  together: text('"{0}" and "{1}" exclude each other', '"{0}"与"{1}"互斥'),
  preserve: text('"preserve" needs "insert" or "indirect"', '"preserve"需要"insert"或"indirect"'),
  domain: text('Browsers may not accept "{0}" as a domain: it has no dot', '浏览器可能不接受"{0}"作为域：其中没有点'),
};

const ways = ["rewrite", "insert", "prefix"];

/** src/cfgparse-listen.c: "cookie". */
export const cookieOptions: BlockRule<Globals> = {
  id: "haproxy/cookie-options",
  severity: "error",
  scope: "block",
  on: ["cookie"],
  summary: text("Options of a persistence cookie that do not go together.", "会话保持 Cookie 的选项互相冲突。"),
  why: text(
    "A cookie is either made by HAProxy (`insert`), or changed on its way (`rewrite`, `prefix`). `indirect` hides it from the server, which then has none to rewrite. HAProxy refuses the other combinations.",
    "Cookie 要么由 HAProxy 生成（`insert`），要么在途中修改（`rewrite`、`prefix`）。`indirect` 会对服务器隐藏 Cookie，因而无从改写。其他组合 HAProxy 都会拒绝。",
  ),
  bad: [
    `${http}${front}
backend app
    cookie SRV rewrite indirect
#                      ^^^^^^^^ "rewrite" and "indirect" exclude each other
    server s1 192.0.2.11:80 cookie s1
`,
    `${http}${front}
backend app
    cookie SRV rewrite preserve
#                      ^^^^^^^^ "preserve" needs "insert" or "indirect"
    server s1 192.0.2.11:80 cookie s1
`,
  ],
  good: [
    `${http}${front}
backend app
    cookie SRV insert indirect nocache preserve domain example.com
    server s1 192.0.2.11:80 cookie s1
`,
  ],
  check(cookie, { report }) {
    const severity = isUncertain(cookie) ? "warning" : "error";
    const has = (word: string) => wordOf(cookie, word);
    const [first, second] = ways.flatMap((word) => has(word) ?? []).sort((a, b) => a.start - b.start);
    if (first !== undefined && second !== undefined) {
      report({ at: cookie.at(second), message: fill(messages.together, first.value, second.value), severity });
      return;
    }
    const [indirect, preserve] = [has("indirect"), has("preserve")];
    if (has("rewrite") !== undefined && indirect !== undefined) {
      report({ at: cookie.at(indirect), message: fill(messages.together, "rewrite", "indirect"), severity });
    } else if (preserve !== undefined && has("insert") === undefined && indirect === undefined) {
      report({ at: cookie.at(preserve), message: messages.preserve, severity });
    }
    for (const { name, word, data } of cookie.values) {
      if (name !== "domain" || data === true || word.unknown === true || word.value.includes(".")) continue;
      report({ at: cookie.at(word), message: fill(messages.domain, word.value), severity: "warning" });
    }
  },
};

/** An option's word; a name, a domain or an attribute may be written like one. */
function wordOf({ statement, named, nameWord }: Bound, wanted: string) {
  const taking = new Set(["domain", "attr", "maxidle", "maxlife"]);
  return statement.words.find((word, index) => {
    const before = statement.words[index - 1]?.value ?? "";
    return word.value === wanted && word !== nameWord && !named.includes(word) && !taking.has(before);
  });
}
