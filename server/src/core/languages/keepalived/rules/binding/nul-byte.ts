import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** lib/parser.c: read_line. */
export const nulByte: BindingRule = {
  id: "keepalived/nul-byte",
  severity: "error",
  scope: "binding",
  summary: text("A NUL byte in a line.", "行中含有 NUL 字节。"),
  why: text(
    "For keepalived a line ends at a NUL byte, and newer versions refuse it. Mostly the file is not what it seems: UTF-16, or a copy that went wrong.",
    "对 keepalived 来说，行在 NUL 字节处结束，新版本会直接拒绝。多半是文件编码不对（如 UTF-16）或复制出错。",
  ),
  bad: ["\nglobal_defs {\n    router_id a\0b\n#              ^ NUL byte\n}\n"],
  good: ["\nglobal_defs {\n    router_id ab\n}\n"],
};
