/** For people at a terminal: the place, the message, and the line with the words underlined. */
import type { Severity } from "../../core/schema/problem.ts";
import { fill, text as localized, say } from "../../core/text/localized.ts";
import type { Format } from "./report.ts";

const names = {
  error: localized("error", "错误"),
  warning: localized("warning", "警告"),
  information: localized("information", "信息"),
  hint: localized("hint", "提示"),
};
const total = localized("{0} errors, {1} warnings in {2} files", "{2} 个文件，{0} 个错误，{1} 个警告");
const clean = localized("No problems in {0} files", "{0} 个文件，没有问题");
/** ANSI colours; red, yellow, blue, cyan. */
const colours: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 34, hint: 36 };

export const text: Format = (files, context) => {
  const paint = (code: number, words: string) => (context.colours ? `\u001b[${code}m${words}\u001b[0m` : words);
  const lines: string[] = [];
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const file of files) {
    for (const problem of file.problems) {
      counts[problem.severity]++;
      const { start, end } = context.range(problem);
      const name = paint(colours[problem.severity], say(names[problem.severity], context.locale));
      const place = `${file.path}:${start.line + 1}:${start.character + 1}`;
      lines.push(`${place}: ${name}: ${say(problem.message, context.locale)} [${problem.code}]`);
      const source = file.line(start.line);
      if (source.length <= 200) {
        const length = end.line === start.line ? end.character - start.character : source.length - start.character;
        const lead = source.slice(0, start.character).replace(/[^\t]/g, " ");
        lines.push(`    ${source}`, `    ${lead}${paint(colours[problem.severity], "^".repeat(Math.max(1, length)))}`);
      }
      for (const related of problem.related ?? []) {
        const at = context.range(related).start;
        const where = `${context.path(related.source.uri)}:${at.line + 1}:${at.character + 1}`;
        lines.push(`    ${where}: ${say(related.message, context.locale)}`);
      }
    }
  }
  const none = Object.values(counts).every((count) => count === 0);
  const summary = none ? fill(clean, files.length) : fill(total, counts.error, counts.warning, files.length);
  lines.push(say(summary, context.locale));
  return `${lines.join("\n")}\n`;
};
