/** What this project says about a configuration. */
import path from "node:path";
import { defaultSettings, Service } from "../../server/src/core/service.ts";
import type { File } from "./judged.ts";

export interface Diagnostic {
  readonly severity: "error" | "warning" | "information" | "hint";
  readonly code: string;
  readonly message: string;
  /** Path as given. */
  readonly file: string;
  /** From 1, as the daemon counts. */
  readonly line: number;
}

const folder = "file:///judged/";

/** The diagnostics of all files that `main` reads, itself first; for the daemon of that language and version. */
export function check(language: string, files: readonly File[], main: string, version: string): Diagnostic[] {
  const texts = new Map(files.map((file) => [folder + file.path, file.text]));
  const service = new Service(
    {
      list: (pattern) => [...texts.keys()].filter((uri) => path.posix.matchesGlob(uri, pattern)).sort(),
      read: (uri) => texts.get(uri),
      failed: (rule, error) => {
        throw new Error(`The rule ${rule} failed.`, { cause: error });
      },
    },
    { ...defaultSettings, versions: { [language]: version }, together: [] },
  );
  service.open(folder + main, language, texts.get(folder + main) ?? "");
  return [...service.problems(folder + main)].flatMap(([uri, problems]) =>
    problems.map((problem) => ({
      severity: problem.severity,
      code: problem.code,
      message: problem.message.en,
      file: uri.slice(folder.length),
      line: service.range(problem).start.line + 1,
    })),
  );
}
