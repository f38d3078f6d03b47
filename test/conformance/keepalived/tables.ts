// The example lines of every keyword of keepalived.conf; `../lines.ts` says what is asked, and which options there are.

import { root } from "../../../server/src/core/languages/keepalived/schema/index.ts";
import { eachKeyword, type Keyword } from "../../../server/src/core/schema/spec.ts";
import { atLeast } from "../../../server/src/core/text/version.ts";
import type { Verdict } from "../judged.ts";
import { type Example, runLines } from "../lines.ts";
import { check } from "../ours.ts";
import { main } from "./bases.ts";
import { daemonVersion, judge, requireDaemon } from "./daemon.ts";
import { skeleton } from "./skeletons.ts";

/** Fewer than lines name: an interface such as eth77 must be missing. */
const interfaces = ["eth0", "eth1", "eth2", "eth3"];
/** What a build without some part says of its keywords. */
const notBuilt = /^(?:Unknown keyword '(\w+)'|iptables not supported)/;

requireDaemon();
const version = daemonVersion();

const since = new Map<string, string>();
eachKeyword(root, (keyword, path) => {
  since.set(path === "" ? keyword.name : `${path}/${keyword.name}`, keyword.since);
});

/** The newest version that the keyword or one of its blocks asks for. */
function sinceOf(keyword: Keyword, path: string): string {
  const parts = path === "" ? [] : path.split("/");
  const blocks = parts.map((_, index) => since.get(parts.slice(0, index + 1).join("/")) ?? "0");
  return blocks.reduce((newest, one) => (atLeast(newest, one) ? newest : one), keyword.since);
}

const examples: Example[] = [];
let newer = 0;
eachKeyword(root, (keyword, path) => {
  if (!atLeast(version, sinceOf(keyword, path))) {
    newer += keyword.ok.length + keyword.bad.length;
    return;
  }
  const add = (isOk: boolean) => (line: string) => {
    const text = skeleton(path, keyword.name, line);
    examples.push({ name: `${path}/${keyword.name}`, keyword, isOk, line, text });
  };
  keyword.ok.forEach(add(true));
  keyword.bad.forEach(add(false));
});

function isNotBuilt({ keyword }: Example, verdict: Verdict): boolean {
  const said = verdict.environment.map((message) => notBuilt.exec(message.text)).find((match) => match !== null);
  return said !== undefined && (said[1] === undefined || said[1] === keyword.name);
}

await runLines({
  daemon: "keepalived",
  version,
  examples,
  newer,
  // A bad line may be bad because of the user or folder that it names.
  judge: ({ text, isOk }) => judge([{ path: main, text }], main, { interfaces, asWritten: isOk === false }),
  check: (text) => check("keepalived", [{ path: main, text }], main, version),
  isNotBuilt,
});
