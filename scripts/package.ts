// Makes the .vsix that people install: minified bundles, the manifest, grammars, snippets, licences. Prints its size.

import fs from "node:fs";
import path from "node:path";
import { createVSIX, listFiles, PackageManager } from "@vscode/vsce";
import { buildAll } from "./build.ts";
import { notices } from "./notices.ts";
import { dist, root } from "./paths.ts";

/** Large enough for all we plan. A package that outgrows it has something in it that should not be there. */
const largest = 3 * 1024 * 1024;

const readme = path.join(dist, "README.md");

/** VS Code shows the README of an extension without the files beside it, so what points to them would be broken. */
function writeReadme(): void {
  const text = fs.readFileSync(path.join(root, "README.md"), "utf8");
  const elsewhere = String.raw`\[([^\]]+)\]\((?!https?:)[^)]*\)`;
  const alone = text
    .replace(new RegExp(`!${elsewhere}\n*`, "g"), "")
    // "[All rules](…)" alone at the end of a line says nothing without its link; in a sentence the words are needed.
    .replace(new RegExp(`(?<=^|[.:]\\s*)\\s*${elsewhere}$`, "gm"), "")
    .replace(new RegExp(elsewhere, "g"), "$1");
  fs.writeFileSync(readme, alone);
}

/** Builds and packages; returns the path of the .vsix in dist/. */
export async function packageExtension(): Promise<string> {
  const metafiles = await buildAll({ minify: true });
  fs.writeFileSync(path.join(dist, "third-party-licenses.txt"), notices(metafiles));
  writeReadme();
  const { version } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
  const packagePath = path.join(dist, `ha-config-${version}.vsix`);
  // Everything is bundled, so no dependency goes along; and the project has no public address yet.
  await createVSIX({
    cwd: root,
    packagePath,
    dependencies: false,
    readmePath: path.relative(root, readme),
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  const { size } = fs.statSync(packagePath);
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  console.log(`${path.relative(root, packagePath)}: ${files.length} files, ${(size / 1024).toFixed(0)} KiB`);
  if (size > largest) {
    throw new Error(`The package is larger than ${largest / 1024} KiB. Look for files to add to .vscodeignore.`);
  }
  return packagePath;
}

if (import.meta.main) {
  try {
    await packageExtension();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
