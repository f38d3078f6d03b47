import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/cfgparse.c: MAX_LINE_ARGS. */
export const tooManyWords: BindingRule = {
  id: "haproxy/too-many-words",
  severity: "error",
  scope: "binding",
  summary: text("A line of more words than HAProxy reads.", "单词数超出 HAProxy 上限的行。"),
  why: text(
    "A line has at most 64 words, and HAProxy refuses the file if there are more. Long lists belong in a file that `-f` reads, or on several lines.",
    "一行最多 64 个单词，超出时 HAProxy 会拒绝整个文件。较长的列表应放在文件中用 `-f` 读取，或分成多行。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    acl static path_beg ${"/x ".repeat(61)}/last
#${" ".repeat(206)}^^^^^ A line has at most 64 words
    http-request deny if static
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    acl static path_beg /css /img
    acl static path_beg /js
    http-request deny if static
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};
