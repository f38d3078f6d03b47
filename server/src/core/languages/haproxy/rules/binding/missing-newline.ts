import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { front, http } from "../examples.ts";

/** src/cfgparse.c: readcfgfile, "Missing LF on last line". */
export const missingNewline: BindingRule = {
  id: "haproxy/missing-newline",
  severity: "error",
  scope: "binding",
  summary: text("A last line without a line break.", "最后一行没有换行符。"),
  why: text(
    "HAProxy takes the file for cut off and refuses it, so that half a copied file is not used.",
    "HAProxy 会认为文件被截断而拒绝，以免使用只复制了一半的文件。",
  ),
  bad: [
    `${http}${front}backend app
    server s1 192.0.2.11:8080
#<^^^^^^^^^^^^^^^^^^^^^^^^^^^ The last line has no line break`,
  ],
  good: [
    `${http}${front}backend app
    server s1 192.0.2.11:8080
`,
  ],
};
