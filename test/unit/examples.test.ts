/** The example of several hosts: one twin shows every rule across files at work, the other has nothing to say of. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { takeInPaths } from "../../server/src/cli/inputs.ts";
import { stackRules } from "../../server/src/core/languages/stack/rules/index.ts";
import { statementRules } from "../../server/src/core/languages/stack/rules/statements/index.ts";
import { defaultSettings, Service } from "../../server/src/core/service.ts";
import { diskFiles, uriOf } from "../../server/src/files/diskFiles.ts";

const examples = path.join(import.meta.dirname, "..", "..", "examples");
const broken = "cluster";
const fixed = "cluster-fixed";

/** Rules that the example does not show, with the reason: those that others of it exclude. */
const absent: Readonly<Record<string, string>> = {
  "stack/sync-daemon-missing": "of two nodes one has no sync daemon, or both have one that can contradict the other",
};

interface Reported {
  readonly file: string;
  readonly code: string;
  readonly line: string;
}

/** All that is said of the files in a folder while those in all of these folders are known. */
function reported(below: string, ...folders: readonly string[]): readonly Reported[] {
  const service = new Service(
    {
      ...diskFiles,
      failed: (rule, error) => {
        throw new Error(`rule ${rule} failed`, { cause: error });
      },
    },
    defaultSettings,
  );
  const uris = takeInPaths(
    service,
    [below, ...folders].map((folder) => path.join(examples, folder)),
    undefined,
  );
  const root = `${uriOf(path.join(examples, below))}/`;
  const all = new Set([...uris, ...service.workspace.hostFiles().map(({ uri }) => uri)]);
  const found = new Map<string, Reported>();
  for (const asked of [...all].filter((uri) => uri.startsWith(root)).sort()) {
    for (const [uri, problems] of service.problems(asked)) {
      for (const problem of problems) {
        const { start } = service.range(problem);
        const file = uri.slice(root.length);
        const line = `${file}:${start.line + 1} ${problem.severity} ${problem.code} ${problem.message.en}`;
        found.set(line, { file, code: problem.code, line });
      }
    }
  }
  return [...found.values()];
}

function filesOf(folder: string): readonly string[] {
  const all = fs.readdirSync(path.join(examples, folder), { recursive: true, withFileTypes: true });
  return all.flatMap((one) =>
    one.isFile() ? [path.relative(path.join(examples, folder), path.join(one.parentPath, one.name))] : [],
  );
}

/** The lines of a file that are comments, which the twins share: none of them gives a mistake away. */
function commentsIn(folder: string, file: string): readonly string[] {
  const text = fs.readFileSync(path.join(examples, folder, file), "utf8");
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith("#"));
}

describe("the example of several hosts", () => {
  it("has a twin without any problem", () => {
    assert.deepEqual(
      reported(fixed).map(({ line }) => line),
      [],
    );
  });

  it("shows every rule across files, but for those that exclude each other", () => {
    const codes = new Set(reported(broken).map(({ code }) => code));
    const all = [...stackRules, ...statementRules].map(({ id }) => id);
    assert.ok(all.length > 30, "there are rules");
    assert.deepEqual(
      all.filter((id) => !codes.has(id) && !Object.hasOwn(absent, id)),
      [],
      "not shown",
    );
    assert.deepEqual(
      Object.keys(absent).filter((id) => codes.has(id) || !all.includes(id)),
      [],
      "shown after all, or no rule",
    );
  });

  it("is judged as if its twin and the other examples were not there", () => {
    const others = fs.readdirSync(examples).filter((name) => fs.statSync(path.join(examples, name)).isDirectory());
    for (const one of [broken, fixed]) {
      const alone = reported(one).map(({ line }) => line);
      const together = reported(one, ...others.filter((name) => name !== one)).map(({ line }) => line);
      assert.deepEqual(together.sort(), alone.sort());
    }
  });

  it("has the files and the comments of its twin", () => {
    const files = [...filesOf(fixed)].sort();
    assert.ok(files.length > 20, "there are files");
    assert.deepEqual([...filesOf(broken)].sort(), files);
    for (const file of files) assert.deepEqual(commentsIn(broken, file), commentsIn(fixed, file), file);
  });
});
