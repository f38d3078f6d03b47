// The reference of the rules: one page a rule, and one of them all.

import type { AnyRule } from "../../server/src/core/rules/rule.ts";
import { languages } from "../../server/src/core/service.ts";
import { fill, type Locale, say, type Text, text } from "../../server/src/core/text/localized.ts";
import { type Loaded, load, problemsOf } from "../../test/kit/check.ts";
import { draw, type Mark } from "../../test/kit/fixture.ts";
import { fence, fileOf, type Page, table } from "./markdown.ts";

const words = {
  index: text("Rules", "规则"),
  indexDoc: text(
    "What is checked. A severity can be changed for each rule, see its page.",
    "检查的内容。每条规则的级别都可以调整，见各规则页面。",
  ),
  stack: text("Across files and hosts", "跨文件与主机"),
  rule: text("Rule", "规则"),
  severity: text("Severity", "级别"),
  summary: text("What is wrong", "问题"),
  severityIs: text("Severity: {0}", "级别：{0}"),
  versions: text("Versions: {0}", "版本：{0}"),
  from: text("from {0}", "{0} 起"),
  upTo: text("up to {0}", "至 {0}"),
  why: text("Why", "原因"),
  bad: text("Wrong", "错误示例"),
  good: text("Right", "正确示例"),
  off: text("How to switch it off", "如何关闭"),
  settings: text(
    "In the settings of VS Code, where `hint`, `information`, `warning` and `error` set the severity instead:",
    "在 VS Code 设置中关闭；也可以写 `hint`、`information`、`warning` 或 `error` 来调整级别：",
  ),
  option: text("On the command line:", "在命令行中："),
  comment: text(
    "For one place, by a comment on its line or alone on the line above:",
    "只针对一处：在该行行尾，或在上一行单独写注释：",
  ),
  manual: text("Manual", "手册"),
};

const severities: Readonly<Record<AnyRule["severity"], Text>> = {
  error: text("error", "错误"),
  warning: text("warning", "警告"),
  information: text("information", "信息"),
  hint: text("hint", "提示"),
};

export function rulePages(rules: readonly AnyRule[]): readonly Page[] {
  return [
    { path: "docs/rules/README", render: (locale) => indexPage(rules, locale) },
    ...rules.map((rule): Page => ({ path: `docs/rules/${rule.id}`, render: (locale) => rulePage(rule, locale) })),
  ];
}

function indexPage(rules: readonly AnyRule[], locale: Locale): string {
  const head = [words.rule, words.severity, words.summary].map((word) => say(word, locale));
  const byId = (a: AnyRule, b: AnyRule) => (a.id < b.id ? -1 : 1);
  const groups = [...languages, { id: "stack", title: say(words.stack, locale) }];
  const tables = groups.flatMap(({ id, title }) => {
    const own = rules.filter((rule) => languageOf(rule) === id).sort(byId);
    const rows = own.map((rule) => [
      `[${tailOf(rule)}](${fileOf(rule.id, locale)})`,
      say(severities[rule.severity], locale),
      say(rule.summary, locale),
    ]);
    return [`## ${title}`, table(head, rows)];
  });
  return [`# ${say(words.index, locale)}`, say(words.indexDoc, locale), ...tables].join("\n\n");
}

function rulePage(rule: AnyRule, locale: Locale): string {
  const facts = [fill(words.severityIs, say(severities[rule.severity], locale))];
  const versions = [
    ...(rule.since === undefined ? [] : [say(fill(words.from, rule.since), locale)]),
    ...(rule.until === undefined ? [] : [say(fill(words.upTo, rule.until), locale)]),
  ];
  if (versions.length > 0) facts.push(fill(words.versions, versions.join(", ")));
  return [
    `# ${rule.id}`,
    `[${say(words.index, locale)}](${fileOf("../README", locale)}) · ${facts.map((fact) => say(fact, locale)).join(" · ")}`,
    say(rule.summary, locale),
    `## ${say(words.why, locale)}`,
    say(rule.why, locale),
    ...(rule.link === undefined ? [] : [`[${say(words.manual, locale)}](${rule.link})`]),
    `## ${say(words.bad, locale)}`,
    ...rule.bad.flatMap((example) => drawn(rule, example, locale)),
    `## ${say(words.good, locale)}`,
    ...rule.good.flatMap((example) => drawn(rule, example, locale)),
    `## ${say(words.off, locale)}`,
    say(words.settings, locale),
    fence(`"haConfig.rules": { "${rule.id}": "off" }`, "json"),
    say(words.option, locale),
    fence(`ha-config check --rule ${rule.id}=off`, "sh"),
    say(words.comment, locale),
    fence(`# ha-config-ignore ${rule.id}`, fenceOf(rule)),
  ].join("\n\n");
}

/** An example's files, with what the rule says of them drawn in. */
function drawn(rule: AnyRule, example: string, locale: Locale): readonly string[] {
  const loaded = load(example, undefined, {
    versions: { [languageOf(rule)]: rule.until ?? newest(rule) },
    together: [],
  });
  return loaded.files.flatMap((file) => {
    const picture = fence(draw(file.text, marks(loaded, file.name, rule, locale)).trim(), fenceOf(rule));
    return loaded.files.length === 1 ? [picture] : [`\`${file.name}\`:`, picture];
  });
}

function marks(loaded: Loaded, name: string, rule: AnyRule, locale: Locale): readonly Mark[] {
  const { service } = loaded;
  const problems = problemsOf(loaded, name);
  return problems
    .filter(({ code }) => code === rule.id)
    .map((problem) => {
      const { start, end } = service.range(problem);
      const last = end.line === start.line ? end.character : start.character + 1;
      const message = say(problem.message, locale);
      return { line: start.line, start: start.character, end: Math.max(last, start.character + 1), text: message };
    });
}

function languageOf(rule: AnyRule): string {
  return rule.id.split("/")[0] ?? "";
}

/** What the examples are written in, for whoever colours the page. */
function fenceOf(rule: AnyRule): string {
  const id = languageOf(rule);
  return languages.find((language) => language.id === id)?.guest?.of ?? id;
}

function tailOf(rule: AnyRule): string {
  return rule.id.split("/").slice(1).join("/");
}

function newest(rule: AnyRule): string {
  return languages.find(({ id }) => id === languageOf(rule))?.defaultVersion ?? "";
}
