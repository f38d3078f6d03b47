/** What a simulation comes to, in words: who holds what, and how long nobody or several did. */
import { list, type Text } from "../../../server/src/core/text/localized.ts";
import type { QuestionAnswer, TimelineReport } from "../preview/messages.ts";
import { texts } from "./texts.ts";

type Say = (words: Text, ...values: readonly (string | number | Text)[]) => string;

/** A stretch of time in which the same hosts hold an address. */
export interface HeldSpan {
  readonly from: number;
  readonly to: number;
  readonly hosts: readonly string[];
}

type Held = TimelineReport["virtualAddresses"][number];

/** The stretches of an address between two times. */
export function heldSpans({ holders }: Held, from: number, to: number): readonly HeldSpan[] {
  return holders.flatMap(({ t, hosts }, index) => {
    const span = { from: Math.max(from, t), to: Math.min(to, holders[index + 1]?.t ?? to), hosts };
    return span.to > span.from ? [span] : [];
  });
}

/** Who holds each address at a time. */
export function holdersSentence(report: TimelineReport, time: number, tell: Say): string {
  const sentences = report.virtualAddresses.map(({ address, holders }) => {
    const hosts = holders.findLast(({ t }) => t <= time)?.hosts ?? [];
    if (hosts.length === 0) return tell(texts.heldByNobody, address);
    return tell(hosts.length > 1 ? texts.twoMasters : texts.heldBy, address, list(hosts));
  });
  return sentences.join("; ");
}

/** The result for an address: the same words as ready questions use. */
export interface Result {
  readonly address: string;
  readonly text: string;
  readonly verdict: QuestionAnswer["verdict"];
}

/** What became of each address by `until`, for whatever happened from `start` on. */
export function resultsOf(report: TimelineReport, start: number, until: number, tell: Say): readonly Result[] {
  const races = new Map(report.races.flatMap((race) => (isRace(race) ? [[race.address, race.text]] : [])));
  return report.virtualAddresses.map((one) => {
    const before = one.holders.findLast(({ t }) => t < start)?.hosts ?? [];
    const spans = heldSpans(one, start, until);
    const after = spans.at(-1)?.hosts ?? before;
    const without = spans.reduce((sum, { hosts, from, to }) => sum + (hosts.length === 0 ? to - from : 0), 0);
    const isSame = before.join("\n") === after.join("\n");
    const { address } = one;
    const race = races.get(address);
    if (race !== undefined) return { address, text: race, verdict: "uncertain" };
    if (after.length > 1) return { address, text: tell(texts.double, list(after)), verdict: "bad" };
    if (after.length === 0) return { address, text: tell(texts.nobody), verdict: "bad" };
    if (!isSame) {
      const first = spans.find(({ hosts }) => hosts.join("\n") === after.join("\n"));
      return {
        address,
        text: tell(texts.movesTo, list(after), duration((first?.from ?? start) - start, tell)),
        verdict: "fine",
      };
    }
    const text =
      without > 0 ? tell(texts.backOn, list(after), duration(without, tell)) : tell(texts.staysOn, list(after));
    return { address, text, verdict: "fine" };
  });
}

/** Milliseconds in seconds, with no more digits than matter. */
export function duration(milliseconds: number, tell: Say): string {
  const digits = milliseconds < 10_000 ? 2 : 1;
  return tell(texts.seconds, String(Number((milliseconds / 1000).toFixed(digits))).replace("-", "−"));
}

/** A race names its address, and says what it is about. */
function isRace(value: unknown): value is { readonly address: string; readonly text: string } {
  return (
    typeof value === "object" &&
    value !== null &&
    "address" in value &&
    typeof value.address === "string" &&
    "text" in value &&
    typeof value.text === "string"
  );
}
