/** What is said of expressions, and the few findings that several values make. */

import { ageOf } from "../../../schema/age.ts";
import { titles } from "../../../schema/fixTitles.ts";
import type { Fix } from "../../../schema/problem.ts";
import type { Keyword } from "../../../schema/spec.ts";
import type { Reader } from "../../../schema/value.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill, type Text, text } from "../../../text/localized.ts";
import { nearest } from "../../../text/nearest.ts";

export const messages = {
  unknownSample: text('Unknown sample "{0}"', '未知的取样函数"{0}"'),
  unknownSampleNear: text('Unknown sample "{0}", did you mean "{1}"?', '未知的取样函数"{0}"，是否想写"{1}"？'),
  unknownConverter: text('Unknown converter "{0}"', '未知的转换器"{0}"'),
  unknownConverterNear: text('Unknown converter "{0}", did you mean "{1}"?', '未知的转换器"{0}"，是否想写"{1}"？'),
  missingArgument: text('"{0}" needs {1}', '"{0}"缺少参数 {1}'),
  excessArgument: text('"{0}" takes no more than {1} arguments', '"{0}"最多接受 {1} 个参数'),
  noArguments: text('"{0}" takes no arguments', '"{0}"不接受参数'),
  cannotApply: text('"{0}" works on {1}, not on {2}', '"{0}"作用于{1}，不能用于{2}'),
  wants: text("{0} is needed here, not {1}", "此处需要{0}，而不是{1}"),
  stage: text('"{0}" is not available in {1}', '"{0}"在{1}不可用'),
  missingFetch: text("A sample such as src is missing", "缺少取样函数，例如 src"),
  missingConverter: text("A converter is missing behind the comma", "逗号之后缺少转换器"),
  unclosed: text("Missing closing parenthesis", "缺少右括号"),
  brackets: text("An expression stands here without `%[` and `]`", "此处的表达式不需要写 `%[` 和 `]`"),
  rest: text('A comma is missing before "{0}"', '"{0}"之前缺少逗号'),
};

/** Reports a name that no table knows, with the nearest one as a fix. */
export function reportUnknown(
  reader: Reader,
  name: Word,
  code: string,
  candidates: readonly string[],
  [plain, near]: readonly [Text, Text],
): void {
  const meant = nearest(name.value, candidates) ?? shorter(name.value, candidates);
  reader.report({
    code,
    start: name.start,
    end: name.end,
    message: meant === undefined ? fill(plain, name.value) : fill(near, name.value, meant),
    ...(meant === undefined ? {} : { fixes: [replacement(reader, name, meant, "unsafe")] }),
  });
}

/** The longest name that a name begins with: `lowercase` for `lower`. */
function shorter(name: string, candidates: readonly string[]): string | undefined {
  const found = candidates.filter((one) => one.length >= 4 && one.length * 2 >= name.length && name.startsWith(one));
  return found.sort((a, b) => b.length - a.length)[0];
}

/** Says of an entry that the version does not know it yet, or no longer, or will not for long. */
export function reportAge(reader: Reader, entry: Keyword, name: Word): void {
  const age = ageOf(entry, reader.version);
  if (age === undefined) return;
  const found = { ...age, start: name.start, end: name.end };
  const by = (meant: string | undefined, safety: Fix["safety"]) =>
    meant === undefined ? {} : { fixes: [replacement(reader, name, meant, safety)] };
  if (age.code === "too-new") reader.report(found);
  else if (age.code === "removed-keyword")
    reader.report({ ...found, tag: "deprecated", ...by(entry.removed?.use, "unsafe") });
  else reader.report({ ...found, tag: "deprecated", severity: "information", ...by(entry.aliasOf, "safe") });
}

/** A fix that puts another name in the place of one. */
export function replacement(reader: Reader, name: Word, by: string, safety: Fix["safety"]): Fix {
  return { title: fill(titles.replace, by), safety, edits: [reader.edit({ start: name.start, end: name.end }, by)] };
}
