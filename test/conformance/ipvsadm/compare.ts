/** Our word on scenes of rules beside the kernel's: what becomes of each line, and the table at the end. */
import { printTable } from "../../../server/src/core/languages/ipvsadm/model/print.ts";
import { type Outcome, tableOf } from "../../../server/src/core/languages/ipvsadm/model/table.ts";
import type { Problem } from "../../../server/src/core/schema/problem.ts";
import { defaultSettings, Service } from "../../../server/src/core/service.ts";
import { askKernel, type Verdict } from "./kernel.ts";

/** Rules that are read one after the other into an empty table. */
export interface Scene {
  readonly name: string;
  readonly lines: readonly string[];
}

export interface Difference {
  readonly scene: string;
  readonly line: string;
  readonly theirs: string;
  readonly ours: string;
}

export interface Result {
  readonly lines: number;
  readonly refused: number;
  readonly tables: number;
  /** Lines of which only the host can know what becomes of them. */
  readonly undecided: number;
  readonly differences: readonly Difference[];
}

/** Asks the kernel and ourselves of all scenes. */
export async function compareScenes(scenes: readonly Scene[]): Promise<Result> {
  const judged = scenes.map(({ lines }) => judge(lines.join("\n").concat("\n")));
  const answers = await askKernel(
    scenes.map(({ lines }, scene) => ({
      lines,
      // Where the host decides, it may be that ipvsadm leaves.
      stops: (line) =>
        judged[scene]?.outcomes.get(line)?.certain === false ||
        judged[scene]?.outcomes.get(line)?.effect === "stops" ||
        judged[scene]?.outcomes.has(line) === false,
    })),
  );
  const differences: Difference[] = [];
  let lines = 0;
  let refused = 0;
  let undecided = 0;
  for (const [at, scene] of scenes.entries()) {
    const answer = answers[at];
    const ours = judged[at];
    if (answer === undefined || ours === undefined) continue;
    for (const [index, line] of scene.lines.entries()) {
      const verdict = answer.verdicts[index];
      const outcome = ours.outcomes.get(index);
      const problems = ours.problems.get(index) ?? [];
      if (verdict === undefined) continue;
      lines++;
      if (verdict.effect !== "none") refused++;
      const differs = difference(line, verdict, outcome, problems);
      if (differs !== undefined && outcome?.certain === false) undecided++;
      else if (differs !== undefined) {
        differences.push({ scene: scene.name, line, theirs: `${verdict.effect} ${verdict.said}`, ours: differs });
      }
    }
    const [table, own] = [answer.table, ours.table].map((all) => [...all].sort().join("\n"));
    if (table !== own && !ours.uncertain) {
      differences.push({ scene: scene.name, line: "the table", theirs: `\n${table}`, ours: `\n${own}` });
    }
  }
  return { lines, refused, tables: scenes.length, undecided, differences };
}

/** Faults that are no errors to us although the line is left out, for the reason in their rule's own text. */
const lenient: ReadonlySet<string> = new Set([
  "ipvsadm/unknown-service",
  "ipvsadm/unknown-server",
  "ipvsadm/daemon-stopped",
  "ipvsadm/dpvs-dialect",
]);

/** What we say otherwise than the kernel; undefined where we agree. */
function difference(
  line: string,
  verdict: Verdict,
  outcome: Outcome | undefined,
  problems: readonly Problem[],
): string | undefined {
  const errors = problems.filter(({ severity }) => severity === "error");
  const told = errors.map(({ code, message }) => `${code}: ${message.en}`).join("; ");
  if (outcome === undefined) {
    // A comment: ipvsadm takes its first word for no command, and leaves.
    return verdict.effect === "none" || (verdict.effect === "stops" && /^\s*#/.test(line)) ? undefined : "nothing";
  }
  const effect = outcome.effect ?? "none";
  if (effect !== verdict.effect) return `${effect} ${told}`;
  if (effect === "skips" && outcome.kernel !== verdict.kernel)
    return `${outcome.kernel ? "the kernel" : "ipvsadm"} ${told}`;
  if (effect === "none") return errors.length > 0 ? `an error: ${told}` : undefined;
  const isTold =
    errors.length > 0 || problems.some(({ code }) => lenient.has(code)) || outcome.dialect || outcome.caused;
  return isTold ? undefined : `${effect}, and no error`;
}

const uri = "file:///etc/ipvsadm.rules";

function judge(text: string) {
  const service = new Service(
    {
      read: () => undefined,
      list: () => [],
      failed: (rule, error) => {
        throw new Error(`rule ${rule} failed`, { cause: error });
      },
    },
    defaultSettings,
  );
  service.open(uri, "ipvsadm", text);
  const [configuration] = service.workspace.configurations(uri);
  if (configuration === undefined) throw new Error("the rules make no configuration");
  const table = tableOf(configuration);
  const outcomes = new Map<number, Outcome>();
  for (const outcome of table.outcomes) {
    outcomes.set(service.range(outcome.bound.at(outcome.bound.head)).start.line, outcome);
  }
  const problems = new Map<number, Problem[]>();
  for (const problem of service.problems(uri).get(uri) ?? []) {
    const { line } = service.range(problem).start;
    problems.set(line, [...(problems.get(line) ?? []), problem]);
  }
  const uncertain = table.outcomes.some(
    ({ certain, bound }) =>
      !certain && bound.keyword?.name.startsWith("-") === true && !bound.keyword.name.startsWith("--"),
  );
  return { outcomes, problems, table: printTable(table), uncertain };
}
