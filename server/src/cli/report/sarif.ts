/** SARIF 2.1.0, for code scanning services. */

import type { Location, Severity } from "../../core/schema/problem.ts";
import { allRules } from "../../core/service.ts";
import { say } from "../../core/text/localized.ts";
import type { Format } from "./report.ts";

const levels: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

export const sarif: Format = (files, context) => {
  const place = (location: Location, path: string) => {
    const { start, end } = context.range(location);
    return {
      artifactLocation: { uri: path.split("\\").join("/") },
      region: {
        startLine: start.line + 1,
        startColumn: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      },
    };
  };
  const output = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "ha-config",
            rules: allRules().map((rule) => ({
              id: rule.id,
              shortDescription: { text: say(rule.summary, context.locale) },
              fullDescription: { text: say(rule.why, context.locale) },
              defaultConfiguration: { level: levels[rule.severity] },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: files.flatMap((file) =>
          file.problems.map((problem) => ({
            ruleId: problem.code,
            level: levels[problem.severity],
            message: { text: say(problem.message, context.locale) },
            locations: [{ physicalLocation: place(problem, file.path) }],
            relatedLocations: (problem.related ?? []).map((related, id) => ({
              id,
              physicalLocation: place(related, context.path(related.source.uri)),
              message: { text: say(related.message, context.locale) },
            })),
          })),
        ),
      },
    ],
  };
  return `${JSON.stringify(output, null, 2)}\n`;
};
