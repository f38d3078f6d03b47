/** For people at a terminal: the place, the message, and the line with the words underlined. */
import type { Problem, Severity } from "../../core/schema/problem.ts";
import { fill, text as localized, say, type Text } from "../../core/text/localized.ts";
import { visible } from "../columns.ts";
import { excerpt } from "./excerpt.ts";
import type { FileReport, Format, ReportContext } from "./report.ts";
import { rewritten } from "./rewritten.ts";
import { severityNames } from "./severity.ts";

const message = localized("{0}: {1}", "{0}：{1}");
const clean = localized("No problems", "没有问题");
const unchanged = localized("nothing breaks or changes", "没有失效或变化的内容");
const nothingFixed = localized("No safe fixes to apply", "没有可应用的安全修复");
const indent = "    ";
/** ANSI colours; red, yellow, blue, cyan. */
const colours: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 34, hint: 36 };

export const text: Format = (files, context) => {
  const lines = files.flatMap((file) => file.problems.flatMap((problem) => describe(file, problem, context)));
  if (context.fixed !== undefined) lines.push(say(fixed(context.fixed.fixes, context.fixed.files), context.locale));
  return `${[...lines, summary(files, context)].join("\n")}\n`;
};

function describe(file: FileReport, problem: Problem, context: ReportContext): readonly string[] {
  const paint = (words: string) => (context.colours ? `\u001b[${colours[problem.severity]}m${words}\u001b[0m` : words);
  const { start, end } = context.range(problem);
  const name = paint(say(severityNames[problem.severity], context.locale));
  const words = `${visible(say(problem.message, context.locale))} [${problem.code}]`;
  const source = file.line(start.line);
  const last = end.line === start.line ? end.character : source.length;
  const { line, lead, length } = excerpt(source, start.character, last, Math.max(20, context.columns - indent.length));
  return [
    `${visible(file.path)}:${start.line + 1}:${start.character + 1}: ${say(fill(message, name, words), context.locale)}`,
    `${indent}${line}`,
    `${indent}${" ".repeat(lead)}${paint("^".repeat(length))}`,
    ...(context.upgrades === undefined ? [] : newLines(file, problem, context)).map((one) => `${indent}${one}`),
    ...(problem.related ?? []).map((related) => {
      const at = context.range(related).start;
      const where = `${visible(context.path(related.source.uri))}:${at.line + 1}:${at.character + 1}`;
      return `${indent}${where}: ${visible(say(related.message, context.locale))}`;
    }),
  ];
}

/** What the line becomes: the first fix is the one that is meant most likely. */
function newLines(file: FileReport, problem: Problem, context: ReportContext): readonly string[] {
  const fix = problem.fixes?.[0];
  return fix === undefined ? [] : rewritten(file, fix, context).map(visible);
}

/** "8 errors, 5 warnings, 3 notes; 5 files checked, 2 problems can be fixed with --fix". */
function summary(files: readonly FileReport[], { locale, fixable, upgrades }: ReportContext): string {
  const problems = files.flatMap((file) => file.problems);
  const count = (...wanted: readonly Severity[]) => problems.filter((one) => wanted.includes(one.severity)).length;
  const compared = (upgrades ?? []).map(({ title, from, to }) => `${title} ${from} → ${to}: `).join("");
  const counts = [
    counted(count("error"), "{0} error", "{0} errors", "{0} 个错误"),
    counted(count("warning"), "{0} warning", "{0} warnings", "{0} 个警告"),
    counted(count("information", "hint"), "{0} note", "{0} notes", "{0} 条提示"),
  ].flat();
  const checked = [
    counted(files.length, "{0} file checked", "{0} files checked", "检查了 {0} 个文件"),
    counted(
      fixable,
      "{0} problem can be fixed with --fix",
      "{0} problems can be fixed with --fix",
      "{0} 个问题可用 --fix 修复",
    ),
  ].flat();
  const list = (parts: readonly Text[]) =>
    parts.map((part) => say(part, locale)).join(locale === "zh-cn" ? "，" : ", ");
  const none = upgrades === undefined ? clean : unchanged;
  const found = `${compared}${list(counts.length === 0 ? [none] : counts)}`;
  return [found, list(checked)].join(locale === "zh-cn" ? "；" : "; ");
}

function fixed(fixes: number, files: number): Text {
  if (fixes === 0) return nothingFixed;
  const applied = fixes === 1 ? "{0} fix applied" : "{0} fixes applied";
  return fill(
    localized(`${applied} in {1} ${files === 1 ? "file" : "files"}`, "已在 {1} 个文件中应用 {0} 处修复"),
    fixes,
    files,
  );
}

/** Nothing for 0. */
function counted(number: number, one: string, many: string, chinese: string): readonly Text[] {
  return number === 0 ? [] : [fill(localized(number === 1 ? one : many, chinese), number)];
}
