/** Workflow commands that GitHub Actions turns into annotations. */

import type { Severity } from "../../core/schema/problem.ts";
import { say } from "../../core/text/localized.ts";
import type { Format } from "./report.ts";

const commands: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

export const github: Format = (files, context) =>
  files
    .flatMap((file) =>
      file.problems.map((problem) => {
        const { start, end } = context.range(problem);
        const properties = {
          file: file.path,
          line: start.line + 1,
          col: start.character + 1,
          endLine: end.line + 1,
          endColumn: end.character + 1,
          title: problem.code,
        };
        const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
        const message = escapeData(say(problem.message, context.locale));
        return `::${commands[problem.severity]} ${list.join(",")}::${message}\n`;
      }),
    )
    .join("");

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
