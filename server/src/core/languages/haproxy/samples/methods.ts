/**
 * How ACLs match: what type each method takes and what its patterns are (src/pattern.c: pat_match_types,
 * pat_parse_fcts), and the flags before the patterns (src/acl.c: parse_acl_expr).
 */
import type { Keyword } from "../../../schema/spec.ts";
import { type Text, text } from "../../../text/localized.ts";
import { atLeast } from "../../../text/version.ts";
import { aclWord } from "./aclTable.ts";
import type { SampleType } from "./types.ts";

export type PatternKind = "none" | "integer" | "address" | "hex" | "length" | "string" | "regex" | "version";

export interface Method extends Keyword {
  /** What the sample is cast to; `found` takes any. */
  readonly takes: SampleType | undefined;
  readonly patterns: PatternKind;
  /** How a criterion that is matched so reads, `{0}` is what is looked at and `{1}` the patterns. */
  readonly phrase: Text;
}

function method(name: string, takes: SampleType | undefined, patterns: PatternKind, phrase: Text, doc: Text): Method {
  return { ...aclWord(name, "1.5", doc, `-m ${name}`), takes, patterns, phrase };
}

export const methods: readonly Method[] = [
  method(
    "found",
    undefined,
    "none",
    text("{0} exists", "{0} 存在"),
    text(
      "True when there is a sample at all, whatever its value; patterns are not looked at.",
      "只要取到样本就为真，不看其值，也不看模式。",
    ),
  ),
  method(
    "bool",
    "sint",
    "none",
    text("{0} is true", "{0} 为真"),
    text("Takes the sample as a truth value: any number but 0 is true.", "把样本当作布尔值：非 0 即为真。"),
  ),
  method(
    "int",
    "sint",
    "integer",
    text("{0} is {1}", "{0} 为 {1}"),
    text(
      "Compares numbers: a value, a range such as `1024:65535`, or an operator (`eq`, `ge`, `gt`, `le`, `lt`) before them.",
      "按整数比较：可写单个值、`1024:65535` 这样的区间，或在前面加比较符（`eq`、`ge`、`gt`、`le`、`lt`）。",
    ),
  ),
  method(
    "ip",
    "addr",
    "address",
    text("{0} is in {1}", "{0} 属于 {1}"),
    text(
      "Matches addresses and networks of both families, such as `10.0.0.0/8` or `2001:db8::/32`.",
      "匹配 IPv4/IPv6 地址与网段，例如 `10.0.0.0/8`、`2001:db8::/32`。",
    ),
  ),
  method(
    "bin",
    "bin",
    "hex",
    text("{0} is the bytes {1}", "{0} 为字节序列 {1}"),
    text(
      "Compares bytes with patterns of hexadecimal digits, always an even number of them.",
      "与十六进制写出的字节序列比较，位数必须是偶数。",
    ),
  ),
  method(
    "len",
    "str",
    "length",
    text("the length of {0} is {1}", "{0} 的长度为 {1}"),
    text("Compares the length of the sample with numbers or ranges.", "把样本的长度与数值或区间比较。"),
  ),
  method(
    "str",
    "str",
    "string",
    text("{0} is {1}", "{0} 为 {1}"),
    text(
      "True when the whole sample equals a pattern; `-i` ignores case.",
      "样本与某个模式完全相同时为真；`-i` 忽略大小写。",
    ),
  ),
  method(
    "beg",
    "str",
    "string",
    text("{0} begins with {1}", "{0} 以 {1} 开头"),
    text(
      "True when the sample begins with a pattern. As a path prefix, `/api` also takes `/apiary`; use `dir` or a trailing slash then.",
      "样本以某个模式开头时为真。用作路径前缀时 `/api` 也会匹配 `/apiary`，此时可改用 `dir` 或在末尾加斜杠。",
    ),
  ),
  method(
    "sub",
    "str",
    "string",
    text("{0} contains {1}", "{0} 包含 {1}"),
    text("True when a pattern stands anywhere in the sample.", "模式出现在样本任意位置时为真。"),
  ),
  method(
    "dir",
    "str",
    "string",
    text("{0} has the path part {1}", "{0} 含有路径段 {1}"),
    text(
      "True when a pattern is one or several whole parts of the sample between slashes.",
      "模式是样本中以斜杠分隔的一个或多个完整段时为真。",
    ),
  ),
  method(
    "dom",
    "str",
    "string",
    text("{0} has the domain part {1}", "{0} 含有域名段 {1}"),
    text(
      "True when a pattern is one or several whole parts of the sample between dots; it need not be the end, so check suffixes with `end`.",
      "模式是样本中以点分隔的一个或多个完整段时为真；不要求位于末尾，校验后缀请用 `end`。",
    ),
  ),
  method(
    "end",
    "str",
    "string",
    text("{0} ends with {1}", "{0} 以 {1} 结尾"),
    text("True when the sample ends with a pattern.", "样本以某个模式结尾时为真。"),
  ),
  method(
    "reg",
    "str",
    "regex",
    text("{0} matches {1}", "{0} 匹配正则 {1}"),
    text(
      "Matches a regular expression anywhere in the sample; anchor it with `^` and `$`. Slower than all other methods.",
      "在样本中搜索正则表达式，需要时用 `^`、`$` 锚定。比其他方法都慢。",
    ),
  ),
  method(
    "regm",
    "str",
    "regex",
    text("{0} matches {1}", "{0} 匹配正则 {1}"),
    text(
      "As `reg`; made for maps, whose values may use what the groups caught.",
      "与 `reg` 相同；为映射表设计，其值可引用捕获的分组。",
    ),
  ),
];

