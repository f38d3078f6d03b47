import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { front, http } from "../examples.ts";

/** The parsers of single keywords. */
export const invalidValue: BindingRule = {
  id: "haproxy/invalid-value",
  severity: "error",
  scope: "binding",
  summary: text(
    "A value that HAProxy does not accept, or words where none may stand.",
    "HAProxy 不接受的值，或不该出现的单词。",
  ),
  why: text(
    "The value is misspelt, out of its range or of the wrong kind, or the line goes on where it should end. HAProxy refuses the file.",
    "值拼写错误、超出范围或类型不对，或者该行在应当结束处还有内容。HAProxy 会拒绝该文件。",
  ),
  bad: [
    `${http}${front}backend app
    balance roundrobbin
#           ^^^^^^^^^^^ "roundrobbin" is not one of roundrobin
    server s1 192.0.2.11:8080 weight 300
#                                    ^^^ "300" is too large: at most 256
`,
    `${http}
frontend web
    bind :8080
    option dontlognull yes
#                      ^^^ "dontlognull" takes no value: remove "yes"
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
    `${http}
frontend web
    bind :8080
    timeout client 30 s
#                  ^^^^ "30 s" must be one word
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}${front}backend app
    balance roundrobin
    server s1 192.0.2.11:8080
`,
  ],
};
