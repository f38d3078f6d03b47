// The example lines of every keyword of haproxy.cfg, and those of its options, fetches and converters; `../lines.ts` says
// what is asked, and which options there are. HAPROXY names another daemon than the installed one.

import { allConverters, allFetches } from "../../../server/src/core/languages/haproxy/samples/index.ts";
import { inVersion } from "../../../server/src/core/languages/haproxy/samples/table.ts";
import { bindOptions } from "../../../server/src/core/languages/haproxy/schema/bindOptions.ts";
import { root } from "../../../server/src/core/languages/haproxy/schema/index.ts";
import { serverOptions } from "../../../server/src/core/languages/haproxy/schema/serverOptions.ts";
import { eachKeyword, effectHere, isKnownIn, type Keyword } from "../../../server/src/core/schema/spec.ts";
import type { Verdict } from "../judged.ts";
import { type Example, runLines } from "../lines.ts";
import { check } from "../ours.ts";
import { main } from "./bases.ts";
import { daemonVersion, judge, requireDaemon } from "./daemon.ts";
import { judgeInGroups } from "./groups.ts";
import { inSection, isSpecial, withConverter, withFetch } from "./skeletons.ts";

requireDaemon();
const { full, series } = daemonVersion();

interface Asked extends Example {
  readonly section: string;
  /** The line of the section that it became. */
  readonly written: string;
}

const examples: Asked[] = [];
let newer = 0;

function ask(
  keyword: Keyword,
  path: string,
  section: string,
  isOk: boolean | undefined,
  line: string,
  written = line,
): void {
  const name = `${path}/${keyword.name}`;
  const text = inSection(section, keyword.name, [written], series);
  examples.push({ name, keyword, isOk, line, text, section, written });
}

/** Adds the lines of a keyword; `embed` gives the line of `section` that a line becomes. */
function add(keyword: Keyword, path: string, section: string, embed = (line: string) => line): void {
  const { ok, bad } = keyword;
  if (!isKnownIn(keyword, series)) {
    newer += ok.length + bad.length;
    return;
  }
  for (const line of ok) ask(keyword, path, section, true, line, embed(line));
  for (const line of bad) ask(keyword, path, section, false, line, embed(line));
}

/** Its first line, where the daemon refuses any, ignores any, or is asked about all of them elsewhere. */
function addFirst(keyword: Keyword, section: string, isOk: boolean | undefined): void {
  const line = keyword.ok[0];
  if (line !== undefined && isKnownIn(keyword, series)) ask(keyword, section, section, isOk, line);
}

/** Proxies share most keywords: only the first of them that knows one is asked about all of its lines. */
const proxies = ["listen", "frontend", "backend", "defaults"];
const asked = new Set<string>();
for (const section of root.keywords.toSorted((one, other) => proxies.indexOf(one.name) - proxies.indexOf(other.name))) {
  if (section.body?.kind !== "keywords" || !isKnownIn(section, series)) continue;
  eachKeyword(section.body, (keyword) => {
    const key = proxies.includes(section.name) ? keyword.name : `${section.name}/${keyword.name}`;
    const effect = effectHere(keyword, series);
    if (effect === "refused") addFirst(keyword, section.name, false);
    else if (effect === "ignored" && isSpecial(keyword.name)) return;
    else if (effect === "ignored") addFirst(keyword, section.name, true);
    else if (asked.has(key)) addFirst(keyword, section.name, undefined);
    else {
      asked.add(key);
      add(keyword, section.name, section.name);
    }
  });
}
for (const [index, option] of serverOptions.entries()) {
  add(option, "server", "backend", (line) => `server tested${index} 192.0.2.7:80 ${line}`);
}
for (const option of bindOptions) add(option, "bind", "frontend", (line) => `bind :90 ${line}`);
for (const fetch of allFetches) {
  const { section, embed } = withFetch(inVersion(fetch, series).contexts);
  add(fetch, "fetch", section, embed);
}
for (const converter of allConverters) {
  const { section, embed } = withConverter(inVersion(converter, series).input);
  add(converter, "converter", section, embed);
}

function judgeText(text: string, asWritten = false): Promise<Verdict> {
  return judge([{ path: main, text }], main, { asWritten });
}

const inGroups = await judgeInGroups(
  examples.filter(({ isOk, keyword }) => isOk !== false && !isSpecial(keyword.name)),
  ({ section }) => section,
  ([first, ...others]) => {
    const lines = [first, ...others].flatMap((one) => one?.written ?? []);
    return judgeText(first === undefined ? "" : inSection(first.section, first.keyword.name, lines, series));
  },
);

/** A bad line may be bad because of a file that is not there. */
async function judgeAlone({ text, isOk }: Example): Promise<Verdict> {
  const verdict = await judgeText(text);
  return isOk !== false || verdict.refused ? verdict : judgeText(text, true);
}

await runLines({
  daemon: "haproxy",
  version: full,
  examples,
  newer,
  judge: async (example) => inGroups.get(example as Asked) ?? (await judgeAlone(example)),
  check: (text) => check("haproxy", [{ path: main, text }], main, series),
  isNotBuilt: (_, verdict) => verdict.undecided === true,
});