const byName = new Map(methods.map((one) => [one.name, one]));

export function findMethod(name: string): Method | undefined {
  return byName.get(name);
}

/** The method that a sample's type brings along; undefined where one must be named. */
export function methodOfType(type: SampleType): Method | undefined {
  const name = natural[type];
  return name === undefined ? undefined : byName.get(name);
}

const natural: Partial<Record<SampleType, string>> = {
  bool: "bool",
  sint: "int",
  addr: "ip",
  ipv4: "ip",
  ipv6: "ip",
  str: "str",
};

/** Methods in which a sample of the type can be matched without one being named for `meth`: those need an ACL keyword. */
export const flags: readonly Keyword[] = [
  aclWord(
    "-i",
    "1.5",
    text("Ignores case in strings and regular expressions that follow.", "匹配后续字符串和正则时忽略大小写。"),
  ),
  aclWord(
    "-f",
    "1.5",
    text(
      "Reads patterns from a file, one a line. May be repeated; must come after `-m`.",
      "从文件读取模式，每行一个。可重复使用，且必须写在 `-m` 之后。",
    ),
    "-f FILE",
  ),
  aclWord(
    "-m",
    "1.5",
    text(
      "Sets how patterns are matched, whatever the fetch would suggest. Must come before patterns and files.",
      "指定匹配方式，取代样本默认的方式。必须写在模式和文件之前。",
    ),
    "-m METHOD",
  ),
  aclWord(
    "-M",
    "1.5",
    text(
      "The files of `-f` are maps: only the first word of each line is a pattern.",
      "`-f` 的文件是映射表：每行只有第一个单词是模式。",
    ),
  ),
  aclWord(
    "-n",
    "1.5",
    text(
      "Forbids names in the place of addresses, which would be resolved once at start.",
      "禁止用主机名代替地址（主机名只在启动时解析一次）。",
    ),
  ),
  aclWord(
    "-u",
    "1.5",
    text(
      "Gives the ACL a number of its own, for the commands of the admin socket.",
      "为 ACL 指定唯一编号，供管理套接字命令使用。",
    ),
    "-u ID",
  ),
  aclWord(
    "--",
    "1.5",
    text("Ends the flags, so that a pattern may begin with a dash.", "结束选项，使后面的模式可以用减号开头。"),
  ),
];

const flagsByName = new Map(flags.map((one) => [one.name, one]));

export function findFlag(name: string): Keyword | undefined {
  return flagsByName.get(name);
}

/** Operators before numbers, with how they read. */
export const operators: Readonly<Record<string, Text>> = {
  eq: text("equal to {0}", "等于 {0}"),
  ge: text("{0} or more", "不小于 {0}"),
  gt: text("more than {0}", "大于 {0}"),
  le: text("at most {0}", "不大于 {0}"),
  lt: text("less than {0}", "小于 {0}"),
};

/** Since 3.3 a second `-m` is refused instead of taking the first one's place. */
export function oneMethodOnly(version: string): boolean {
  return atLeast(version, "3.3");
}
