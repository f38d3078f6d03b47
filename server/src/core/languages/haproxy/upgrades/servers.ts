/** A server in the place of what reached one without naming it (src/cfgparse-listen.c of 3.3: the same advice). */
import type { NewLine, OldLine, Rewrite } from "../../../schema/spec.ts";
import { sectionOf, siblings, unsafe } from "./lines.ts";

/** Where there are servers, only somebody who knows them can tell what the line was for. */
function onlyServer(line: OldLine, text: string): NewLine | undefined {
  const { kind } = sectionOf(line);
  const hasServers = ["server", "server-template"].some((name) => {
    const { above, below } = siblings(line, name);
    return above.length + below.length > 0;
  });
  return kind === "defaults" || kind === "frontend" || hasServers ? undefined : unsafe(text);
}

const dispatch: Rewrite = (line) => {
  const address = line.words[1];
  return address === undefined ? undefined : onlyServer(line, `server dispatch ${address.raw}`);
};

/** Without a port, the one that the client asked for is taken, as it is with the option. */
const transparent: Rewrite = (line) => (line.negated ? unsafe("") : onlyServer(line, "server transparent 0.0.0.0"));

export const serverLines: Readonly<Record<string, Rewrite>> = {
  dispatch,
  transparent,
  "option transparent": transparent,
};
