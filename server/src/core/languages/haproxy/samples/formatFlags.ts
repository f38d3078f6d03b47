/** Flags of log formats, `%{+Q}` (manual, section 8.2.6; src/log.c: node_args_list). */
import type { Keyword } from "../../../schema/spec.ts";
import { type Text, text } from "../../../text/localized.ts";
import { manual } from "./table.ts";

function flag(name: string, since: string, doc: Text): Keyword {
  return { name, signature: `%{+${name}}`, args: [], since, doc, link: manual("8.2.6"), ok: [], bad: [] };
}

export const formatFlags: readonly Keyword[] = [
  flag(
    "Q",
    "1.5",
    text(
      "Puts the value in double quotes; behind `%{+Q}o`, every value.",
      "给值加双引号；写成 `%{+Q}o` 则对之后所有值生效。",
    ),
  ),
  flag("X", "1.5", text("Writes numbers and addresses in hexadecimal.", "以十六进制输出数字和地址。")),
  flag(
    "E",
    "1.7",
    text(
      'Escapes `"`, `\\` and `]` with a backslash, as structured data of RFC 5424 needs it.',
      '用反斜杠转义 `"`、`\\` 和 `]`，供 RFC 5424 结构化数据使用。',
    ),
  ),
  flag(
    "M",
    "1.5",
    text("Writes a dash where there is no value; log formats always do.", "没有值时输出减号；日志格式总是如此。"),
  ),
  flag(
    "bin",
    "3.0",
    text(
      "Leaves bytes as they are, instead of making text of them; counts for the whole format, at `%o`.",
      "按原始字节输出，不转换为文本；只能用于 `%o`，对整个格式生效。",
    ),
  ),
  flag("json", "3.0", text("Makes a JSON object of all items that have names.", "把所有命名的项目输出为 JSON 对象。")),
  flag(
    "cbor",
    "3.0",
    text(
      "Makes a CBOR map of all items that have names, in hexadecimal unless `bin` is set too.",
      "把所有命名的项目输出为 CBOR 映射，除非同时设置 `bin`，否则以十六进制表示。",
    ),
  ),
];

const byName = new Map(formatFlags.map((one) => [one.name, one]));

export function findFormatFlag(name: string): Keyword | undefined {
  return byName.get(name);
}
