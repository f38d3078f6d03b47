/** The flags between an ACL's criterion and its patterns: `-i -m beg -f FILE --` (src/acl.c: parse_acl_expr). */
import type { Reader } from "../../../schema/value.ts";
import { replaceBy } from "../../../schema/values/choice.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill, list, text } from "../../../text/localized.ts";
import { nearest } from "../../../text/nearest.ts";
import type { AclKeyword } from "../samples/aclTable.ts";
import { findFlag, findMethod, type Method, methods, oneMethodOnly } from "../samples/methods.ts";
import { type Fetch, typeName } from "../samples/table.ts";
import { cast, type SampleType } from "../samples/types.ts";
import { rangeOf } from "./expression.ts";

const messages = {
  flag: text(
    '"{0}" is no flag; put "--" before a pattern with a dash',
    '"{0}"不是选项；若为以减号开头的模式，请在前面加"--"',
  ),
  method: text('"{0}" is no match method: {1}', '"{0}"不是匹配方式，可选：{1}'),
  flagValue: text('"{0}" needs a value', '"{0}"后缺少值'),
  twoMethods: text('Only one "-m" may stand here', '此处只能有一个"-m"'),
  overridden: text('The last "-m" counts; this one does nothing', '以最后一个"-m"为准，此处不起作用'),
  lateMethod: text('"-m" must come before "-f"', '"-m"必须写在"-f"之前'),
  unmatchable: text('"{0}" does not match {1}', '"{0}"不能用于匹配{1}'),
  number: text('"{0}" is no whole number', '"{0}"不是整数'),
};

/** What the criterion says of how it is matched. */
export interface Head {
  readonly keyword: AclKeyword | undefined;
  readonly fetch: Fetch | undefined;
  readonly type: SampleType | undefined;
  /** The method that it brings along. */
  readonly method: Method | undefined;
  readonly hasConverters: boolean;
}

export interface Flags {
  method: Method | undefined;
  at: Word | undefined;
  files: Word[];
  ignoreCase: boolean;
  noNames: boolean;
  failed: boolean;
}

/** Reads what begins with a dash before the patterns. */
export function readFlags(reader: Reader, head: Head, criterion: Word): Flags {
  const flags: Flags = {
    method: undefined,
    at: undefined,
    files: [],
    ignoreCase: false,
    noNames: false,
    failed: false,
  };
  for (let word = reader.peek(); word?.value.startsWith("-") === true; word = reader.peek()) {
    if (word.unknown === true) break;
    reader.next();
    const flag = findFlag(word.value);
    if (flag === undefined) {
      reader.report({ code: "acl-flag", ...rangeOf(word), message: fill(messages.flag, word.value) });
      flags.failed = true;
      break;
    }
    reader.bind({ name: flag.name, word, data: true, token: "property", keyword: flag });
    if (word.value === "--") break;
    readers[word.value]?.(reader, flags, word, head, criterion);
  }
  return flags;
}

type FlagReader = (reader: Reader, flags: Flags, flag: Word, head: Head, criterion: Word) => void;

function flagValue(reader: Reader, flag: Word): Word | undefined {
  const word = reader.next();
  if (word !== undefined && word.value !== "") return word;
  reader.report({ code: "acl-flag", ...rangeOf(flag), message: fill(messages.flagValue, flag.value) });
  return undefined;
}

const readers: Readonly<Record<string, FlagReader>> = {
  "-i": (_reader, flags) => {
    flags.ignoreCase = true;
  },
  "-n": (_reader, flags) => {
    flags.noNames = true;
  },
  "-u": (reader, _flags, flag) => {
    const word = flagValue(reader, flag);
    if (word === undefined) return;
    reader.bind({ name: "-u", word, data: Number(word.value), token: "number" });
    if (!/^\s*[+-]?\d+$/.test(word.value)) {
      reader.report({ code: "acl-flag", ...rangeOf(word), message: fill(messages.number, word.value) });
    }
  },
  "-f": (reader, flags, flag) => {
    const word = flagValue(reader, flag);
    if (word === undefined) {
      flags.failed = true;
      return;
    }
    flags.files.push(word);
    reader.bind({ name: "-f", word, data: word.value, token: "string" });
  },
  "-m": (reader, flags, flag, head, criterion) => {
    const word = flagValue(reader, flag);
    if (word === undefined) {
      flags.failed = true;
      return;
    }
    if (flags.files.length > 0) {
      reader.report({ code: "acl-method", ...rangeOf(flag), message: messages.lateMethod });
      flags.failed = true;
    } else if (flags.at !== undefined) {
      const isRefused = oneMethodOnly(reader.version);
      const at = isRefused ? flag : flags.at;
      const message = isRefused ? messages.twoMethods : messages.overridden;
      reader.report({ code: "acl-method", ...rangeOf(at), message, severity: isRefused ? "error" : "warning" });
    }
    readMethod(reader, flags, word, head, criterion);
  },
};

function readMethod(reader: Reader, flags: Flags, word: Word, head: Head, criterion: Word): void {
  const method = findMethod(word.value);
  if (method === undefined) {
    flags.failed = true;
    const names = methods.map((one) => one.name);
    const meant = nearest(word.value, names) ?? names.find((one) => one.length > 2 && word.value.startsWith(one));
    reader.report({
      code: "acl-method",
      ...rangeOf(word),
      message: fill(messages.method, word.value, list(names)),
      ...(meant === undefined ? {} : { fixes: [replaceBy(word, meant, reader)] }),
    });
    return;
  }
  reader.bind({ name: "-m", word, data: word.value, token: "enumMember", keyword: method });
  const { type } = head;
  if (type !== undefined && method.takes !== undefined && cast(type, method.takes, reader.version) === undefined) {
    const at = criterion.unknown === true ? undefined : word;
    if (at !== undefined) {
      const message = fill(messages.unmatchable, method.name, typeName(type));
      reader.report({ code: "acl-method", ...rangeOf(at), message });
    }
    flags.failed = true;
  }
  flags.method = method;
  flags.at = word;
}
