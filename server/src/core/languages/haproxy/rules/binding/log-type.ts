import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { front, http } from "../examples.ts";

/** src/log.c: parse_logformat_tag. */
export const logType: BindingRule = {
  id: "haproxy/log-type",
  severity: "error",
  scope: "binding",
  since: "3.0",
  summary: text("A type of a log format's item that does not exist.", "日志格式项目中不存在的类型。"),
  why: text(
    "An item may have a name and a type, which JSON and CBOR write it as. There are only a few types, and HAProxy refuses the file for others.",
    "项目可以带有名称和类型，用于 JSON 与 CBOR 输出。类型只有少数几种，其他写法 HAProxy 会拒绝整个文件。",
  ),
  bad: [
    `
global
    log stdout format raw local0
${http}    log global
    log-format "%{+json}o %(client:text)ci"
#                                  ^^^^ "text" is no type of items
${front}backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `
global
    log stdout format raw local0
${http}    log global
    log-format "%{+json}o %(client:str)ci"
${front}backend app
    server s1 192.0.2.11:8080
`,
  ],
};
