/** The verbs of most tests: a drawing goes in, what the service says of it is compared with what is drawn. */
import assert from "node:assert/strict";
import type { Problem } from "../../server/src/core/schema/problem.ts";
import { defaultSettings, Service, type ServiceSettings } from "../../server/src/core/service.ts";
import { draw, type FixtureFile, type Mark, readFixture } from "./fixture.ts";

export const folder = "file:///etc/keepalived/";

export interface Loaded {
  readonly service: Service;
  readonly files: readonly FixtureFile[];
  readonly isWorkspace: boolean;
}

/**
 * A service that has the files of a drawing on its disk and the first of them open. Where even the first file has a name
 * of its own the drawing is of a whole workspace, and all files are taken in.
 */
export function load(drawing: string, name = "keepalived.conf", settings: Partial<ServiceSettings> = {}): Loaded {
  const files = readFixture(drawing, name);
  const texts = new Map(files.map((file) => [folder + file.name, file.text]));
  const service = new Service(
    {
      read: (uri) => texts.get(uri),
      list: (pattern) => [...texts.keys()].filter((uri) => matchesGlob(pattern, uri)),
      failed: (rule, error) => {
        throw new Error(`rule ${rule} failed`, { cause: error });
      },
    },
    { ...defaultSettings, ...settings },
  );
  const [first] = files;
  assert.ok(first, "the drawing has a file");
  service.open(folder + first.name, undefined, first.text) ||
    service.open(folder + first.name, languageOf(first.name), first.text);
  const isWorkspace = /^\n*#- /.test(drawing);
  for (const file of isWorkspace ? files.slice(1) : []) {
    service.workspace.add(folder + file.name, file.text, { languageId: undefined, open: false });
  }
  return { service, files, isWorkspace };
}

/** The problems of one of the files: those that the first file's configurations know of, or its own in a workspace. */
export function problemsOf({ service, files, isWorkspace }: Loaded, name: string): readonly Problem[] {
  const asked = isWorkspace ? name : (files[0]?.name ?? "");
  return service.problems(folder + asked).get(folder + name) ?? [];
}

/** The language of a file of a drawing. */
export function languageOf(name: string): string {
  if (/sysctl/.test(name)) return "sysctl-conf";
  if (/\.ya?ml$/.test(name)) return "kube-proxy";
  if (name.endsWith(".rules")) return "ipvsadm";
  return name.endsWith(".cfg") ? "haproxy" : "keepalived";
}

/** Stars only, which is all that fixtures use. */
function matchesGlob(pattern: string, uri: string): boolean {
  const expression = pattern
    .split("*")
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
    .join("[^/]*");
  return new RegExp(`^${expression}$`).test(uri);
}

/** The problems of each file, as marks. */
export function found(loaded: Loaded, only: (problem: Problem) => boolean = () => true): readonly (readonly Mark[])[] {
  const { service, files } = loaded;
  return files.map((file) =>
    problemsOf(loaded, file.name)
      .filter(only)
      .map((problem) => {
        const range = service.range(problem);
        const end = range.end.line === range.start.line ? range.end.character : range.start.character + 1;
        return {
          line: range.start.line,
          start: range.start.character,
          end: Math.max(end, range.start.character + 1),
          text: `${problem.severity}: ${problem.message.en}`,
        };
      }),
  );
}

/** Fails unless exactly the marked spans are reported, by the rules that `only` lets through. */
export function checkProblems(
  drawing: string,
  options: { name?: string; settings?: Partial<ServiceSettings>; only?: (problem: Problem) => boolean } = {},
): void {
  const loaded = load(drawing, options.name, options.settings);
  const all = found(loaded, options.only);
  for (const [index, file] of loaded.files.entries()) {
    const marks = all[index] ?? [];
    const matches = (mark: Mark, wanted: Mark) =>
      mark.line === wanted.line &&
      mark.start === wanted.start &&
      mark.end === wanted.end &&
      mark.text.includes(wanted.text);
    const extra = marks.filter((mark) => !file.marks.some((wanted) => matches(mark, wanted)));
    const missing = file.marks.filter((wanted) => !marks.some((mark) => matches(mark, wanted)));
    if (extra.length > 0 || missing.length > 0) {
      assert.fail(`${file.name}: expected\n${draw(file.text, file.marks)}\n\nbut found\n${draw(file.text, marks)}`);
    }
  }
}
