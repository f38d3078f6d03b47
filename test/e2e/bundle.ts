// Bundles the suite into one file that an extension host can load, outside of the checkout.

import path from "node:path";
import { type BuildOptions, build } from "esbuild";
import { root } from "../../scripts/paths.ts";

/** The two kinds of extension host: a Node process, or a web worker of the page. */
export type HostKind = "node" | "web";

/** Writes the bundle into `folder` and returns its path. */
export async function bundleSuite(folder: string, kind: HostKind): Promise<string> {
  const outfile = path.join(folder, "suite.cjs");
  const node: BuildOptions = {
    platform: "node",
    target: "node20",
    // Mocha finds its own files on disk, so it is loaded from where it is installed.
    alias: { mocha: path.join(root, "node_modules", "mocha", "lib", "mocha.cjs") },
    external: ["vscode", path.join(root, "node_modules", "mocha", "lib", "mocha.cjs")],
  };
  const web: BuildOptions = {
    platform: "browser",
    target: "es2022",
    alias: { mocha: path.join(root, "test", "e2e", "suite", "webMocha.ts") },
    external: ["vscode"],
    // Mocha's script would take our module.exports for its own; like this it sets its globals and no more.
    define: { exports: "undefined" },
  };
  await build({
    ...(kind === "node" ? node : web),
    absWorkingDir: root,
    entryPoints: ["test/e2e/suite/index.ts"],
    outfile,
    bundle: true,
    format: "cjs",
    sourcemap: "inline",
    logLevel: "warning",
  });
  return outfile;
}
