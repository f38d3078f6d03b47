/** `ha-config explain`: what a rule or a keyword means, on the terminal. */

import { describeKeyword } from "../core/features/hover.ts";
import type { Rule } from "../core/rules/rule.ts";
import { eachKeyword } from "../core/schema/spec.ts";
import { allRules, languages } from "../core/service.ts";
import { type Locale, say, text } from "../core/text/localized.ts";
import { nearest } from "../core/text/nearest.ts";
import { chooseLocale } from "./locale.ts";
import { UsageError } from "./usage.ts";

const labels = { bad: text("Wrong", "错误示例"), good: text("Right", "正确示例") };

export function explain(argv: readonly string[]): number {
  const [wanted, ...more] = argv;
  if (wanted === undefined || more.length > 0) throw new UsageError("explain takes one rule or keyword");
  const locale = chooseLocale(undefined, process.env);
  const cards = [...ruleCards(wanted, locale), ...keywordCards(wanted, locale)];
  if (cards.length === 0) {
    const meant = nearest(wanted, names());
    throw new Error(`nothing is called "${wanted}"${meant === undefined ? "" : `, did you mean "${meant}"?`}`);
  }
  process.stdout.write(`${cards.join("\n\n")}\n`);
  return 0;
}

function ruleCards(wanted: string, locale: Locale): string[] {
  return allRules()
    .filter((rule) => rule.id === wanted || rule.id.endsWith(`/${wanted}`))
    .map((rule) => ruleCard(rule, locale));
}

function ruleCard(rule: Rule, locale: Locale): string {
  const examples = [
    ...rule.bad.map((example) => `${say(labels.bad, locale)}:\n${indent(example)}`),
    ...rule.good.map((example) => `${say(labels.good, locale)}:\n${indent(example)}`),
  ];
  return [`${rule.id} (${rule.severity})`, say(rule.summary, locale), say(rule.why, locale), ...examples].join("\n\n");
}

/** One card for each block that knows the keyword; blocks whose cards say the same share one. */
function keywordCards(wanted: string, locale: Locale): string[] {
  const byCard = new Map<string, string[]>();
  for (const language of languages) {
    eachKeyword(language.root, (keyword, home) => {
      if (keyword.name !== wanted) return;
      const card = describeKeyword(keyword, locale);
      byCard.set(card, [...(byCard.get(card) ?? []), home === "" ? language.title : `${language.title} › ${home}`]);
    });
  }
  return [...byCard].map(([card, homes]) => `${homes.join(", ")}\n\n${card}`);
}

function names(): string[] {
  const all = allRules().map((rule) => rule.id.replace(/^.*\//, ""));
  for (const language of languages) eachKeyword(language.root, (keyword) => all.push(keyword.name));
  return all;
}

function indent(example: string): string {
  return example.trim().replace(/^/gm, "    ");
}
