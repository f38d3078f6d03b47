/** The ready questions and their answers as a table. */
import type { AnswerReport } from "../../core/features/simulation/answers.ts";
import { fill, type Locale, list, say, type Text, text } from "../../core/text/localized.ts";
import { visible } from "../columns.ts";
import { type Cell, tableLines } from "./table.ts";

const words = {
  nothing: text("No file has a VRRP instance: there is nothing to ask", "没有文件包含 VRRP 实例，没有可问的问题"),
  question: text("What if …", "如果……"),
  result: text("then", "结果"),
  verdict: text("verdict", "评价"),
  more: text("{0} and {1} more", "{0} 等 {1} 个"),
  fate: text("{0}: {1}", "{0}：{1}"),
};
/** More addresses in one cell than these are counted, not listed. */
const mostAddresses = 4;

const verdicts: Readonly<Record<AnswerReport["verdict"], Text>> = {
  fine: text("fine", "正常"),
  bad: text("BAD", "有问题"),
  uncertain: text("uncertain", "不确定"),
};

export function answersText(answers: readonly AnswerReport[], locale: Locale): string {
  if (answers.length === 0) return `${say(words.nothing, locale)}\n`;
  const heads = [words.question, words.verdict, words.result].map((head): Cell => ({ text: say(head, locale) }));
  return `${tableLines([heads, ...answers.flatMap((one) => answerRows(one, locale))]).join("\n")}\n`;
}

/** One row where all addresses fare alike, else one for those of each fate. */
function answerRows({ title, text: summary, verdict, outcomes }: AnswerReport, locale: Locale): readonly Cell[][] {
  const fates = new Map<string, { readonly verdict: AnswerReport["verdict"]; readonly addresses: string[] }>();
  for (const { text: fate, verdict: own, address } of outcomes) {
    const key = `${own} ${fate}`;
    const group = fates.get(key);
    if (group === undefined) fates.set(key, { verdict: own, addresses: [address] });
    else group.addresses.push(address);
  }
  const question: Cell = { text: visible(title) };
  if (fates.size < 2) return [[question, { text: say(verdicts[verdict], locale) }, { text: visible(summary) }]];
  return [...fates].map(([key, { verdict: own, addresses }], at) => [
    at === 0 ? question : { text: "" },
    { text: say(verdicts[own], locale) },
    { text: visible(say(fill(words.fate, shown(addresses), key.slice(own.length + 1)), locale)) },
  ]);
}

function shown(addresses: readonly string[]): Text {
  if (addresses.length <= mostAddresses) return list(addresses);
  const first = list(addresses.slice(0, mostAddresses - 1));
  const { en } = fill(words.more, first, addresses.length - mostAddresses + 1);
  const { zh } = fill(words.more, first, addresses.length);
  return { en, zh };
}
