import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { front, http } from "../examples.ts";

/** src/tools.c: invalid_char. */
export const invalidName: BindingRule = {
  id: "haproxy/invalid-name",
  severity: "error",
  scope: "binding",
  summary: text("A name with a character that HAProxy does not allow.", "名称含有 HAProxy 不允许的字符。"),
  why: text(
    "Names are letters, digits and `. : _ -`; a blank or a slash makes HAProxy refuse the file. Since 3.4 it shows an alert for a frontend or a backend and starts all the same.",
    "名称只能由字母、数字和 `. : _ -` 组成，含有空格或斜杠时 HAProxy 会拒绝整个文件。自 3.4 版起，frontend 与 backend 的名称只会触发提示，仍可启动。",
  ),
  bad: [
    `${http}${front}backend app
    server web/2 192.0.2.12:8080
#          ^^^^^ "web/2" has a character that no name may have
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}${front}backend app
    server web-2 192.0.2.12:8080
    server s1 192.0.2.11:8080
`,
  ],
};
