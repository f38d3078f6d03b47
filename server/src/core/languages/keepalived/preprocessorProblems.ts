/** What the preprocessor has to say. */
import type { Problem, Severity, Source } from "../../schema/problem.ts";
import { fill, type Text, text } from "../../text/localized.ts";
import type { Range } from "../../text/range.ts";

const messages = {
  notFound: text(
    'No file matches "{0}" here; what it holds is not checked',
    '此处找不到与"{0}"匹配的文件，其内容未检查',
  ),
  cycle: text("This file includes itself", "文件包含了自身"),
  badLoop: text('"{0}" is not a valid loop', '"{0}"不是有效的循环'),
  longLoop: text("The loop runs {0} times; the first {1} are checked", "循环执行 {0} 次，仅检查前 {1} 次"),
  undefinedVariable: text('"${0}" is not defined before this line', '"${0}"在此行之前没有定义'),
  severalLines: text(
    '"${0}" has several lines and is only put in at the end of a line',
    '"${0}"的值有多行，只有写在行尾时才会展开',
  ),
  undefinedBraces: text(
    '"${{0}}" is no defined variable; its braces are taken for those of a block',
    '"${{0}}"不是已定义的变量，其花括号会被当作块的括号',
  ),
  conditionOverLines: text(
    "The condition covers only this line: other hosts read the rest of the block without it",
    "条件只对本行有效：其他主机会读到块内其余的行",
  ),
  definitionCycle: text("The definition goes in a circle", "定义循环引用"),
};

export const includeNotFound = (source: Source, at: Range, pattern: string) =>
  problem("include-not-found", "information", source, at, fill(messages.notFound, pattern));

export const includeCycle = (source: Source, at: Range) =>
  problem("include-cycle", "error", source, at, messages.cycle);

export const badLoop = (source: Source, at: Range & { readonly raw: string }) =>
  problem("invalid-loop", "error", source, at, fill(messages.badLoop, at.raw));

export const longLoop = (source: Source, at: Range, total: number, read: number) =>
  problem("long-loop", "information", source, at, fill(messages.longLoop, total, read));

export const undefinedVariable = (source: Source, at: Range, name: string) =>
  problem("undefined-variable", "warning", source, at, fill(messages.undefinedVariable, name));

export const severalLines = (source: Source, at: Range, name: string) =>
  problem("undefined-variable", "warning", source, at, fill(messages.severalLines, name));

export const undefinedBraces = (source: Source, at: Range, inside: string) =>
  problem("undefined-variable", "error", source, at, fill(messages.undefinedBraces, inside));

export const definitionCycle = (source: Source, at: Range) =>
  problem("definition-cycle", "error", source, at, messages.definitionCycle);

/** A host that the condition leaves out drops the one line, with its brace, and stumbles over the others. */
export const conditionOverLines = (source: Source, at: Range, applies: boolean) =>
  problem("condition-over-lines", applies ? "warning" : "error", source, at, messages.conditionOverLines);

function problem(code: string, severity: Severity, source: Source, at: Range, message: Text): Problem {
  return { code: `keepalived/${code}`, severity, message, source, start: at.start, end: at.end };
}
