import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { front, http } from "../examples.ts";

/** src/cfgparse.c: readcfgfile. */
export const nulByte: BindingRule = {
  id: "haproxy/nul-byte",
  severity: "error",
  scope: "binding",
  summary: text("A NUL byte in the file.", "文件中含有 NUL 字节。"),
  why: text(
    "For HAProxy the line ends there, and it refuses the file. Mostly the file is not what it seems: UTF-16, or a copy that went wrong.",
    "对 HAProxy 来说该行到此结束，它会拒绝整个文件。多半是文件编码不对（如 UTF-16）或复制出错。",
  ),
  bad: [
    `${http}${front}backend app
    server s1\0 192.0.2.11:8080
#            ^ NUL byte
`,
  ],
  good: [
    `${http}${front}backend app
    server s1 192.0.2.11:8080
`,
  ],
};
