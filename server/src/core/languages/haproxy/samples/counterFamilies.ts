/** Most samples of stick counters come in fours: `sc_NAME(counter)`, `sc0_NAME`, `sc1_NAME`, `sc2_NAME` (src/stick_table.c). */
import { fill, text } from "../../../text/localized.ts";
import { type Fetch, type FetchEntry, fetches } from "./table.ts";

const which = text("{0} (of the counter that `track-sc{1}` tracks.)", "{0}（取自 `track-sc{1}` 跟踪的计数器。）");

export function counterFetches(entries: readonly FetchEntry[]): readonly Fetch[] {
  // The younger ones, which take an index before the counter, do not.
  const old = entries.filter(({ params }) => params[0]?.name !== "idx");
  return fetches("7.3.3", [
    ...entries,
    ...["0", "1", "2"].flatMap((number) => old.map((entry) => numbered(entry, number))),
  ]);
}

function numbered(entry: FetchEntry, number: string): FetchEntry {
  const params = entry.params.filter((param) => param.name !== "ctr");
  const { ok, bad, name, doc, ...rest } = entry;
  return {
    ...rest,
    name: name.replace("sc_", `sc${number}_`),
    params,
    doc: fill(which, doc, number),
    ok: ok.map((line) => withoutCounter(line, name, number)),
    bad: bad.filter((line) => line.startsWith(`${name}(0,`)).map((line) => withoutCounter(line, name, number)),
  };
}

/** `sc_x(0,st)` as `sc1_x(st)`. */
function withoutCounter(line: string, name: string, number: string): string {
  return line
    .replace(`${name}(0,`, `sc${number}_${name.slice(3)}(`)
    .replace(`${name}(0)`, `sc${number}_${name.slice(3)}`);
}
