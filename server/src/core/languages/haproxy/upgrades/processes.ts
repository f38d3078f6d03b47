/** One process with threads since 2.5: what divided the work among processes is gone. */
import type { Rewrite } from "../../../schema/spec.ts";
import { gone, goneWithCare, safe, siblings, unsafe } from "./lines.ts";

/** The number of processes becomes that of threads, unless there is one already. */
const processes: Rewrite = (line) => {
  const count = line.words[1];
  if (count?.value === "1") return safe("");
  const { above, below } = siblings(line, "nbthread");
  return count === undefined || above.length + below.length > 0 ? unsafe("") : unsafe(`nbthread ${count.raw}`);
};

/** `full` is what took connections from all threads; the default never did. */
const takeover: Rewrite = ({ words }) => {
  const how = words[1]?.value;
  if (how === "none") return safe("");
  return how === "full" ? unsafe("tune.idle-pool.shared full") : undefined;
};

export const processSettings: Readonly<Record<string, Rewrite>> = {
  nbproc: processes,
  // Read and thrown away since 2.5 (src/cfgparse-listen.c, src/cli.c).
  "bind-process": gone,
  "stats bind-process": gone,
  // Ignored in 2.4; the buffers of checks are those of everything else.
  "tune.chksize": gone,
  // It is up to the command line now: -W or -Ws, -d.
  "master-worker": goneWithCare,
  debug: goneWithCare,
  "tune.takeover-other-tg-connections": takeover,
};

/** `process 1/2-3` on a `bind` line: 2.5 and 2.6 look at what stands behind the slash only (src/listener.c: bind_parse_process). */
export const processOfBind: Rewrite = ({ words }) => {
  const [, threads] = (words[1]?.value ?? "").split("/");
  return safe(threads === undefined || threads === "" || threads === "all" ? "" : `thread ${threads}`);
};
