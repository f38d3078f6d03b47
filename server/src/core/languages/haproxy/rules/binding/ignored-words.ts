import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** The parsers of single keywords that do not count their words. */
export const ignoredWords: BindingRule = {
  id: "haproxy/ignored-words",
  severity: "warning",
  scope: "binding",
  summary: text("Words that HAProxy does not look at.", "HAProxy 不看的单词。"),
  why: text(
    "A few keywords read what they need and never look at what follows, so a second setting on the line is lost without a word.",
    "少数关键字只读取自己需要的部分，不看后面的内容，同一行的其他设置会悄悄丢失。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    stats enable uri /stats
#                ^^^^^^^^^^ Words after "enable" are ignored
    stats auth admin:secret
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    stats uri /stats
    stats auth admin:secret
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};
