/** The stable format for scripts; its shape is a contract. */
import { say } from "../../core/text/localized.ts";
import type { Format } from "./report.ts";

export const json: Format = (files, context) => {
  const span = (location: Parameters<typeof context.range>[0]) => {
    const { start, end } = context.range(location);
    return { start, end };
  };
  const output = {
    version: 1,
    files: files.map((file) => ({
      path: file.path,
      language: file.language,
      diagnostics: file.problems.map((problem) => ({
        range: span(problem),
        severity: problem.severity,
        code: problem.code,
        message: say(problem.message, context.locale),
        related: (problem.related ?? []).map((related) => ({
          path: context.path(related.source.uri),
          range: span(related),
          message: say(related.message, context.locale),
        })),
        fixes: (problem.fixes ?? []).map((fix) => ({ title: say(fix.title, context.locale), safety: fix.safety })),
      })),
    })),
  };
  return `${JSON.stringify(output)}\n`;
};
