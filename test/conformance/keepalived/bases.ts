/** The configurations that the suite starts from. */
import fs from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { examples } from "../../../scripts/paths.ts";
import type { Base, File } from "../judged.ts";

/** The path that the configuration has when it is judged. */
export const main = "keepalived.conf";

const packaged = ["/usr/share/doc/keepalived/samples", "/etc/keepalived"];
const own = path.join(import.meta.dirname, "bases");

/** Our own, the samples of the daemon's package and the repository's examples, in this order. */
export function bases(): Base[] {
  return [...ownBases(), ...packaged.flatMap(packagedIn), ...exampleBases()];
}

function ownBases(): Base[] {
  return fs.readdirSync(own).map((name) => base(name, fs.readFileSync(path.join(own, name), "utf8")));
}

function packagedIn(folder: string): Base[] {
  if (!fs.existsSync(folder)) return [];
  const names = fs.readdirSync(folder).filter((name) => /^keepalived\.conf\.[\w.]+$/.test(name));
  return names.map((name) => base(name.replace(/^keepalived\.conf\.|\.gz$/g, ""), read(path.join(folder, name))));
}

function exampleBases(): Base[] {
  if (!fs.existsSync(examples)) return [];
  return fs.globSync("**/keepalived*.conf", { cwd: examples }).map((name) => {
    const text = fs.readFileSync(path.join(examples, name), "utf8");
    return base(name, text, includedBy(text, path.dirname(path.join(examples, name))));
  });
}

function base(name: string, text: string, included: readonly File[] = []): Base {
  return { name, text, included };
}

/** The hosts that `@id` lines tell apart, and any other where a line excludes one; no id where no such line is. */
export function hostIds(texts: readonly string[]): readonly (string | undefined)[] {
  const written = texts.flatMap((text) => [...text.matchAll(/(?:^|[{}])\s*@(\^?[^\s{}]+)/gm)].map(([, id = ""]) => id));
  const named = new Set(written.map((id) => id.replace("^", "")));
  if (named.size === 0) return [undefined];
  return written.some((id) => id.startsWith("^")) ? [...named, "another-host"] : [...named];
}

function read(file: string): string {
  const bytes = fs.readFileSync(file);
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

/** The files beside it that a configuration includes. */
function includedBy(text: string, folder: string): File[] {
  const patterns = [...text.matchAll(/^\s*include[rmwba]?[ \t]+([^/\s].*?)[ \t]*$/gm)].map(
    ([, pattern = ""]) => pattern,
  );
  return fs
    .globSync(patterns, { cwd: folder })
    .sort()
    .map((name) => ({ path: name, text: fs.readFileSync(path.join(folder, name), "utf8") }));
}
