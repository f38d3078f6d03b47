/** A simulation for people: who holds what when, what each instance was, and why, with the lines. */
import type { SimulationReport } from "../../core/features/simulation/report.ts";
import { fill, type Locale, say, type Text, text } from "../../core/text/localized.ts";
import type { Position } from "../../core/text/range.ts";
import { visible } from "../columns.ts";
import { type Cell, tableLines } from "./table.ts";
import { clock, lasting } from "./time.ts";

/** Lines of a file, as JSON tells of them. */
export interface Place {
  readonly path: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

type Report = SimulationReport<Place>;
type Holders = Report["virtualAddresses"][number]["holders"];

const words = {
  nothing: text("No file has a VRRP instance: there is nothing to simulate", "没有文件包含 VRRP 实例，无可模拟"),
  holders: text("Who holds {0}", "{0} 的持有者"),
  nobody: text("nobody", "无人"),
  double: text("several at once", "多台同时持有"),
  from: text("from", "起始"),
  lasts: text("for", "持续"),
  who: text("held by", "持有者"),
  states: text("What each instance was", "各实例的状态"),
  why: text("What happened, and why", "发生了什么，为什么"),
  races: text("What nobody can know", "无法预知之处"),
  end: text("to the end", "直到结束"),
};

export function timelineText(report: Report, locale: Locale): string {
  if (report.instances.length === 0) return `${say(words.nothing, locale)}\n`;
  const chapters = [
    ...holderChapters(report, locale),
    [say(words.states, locale), ...stateLines(report)],
    [say(words.why, locale), ...explanationLines(report)],
    ...(report.races.length === 0
      ? []
      : [[say(words.races, locale), ...report.races.map((race) => `  ${visible(race.text)}`)]]),
  ];
  return `${chapters.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** Addresses that always go together are told of once. */
function holderChapters({ virtualAddresses, until }: Report, locale: Locale): readonly (readonly string[])[] {
  const groups = new Map<string, { readonly addresses: string[]; readonly holders: Holders }>();
  for (const { address, candidates, holders } of virtualAddresses) {
    const key = JSON.stringify([candidates, holders]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { addresses: [address], holders });
    else group.addresses.push(address);
  }
  return [...groups.values()].map(({ addresses, holders }) => [
    say(fill(words.holders, addresses.join(", ")), locale),
    ...tableLines([
      [words.from, words.lasts, words.who].map((head, at): Cell => ({ text: say(head, locale), isRight: at < 2 })),
      ...holders.map((holder, at) => holderRow(holder, holders[at + 1]?.t, until, locale)),
    ]),
  ]);
}

function holderRow(
  { t, hosts }: Holders[number],
  next: number | undefined,
  until: number,
  locale: Locale,
): readonly Cell[] {
  const who: Text | undefined = hosts.length === 0 ? words.nobody : undefined;
  const names = who === undefined ? hosts.map(visible).join(" + ") : say(who, locale);
  const remark = hosts.length > 1 ? `${names} (${say(words.double, locale)})` : names;
  const length = next === undefined ? say(words.end, locale) : lasting(next - t);
  return t === until && t > 0
    ? [{ text: clock(t), isRight: true }, { text: "" }, { text: remark }]
    : [{ text: clock(t), isRight: true }, { text: length, isRight: true }, { text: remark }];
}

function stateLines({ instances }: Report): readonly string[] {
  return tableLines(
    instances.map(({ host, name, virtualRouterId, states }) => [
      { text: visible(host) },
      { text: visible(name) },
      { text: virtualRouterId === null ? "" : `VRID ${virtualRouterId}` },
      { text: states.map(({ t, state, priority }) => `${clock(t)} ${state} ${priority}`).join(" → ") },
    ]),
  );
}

function explanationLines({ explanations }: Report): readonly string[] {
  const width = Math.max(...explanations.map(({ t }) => clock(t).length));
  return explanations.flatMap(({ t, text: said, because }) => [
    `  ${clock(t).padStart(width)}  ${visible(said)}`,
    ...(because.length === 0 ? [] : [`  ${" ".repeat(width)}    ${because.map(shown).join(", ")}`]),
  ]);
}

function shown({ path, range: { start } }: Place): string {
  return `${visible(path)}:${start.line + 1}:${start.character + 1}`;
}
