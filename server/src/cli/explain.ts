/** `ha-config explain`: what a rule or a keyword means, on the terminal. */
import { describeKeyword } from "../core/features/hover.ts";
import type { AnyRule } from "../core/rules/rule.ts";
import { eachKeyword } from "../core/schema/spec.ts";
import { allRules, languages } from "../core/service.ts";
import { type Locale, say, text } from "../core/text/localized.ts";
import { nearest } from "../core/text/nearest.ts";
import { wrap } from "./columns.ts";
import { chooseLocale } from "./locale.ts";
import { indent, plain } from "./plain.ts";
import { severityNames } from "./report/severity.ts";
import { parse, UsageError } from "./usage.ts";

const labels = { bad: text("Wrong:", "错误示例："), good: text("Right:", "正确示例：") };
/** Longer lines are hard to read, however wide the terminal is. */
const mostColumns = 100;

export function explain(argv: readonly string[]): number {
  const options = { locale: { type: "string" } } as const;
  const { values, positionals } = parse({ args: [...argv], allowPositionals: true, options });
  const [wanted, ...more] = positionals;
  if (wanted === undefined || more.length > 0) throw new UsageError("explain takes one rule or keyword");
  const locale = chooseLocale(values.locale, process.env);
  const columns = Math.min(process.stdout.columns ?? mostColumns, mostColumns);
  const cards = [
    ...ruleCards(wanted, locale, columns),
    ...keywordCards(wanted, locale, columns),
    ...glossaryCards(wanted, locale, columns),
    ...directiveCards(wanted, locale, columns),
  ];
  if (cards.length === 0) {
    const meant = nearest(wanted, names());
    throw new Error(`nothing is called "${wanted}"${meant === undefined ? "" : `, did you mean "${meant}"?`}`);
  }
  process.stdout.write(`${cards.join("\n\n\n")}\n`);
  return 0;
}

function ruleCards(wanted: string, locale: Locale, columns: number): string[] {
  return allRules()
    .filter((rule) => rule.id === wanted || rule.id.endsWith(`/${wanted}`))
    .map((rule) => ruleCard(rule, locale, columns));
}

function ruleCard(rule: AnyRule, locale: Locale, columns: number): string {
  return [
    `${rule.id} (${say(severityNames[rule.severity], locale)})`,
    plain(say(rule.summary, locale), columns),
    plain(say(rule.why, locale), columns),
    ...rule.bad.map((example) => `${say(labels.bad, locale)}\n\n${indent(example)}`),
    ...rule.good.map((example) => `${say(labels.good, locale)}\n\n${indent(example)}`),
    ...(rule.link === undefined ? [] : [rule.link]),
  ].join("\n\n");
}

/** One card for each block that knows the keyword; blocks whose cards say the same share one. */
function keywordCards(wanted: string, locale: Locale, columns: number): string[] {
  const byCard = new Map<string, string[]>();
  for (const language of languages) {
    eachKeyword(language.root, (keyword, home) => {
      if (keyword.name !== wanted) return;
      const card = plain(describeKeyword(keyword, locale), columns);
      const place = [language.title, ...home.split("/").filter(Boolean)].join(" › ");
      byCard.set(card, [...(byCard.get(card) ?? []), place]);
    });
  }
  return [...byCard].map(([card, homes]) => `${wrap(homes.join(", "), columns)}\n\n${card}`);
}

/** Options, functions and aliases: what stands within lines. */
function glossaryCards(wanted: string, locale: Locale, columns: number): string[] {
  return languages.flatMap((language) =>
    language.glossaries.flatMap(({ title, entries }) =>
      entries
        .filter((entry) => entry.name === wanted || entry.name === wanted.replace(/^%/, ""))
        .map(
          (entry) => `${language.title} › ${say(title, locale)}\n\n${plain(describeKeyword(entry, locale), columns)}`,
        ),
    ),
  );
}

/** Words of the preprocessor, such as `include`; those of variables with or without `${…}`. */
function directiveCards(wanted: string, locale: Locale, columns: number): string[] {
  const bare = wanted.replace(/^\$\{?|\}$/g, "");
  return languages
    .flatMap((language) => [
      ...language.directives.filter((one) => one.name === wanted).map((one) => ({ language, one })),
      ...language.predefined.filter((one) => one.name === bare).map((one) => ({ language, one })),
    ])
    .map(({ language, one }) =>
      [language.title, indent(one.signature), plain(say(one.doc, locale), columns), one.link].join("\n\n"),
    );
}

function names(): string[] {
  const all = allRules().map((rule) => rule.id.replace(/^.*\//, ""));
  for (const language of languages) {
    eachKeyword(language.root, (keyword) => all.push(keyword.name));
    all.push(...language.glossaries.flatMap(({ entries }) => entries.map((entry) => entry.name)));
    all.push(...[...language.directives, ...language.predefined].map((one) => one.name));
  }
  return all;
}
