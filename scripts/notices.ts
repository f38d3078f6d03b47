// The licences of the packages whose code ends up in our bundles. Each asks to go along with its code.

import fs from "node:fs";
import path from "node:path";
import type { Metafile } from "esbuild";
import { root } from "./paths.ts";

/** One text with the licence of every package that the bundles contain, sorted by name. */
export function notices(metafiles: readonly Metafile[]): string {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs)),
  );
  const folders = new Set(inputs.flatMap((input) => packageFolder(input) ?? []));
  return [...folders].sort().map(notice).join("\n\n");
}

/** "node_modules/a/node_modules/@b/c/lib/d.js" belongs to the package in "node_modules/a/node_modules/@b/c". */
function packageFolder(input: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0];
}

function notice(folder: string): string {
  const manifest = JSON.parse(fs.readFileSync(path.join(root, folder, "package.json"), "utf8")) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
  };
  const file = fs.readdirSync(path.join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
  const text =
    file === undefined
      ? "(the package contains no licence text)"
      : fs.readFileSync(path.join(root, folder, file), "utf8");
  return `${manifest.name} ${manifest.version} (${manifest.license ?? "no licence named"})\n\n${text.trim()}`;
}
