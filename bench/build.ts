/** The builds that are measured: copies, so that a later build in `dist/` does not disturb a run. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { codeStyle } from "../scripts/build.ts";
import { dist, root } from "../scripts/paths.ts";

/** Everything that a run keeps: builds, compile caches, documents. */
export const benchFolder = path.join(root, ".cache", "bench");
const shipped = ["server.js", "cli.js", "cli-main.js"];

/** Builds what ships, minified, and copies it to a folder of the given name; returns the folder. */
export async function buildOurs(name: string): Promise<string> {
  const args = [path.join(root, "scripts", "build.ts"), "--minify"];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`The build failed:\n${stderr}`);
  const folder = path.join(benchFolder, name);
  fs.mkdirSync(folder, { recursive: true });
  for (const file of shipped) fs.copyFileSync(path.join(dist, file), path.join(folder, file));
  await bundle("core/measure.ts", coreProgram(folder));
  await bundle("estate/measure.ts", estateProgram(folder));
  return folder;
}

/** The folder of an earlier build that was kept under a name. */
export function keptBuild(name: string): string {
  const folder = path.join(benchFolder, name);
  if (!fs.existsSync(coreProgram(folder))) throw new Error(`No build is kept as "${name}"; make it with --keep`);
  return folder;
}

/** What measures the core of a build. */
export function coreProgram(folder: string): string {
  return path.join(folder, "core.cjs");
}

/** What measures a workspace of many hosts with a build. */
export function estateProgram(folder: string): string {
  return path.join(folder, "estate.cjs");
}

/** Bundles the empty server in the way ours is; returns its program. */
export async function buildEcho(): Promise<string> {
  const program = path.join(benchFolder, "echo.cjs");
  await bundle("lsp/echo.ts", program);
  return program;
}

async function bundle(source: string, outfile: string): Promise<void> {
  const entryPoints = [path.join(import.meta.dirname, source)];
  const mainFields = ["module", "main"];
  // `import.meta.main` is undefined there, as it should be.
  const logOverride = { "empty-import-meta": "silent" } as const;
  await build({ entryPoints, outfile, mainFields, logOverride, bundle: true, ...codeStyle(true), platform: "node" });
}
