/** The configurations that the suite starts from. */
import fs from "node:fs";
import path from "node:path";
import { examples } from "../../../scripts/paths.ts";
import { atLeast } from "../../../server/src/core/text/version.ts";
import type { Base } from "../judged.ts";

/** The path that the configuration has when it is judged. */
export const main = "haproxy.cfg";

const packaged = ["/usr/share/doc/haproxy/examples", "/etc/haproxy"];
const own = path.join(import.meta.dirname, "bases");
/** What a configuration of our own says when older versions do not know all of its keywords. */
const since = /^# since (\d+\.\d+)$/m;

/** Our own that are for this version, the samples of the daemon's package and the repository's examples, in order. */
export function bases(version: string): Base[] {
  const ours = basesIn(own, "*.cfg").filter(({ text }) => atLeast(version, since.exec(text)?.[1] ?? "0"));
  return [...ours, ...packaged.flatMap((folder) => basesIn(folder, "*.cfg")), ...basesIn(examples, "**/haproxy*.cfg")];
}

function basesIn(folder: string, pattern: string): Base[] {
  if (!fs.existsSync(folder)) return [];
  const names = fs.globSync(pattern, { cwd: folder }).sort();
  return names.map((name) => ({ name, text: fs.readFileSync(path.join(folder, name), "utf8"), included: [] }));
}
