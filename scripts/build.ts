// Bundles everything that ships into dist/: two clients, two servers, the page of the topology panel and the command line.
// Types are not checked here (that is tsc's part), so a build takes well under a second.

import { parseArgs } from "node:util";
import { type BuildOptions, build, context, type Metafile, type Plugin } from "esbuild";
import { root } from "./paths.ts";

export interface BuildSettings {
  readonly minify: boolean;
}

/** Our packages are ES modules, some of what they import is CommonJS and calls require(). */
const requireInEsm =
  'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);';

/**
 * `node dist/cli.js` starts through three lines of its own: Node caches compiled code only for modules that load
 * after the cache is switched on. The server needs no such start, because the client names the cache in its environment.
 */
const cliStart = 'import module from "node:module";\nmodule.enableCompileCache?.();\nawait import("./cli-main.js");\n';

/**
 * How code is made smaller. Names stay as they are, for stack traces in bug reports: `keepNames` would let them be
 * shortened and put them back at run time, for every closure that is made, and the parser is then ten times slower.
 */
export function codeStyle(minify: boolean): Pick<BuildOptions, "minifyWhitespace" | "minifySyntax"> {
  return { minifyWhitespace: minify, minifySyntax: minify };
}

/** One entry for each file in dist/, in the order in which sizes are printed. */
function bundles({ minify }: BuildSettings): readonly BuildOptions[] {
  const common: BuildOptions = {
    absWorkingDir: root,
    bundle: true,
    ...codeStyle(minify),
    sourcemap: minify ? false : "linked",
    metafile: true,
    legalComments: "none",
    logLevel: "warning",
  };
  // VS Code 1.100, the oldest we promise, runs extensions on Node 20.
  const node: BuildOptions = { ...common, platform: "node", target: "node20", mainFields: ["module", "main"] };
  const web: BuildOptions = { ...common, platform: "browser", target: "es2022" };
  const nodeEsm: BuildOptions = { ...node, format: "esm", banner: { js: requireInEsm } };
  return [
    {
      ...node,
      format: "cjs",
      external: ["vscode"],
      entryPoints: ["client/src/node/main.ts"],
      outfile: "dist/client.cjs",
    },
    {
      ...web,
      format: "cjs",
      external: ["vscode"],
      entryPoints: ["client/src/browser/main.ts"],
      outfile: "dist/browser-client.cjs",
    },
    { ...nodeEsm, entryPoints: ["server/src/node/main.ts"], outfile: "dist/server.js" },
    { ...web, format: "iife", entryPoints: ["server/src/browser/main.ts"], outfile: "dist/browser-server.js" },
    { ...web, format: "iife", entryPoints: ["client/src/webview/main.ts"], outfile: "dist/webview.js" },
    { ...web, entryPoints: ["client/src/webview/style.css"], outfile: "dist/webview.css" },
    { ...nodeEsm, entryPoints: ["server/src/cli/main.ts"], outfile: "dist/cli-main.js" },
    {
      ...common,
      bundle: false,
      sourcemap: false,
      platform: "node",
      stdin: { contents: cliStart, loader: "js", sourcefile: "cli.js" },
      outfile: "dist/cli.js",
    },
  ];
}

/** Builds all bundles once and tells what is in them. esbuild prints what is wrong itself; the promise then rejects. */
export async function buildAll(settings: BuildSettings): Promise<readonly Metafile[]> {
  const started = performance.now();
  const results = await Promise.all(bundles(settings).map((options) => build(options)));
  console.log(`Built in ${Math.round(performance.now() - started)} ms.`);
  return results.flatMap(({ metafile }) => metafile ?? []);
}

/** Builds again on each change of a source file, until the process ends. */
export async function watchAll(settings: BuildSettings): Promise<void> {
  const contexts = await Promise.all(
    bundles(settings).map((options) => context({ ...options, plugins: [reportRebuild(options.outfile ?? "")] })),
  );
  await Promise.all(contexts.map((each) => each.watch()));
  console.log("Watching for changes; Ctrl-C ends it.");
}

/** The "[watch]" lines are what .vscode/tasks.json waits for. */
function reportRebuild(outfile: string): Plugin {
  return {
    name: "report-rebuild",
    setup: ({ onStart, onEnd }) => {
      onStart(() => console.log(`[watch] build started ${outfile}`));
      onEnd(({ errors }) => console.log(`[watch] build finished ${outfile}, ${errors.length} errors`));
    },
  };
}

function printSizes(metafile: Metafile): void {
  for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
    if (!file.endsWith(".map")) {
      console.log(`${file.padEnd(26)} ${(bytes / 1024).toFixed(1).padStart(8)} KiB`);
    }
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { watch: { type: "boolean" }, minify: { type: "boolean" } } });
  const settings: BuildSettings = { minify: values.minify ?? false };
  try {
    if (values.watch === true) await watchAll(settings);
    else for (const metafile of await buildAll(settings)) printSizes(metafile);
  } catch {
    // esbuild has already printed each error with its file and line.
    process.exitCode = 1;
  }
}
