/** The preprocessor's words, as data for hover and completion. */
import type { DirectiveWord } from "../../model/language.ts";
import { text } from "../../text/localized.ts";
import { manual } from "./schema/link.ts";

const includes = text(
  "Reads other files in this place, by a glob pattern relative to this file. Executable files are skipped.",
  "在此处读入其他文件，模式相对于当前文件；带执行权限的文件会被跳过。",
);

const include = (name: string, en: string, zh: string): DirectiveWord => ({
  name,
  signature: `${name} PATTERN`,
  insert: `${name} \${1:conf.d/*.conf}`,
  doc: { en: `${includes.en} ${en}`, zh: `${includes.zh}${zh}` },
  link: manual("CONFIGURATION_PARSER"),
});

export const directives: readonly DirectiveWord[] = [
  include("include", "A pattern without a match is only logged.", "没有匹配的文件时只记录日志。"),
  include("includer", "A file that cannot be read is an error.", "文件无法读取时报错。"),
  include("includem", "A plain name without a file is an error.", "不含通配符的文件名不存在时报错。"),
  include("includew", "A wildcard without a match is an error.", "通配符没有匹配时报错。"),
  include("includeb", "Every alternative in braces must match.", "花括号中的每一项都必须匹配。"),
  include("includea", "All of these checks together.", "同时启用以上全部检查。"),
  {
    name: "~SEQ",
    signature: "~SEQ(NAME, [START,] [STEP,] END) LINE",
    insert: "~SEQ(${1:i}, ${2:1}, ${3:3}) $0",
    doc: text(
      "Repeats the rest of the line, with `$NAME` counting from start to end.",
      "重复本行其余部分，`$NAME` 依次取从起始到结束的值。",
    ),
    link: manual("Sequence_blocks"),
  },
  {
    name: "~SEQx",
    signature: "~SEQx(NAME, [START,] [STEP,] END) LINE",
    insert: "~SEQx(${1:i}, ${2:1}, ${3:10}) $0",
    doc: text("Like `~SEQ`, with hexadecimal numbers.", "与 `~SEQ` 相同，但数值以十六进制写出。"),
    link: manual("Sequence_blocks"),
  },
  {
    name: "~LST",
    signature: "~LST(NAME, VALUE, …) LINE",
    insert: "~LST(${1:name}, ${2:a}, ${3:b}) $0",
    doc: text(
      "Repeats the rest of the line, with `$NAME` being each value of the list in turn.",
      "重复本行其余部分，`$NAME` 依次取列表中的每个值。",
    ),
    link: manual("List_blocks"),
  },
];

const variable = (name: string, parameters: string, en: string, zh: string): DirectiveWord => ({
  name,
  signature: `\${${name}${parameters === "" ? "" : ` ${parameters}`}}`,
  insert: `\\\${${name}${parameters === "" ? "" : ` \${1:${parameters}}`}\\}`,
  doc: { en, zh },
  link: manual("Pre-defined_definitions"),
});

/** lib/parser.c: standard_definitions. */
export const predefined: readonly DirectiveWord[] = [
  variable("_PWD", "", "The folder of the file that is being read.", "当前读取的文件所在目录。"),
  variable(
    "_INSTANCE",
    "",
    "The id of this host, as `@id` lines compare it.",
    "本机的配置 id，即 `@id` 行所比较的值。",
  ),
  variable("_RANDOM", "MIN MAX", "A random number between two limits.", "两个界限之间的随机数。"),
  variable("_ENV", "NAME", "An environment variable of the daemon.", "守护进程的环境变量。"),
  variable("_HASH", "", "The character `#`, which would begin a comment.", "字符 `#`（直接书写会开始注释）。"),
  variable("_BANG", "", "The character `!`, which would begin a comment.", "字符 `!`（直接书写会开始注释）。"),
];
