/** The command line against the daemon's own test of the same file, as whole processes. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { interfacesIn } from "../../test/conformance/keepalived/interfaces.ts";
import { Namespace, quote } from "../../test/conformance/namespace.ts";
import { benchFolder } from "../build.ts";
import type { Subject } from "../documents/subjects.ts";
import type { Job, Times } from "./pairs.ts";

export const daemon = "the daemon's test";
export const bareNode = "node";

/** Whether the daemon is installed that tests files of a language. */
export function hasDaemon({ test }: Subject): boolean {
  return spawnSync(test("")[0], ["-v"]).error === undefined;
}

/** A namespace with the interfaces that the documents name; the test of keepalived wants to see them. */
export function daemonNamespace(texts: readonly string[]): Namespace {
  const namespace = new Namespace();
  namespace.ensure(interfacesIn(texts));
  return namespace;
}

/** Measures `check` of each build, the daemon's test and a Node that does nothing. */
export async function compareChecks(
  file: string,
  builds: Readonly<Record<string, string>>,
  test: Subject["test"] | undefined,
  namespace: Namespace | undefined,
  rounds: number,
): Promise<Times> {
  const ours = Object.entries(builds).map(([name, folder]) => [
    name,
    [process.execPath, path.join(folder, "cli.js"), "check", file],
  ]);
  const commands: Job["commands"] = {
    ...Object.fromEntries(ours),
    [bareNode]: [process.execPath, "-e", "0"],
    ...(test === undefined ? {} : { [daemon]: test(file) }),
  };
  const job: Job = { rounds, commands };
  const program = path.join(import.meta.dirname, "pairs.ts");
  const input = JSON.stringify(job);
  const times = namespace === undefined ? here(program, input) : await inside(namespace, program, input);
  const wrong = Object.entries(times.status).filter(([, status]) => status !== 0);
  if (wrong.length > 0)
    console.warn(`${file}: ${wrong.map(([name, status]) => `${name} ends with ${status}`).join(", ")}`);
  return times;
}

function here(program: string, input: string): Times {
  return JSON.parse(spawnSync(process.execPath, [program], { input, encoding: "utf8" }).stdout) as Times;
}

async function inside(namespace: Namespace, program: string, input: string): Promise<Times> {
  const job = path.join(benchFolder, "job.json");
  const result = path.join(benchFolder, "times.json");
  fs.writeFileSync(job, input);
  const status = await namespace.run(
    `${[process.execPath, program].map(quote).join(" ")} <${quote(job)} >${quote(result)}`,
  );
  if (status !== 0) throw new Error(`Measuring the checks ended with status ${status}`);
  return JSON.parse(fs.readFileSync(result, "utf8")) as Times;
}
