// Writes every committed file that follows from the language tables and the rules. With --check it writes nothing,
// names the files that are stale, and fails if there is one.

import { parseArgs } from "node:util";
import { allRules, languages } from "../server/src/core/service.ts";
import type { Chapter } from "./generate/chapters.ts";
import { type Generated, stale, update } from "./generate/files.ts";
import { grammars } from "./generate/grammars.ts";
import { haproxyChapters } from "./generate/haproxyChapters.ts";
import { ipvsadmChapters } from "./generate/ipvsadmChapters.ts";
import { keywordPages } from "./generate/keywordPages.ts";
import { renderPages } from "./generate/markdown.ts";
import { rulePages } from "./generate/rulePages.ts";
import { ruleSettings } from "./generate/ruleSettings.ts";
import { statementsSchema } from "./generate/statementsSchema.ts";
import { sysctlChapters } from "./generate/sysctlChapters.ts";

/** What the references of languages have beside their blocks, by the language's id. */
const chapters: Readonly<Record<string, readonly Chapter[]>> = {
  haproxy: haproxyChapters,
  "sysctl-conf": sysctlChapters,
  ipvsadm: ipvsadmChapters,
};

function generate(): Generated {
  const rules = allRules();
  return {
    files: new Map([
      ...grammars(),
      ...renderPages([
        ...languages.flatMap((language) => keywordPages(language, chapters[language.id] ?? [])),
        ...rulePages(rules),
      ]),
      ...ruleSettings(rules),
      ...statementsSchema(rules),
    ]),
    folders: ["docs/keywords", "docs/rules"],
  };
}

const { values } = parseArgs({ options: { check: { type: "boolean" } } });
if (values.check === true) {
  const files = stale(generate());
  for (const file of files.slice(0, 10)) console.error(`stale: ${file}`);
  if (files.length > 10) console.error(`and ${files.length - 10} more`);
  if (files.length > 0) {
    console.error("Run npm run generate, and commit what it writes.");
    process.exitCode = 1;
  }
} else {
  for (const file of update(generate())) console.log(`written: ${file}`);
}
