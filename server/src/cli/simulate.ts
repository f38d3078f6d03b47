/** `ha-config simulate`: what becomes of virtual addresses when things happen to hosts. */
import { openQuestions } from "../core/features/simulation/answers.ts";
import { isTime, type Plan, planOf, readTime } from "../core/features/simulation/plan.ts";
import type { FindFile } from "../core/features/simulation/reload.ts";
import { reportOf, runPlan } from "../core/features/simulation/report.ts";
import type { Location } from "../core/schema/problem.ts";
import { defaultSettings, Service } from "../core/service.ts";
import { type Locale, say } from "../core/text/localized.ts";
import { parseEvent } from "../core/vrrp/simulation/events.ts";
import { diskFiles, uriOf } from "../files/diskFiles.ts";
import { takeInPaths } from "./inputs.ts";
import { chooseLocale } from "./locale.ts";
import { shownPath } from "./paths.ts";
import { answersText } from "./simulation/answersText.ts";
import { type Place, timelineText } from "./simulation/timelineText.ts";
import { parse, UsageError } from "./usage.ts";

const repeated = { type: "string", multiple: true, default: [] as string[] } as const;
const options = {
  event: repeated,
  address: repeated,
  start: repeated,
  until: { type: "string" },
  all: { type: "boolean", default: false },
  format: { type: "string", default: "text" },
  locale: { type: "string" },
} as const;

export function simulate(argv: readonly string[]): number {
  const { values, positionals } = parse({ args: [...argv], allowPositionals: true, options });
  const { event: events, address: addresses, start: starts, all, format } = values;
  if (format !== "text" && format !== "json") throw new UsageError(`unknown format "${format}"`);
  const locale = chooseLocale(values.locale, process.env);
  if (all && events.length > 0) throw new UsageError("--all asks questions of its own: leave --event out");
  if (all && values.until !== undefined) throw new UsageError("--all ends when all is settled: leave --until out");
  const until = values.until === undefined ? undefined : readUntil(values.until, locale);
  const service = new Service({ ...diskFiles, failed: () => undefined }, defaultSettings);
  // A file that is to be read later makes no host of its own.
  const later = new Set(events.flatMap(laterFile));
  takeInPaths(service, positionals, undefined, (uri) => later.has(uri));
  const plan = planOf({ estate: service.estate, events, addresses, starts, files: diskFiles, findFile });
  if (plan.kind === "misunderstood") {
    throw new UsageError(`--${plan.option} "${plan.written}": ${say(plan.text, locale)}`);
  }
  process.stdout.write(all ? answer(plan, format, locale) : run(service, plan, until, format, locale));
  return 0;
}

function run(service: Service, plan: Plan, until: number | undefined, format: "text" | "json", locale: Locale): string {
  const place = (location: Location): Place => {
    const { uri, start, end } = plan.rangeOf(location) ?? service.range(location);
    return { path: shownPath(uri), range: { start, end } };
  };
  const report = reportOf(runPlan(plan, until), plan, locale, place);
  return format === "json" ? `${JSON.stringify(report)}\n` : timelineText(report, locale);
}

function answer(plan: Plan, format: "text" | "json", locale: Locale): string {
  const answers = openQuestions(plan).map((question) => question.answer(locale));
  return format === "json" ? `${JSON.stringify({ version: 1, answers })}\n` : answersText(answers, locale);
}

function readUntil(written: string, locale: Locale): number {
  const time = readTime(written);
  if (!isTime(time)) throw new UsageError(`--until "${written}": ${say(time, locale)}`);
  return time;
}

/** The file of an event, where it names one. */
function laterFile(written: string): readonly string[] {
  const event = parseEvent(written);
  return "kind" in event && event.kind === "reload" && event.argument !== undefined ? [uriOf(event.argument)] : [];
}

/** Paths are seen from the current folder. */
const findFile: FindFile = (written) => {
  const uri = uriOf(written);
  const text = diskFiles.read(uri);
  return typeof text === "string" ? { uri, text } : undefined;
};
