/**
 * A real kernel as the judge of rules: user-mode-linux boots on the host's own files, read-only, in a few seconds and
 * as any user. Its modules bring IPVS, which the host's kernel need not have.
 */
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { requireDebian } from "../../../scripts/debian.ts";

const moduleRoot = "/usr/lib/uml/modules";
const here = import.meta.dirname;
/** Seconds after which a machine that has not switched itself off is taken for hung. */
const patience = 300;

/** Boots a machine in which "ipvsadm -R" reads one text after the other, and tells what was printed for each. */
export async function readRules(texts: readonly string[]): Promise<readonly string[]> {
  requireDebian(["user-mode-linux", "busybox-static", "iproute2", "netbase", "ipvsadm"]);
  const out = fs.mkdtempSync(path.join(os.tmpdir(), "ipvs-"));
  try {
    for (const file of ["init.sh", "job.sh"]) fs.copyFileSync(path.join(here, file), path.join(out, file));
    fs.chmodSync(path.join(out, "init.sh"), 0o755);
    const names = texts.map((_, index) => `rules${index}`);
    for (const [index, name] of names.entries()) fs.writeFileSync(path.join(out, name), texts[index] ?? "");
    fs.writeFileSync(path.join(out, "files"), names.map((name) => `${name}\n`).join(""));
    fs.writeFileSync(path.join(out, "modules"), modules().join("\n").concat("\n"));
    const console = await boot(out);
    const status = path.join(out, "status");
    if (!fs.existsSync(status)) throw new Error(`the machine did not finish:\n${console.slice(-2000)}`);
    const outputs = fs
      .readFileSync(path.join(out, "job.out"), "utf8")
      .split(/^@end\n/m)
      .slice(0, -1);
    if (outputs.length !== texts.length) {
      throw new Error(`${outputs.length} outputs for ${texts.length} texts:\n${console.slice(-2000)}`);
    }
    return outputs;
  } finally {
    fs.rmSync(out, { recursive: true });
  }
}

function boot(out: string): Promise<string> {
  const args = [
    "mem=256M",
    ...["rootfstype=hostfs", "rootflags=/", "ro", `init=${path.join(out, "init.sh")}`],
    ...["con=null", "con0=fd:0,fd:1", "quiet", `out=${out}`],
  ];
  // It maps its memory from a file in its home's folder for temporary files.
  const env = { ...process.env, HOME: process.env["HOME"] ?? out };
  const machine = spawn("linux.uml", args, { env, stdio: ["ignore", "pipe", "pipe"], timeout: patience * 1000 });
  let printed = "";
  for (const stream of [machine.stdout, machine.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      printed += chunk;
    });
  }
  return new Promise((resolve, reject) => {
    machine.on("error", reject).on("close", () => resolve(printed));
  });
}

/** The files of all modules of IPVS and of those they need, in the order of loading. */
function modules(): readonly string[] {
  const [version] = fs.readdirSync(moduleRoot).sort();
  if (version === undefined) throw new Error(`no modules in ${moduleRoot}`);
  const folder = path.join(moduleRoot, version);
  const needs = new Map(
    fs
      .readFileSync(path.join(folder, "modules.dep"), "utf8")
      .split("\n")
      .filter((line) => line.includes(":"))
      .map((line): [string, readonly string[]] => {
        const [file = "", rest = ""] = line.split(":");
        return [file, rest.split(" ").filter((name) => name !== "")];
      }),
  );
  const ordered = new Set<string>();
  for (const [file, before] of needs) {
    if (!/\/ip_vs[^/]*\.ko/.test(file)) continue;
    // modules.dep lists what a module needs with the last to load first.
    for (const one of [...[...before].reverse(), file]) ordered.add(path.join(folder, one));
  }
  return [...ordered];
}
