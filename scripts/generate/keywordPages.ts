// The reference of a language's keywords: one page a block, one a chapter, and one of all of them and the
// preprocessor's words.

import { argumentSignature, signature } from "../../server/src/core/features/hover.ts";
import type { Language } from "../../server/src/core/model/language.ts";
import { type Argument, findKeyword, type Keyword, type KeywordBody } from "../../server/src/core/schema/spec.ts";
import { fill, type Locale, say, type Text, text } from "../../server/src/core/text/localized.ts";
import type { Chapter } from "./chapters.ts";
import { fence, fileOf, list, type Page, table } from "./markdown.ts";
import { suggestions } from "./suggestions.ts";

const words = {
  index: text("Keywords of {0}", "{0} 关键字"),
  root: text("Outside of blocks", "块外关键字"),
  rootDoc: text(
    "What may stand in a {0} configuration outside of any block.",
    "{0} 配置中可以写在所有块之外的关键字。",
  ),
  block: text("Block", "块"),
  keywords: text("Keywords", "关键字"),
  contents: text("Keywords: {0}", "关键字：{0}"),
  meaning: text("Meaning", "说明"),
  preprocessor: text("Preprocessor", "预处理"),
  comma: text(", ", "、"),
  values: text("Values and options:", "可选值与选项："),
  example: text("Example:", "示例："),
  examples: text("Examples:", "示例："),
  default: text("Default: {0}", "默认值：{0}"),
  unit: text("Unit: {0}", "单位：{0}"),
  since: text("Since: {0}", "起始版本：{0}"),
  required: text("Required", "必填"),
  repeat: text("May be repeated", "可重复"),
  alias: text("Another name for {0}", "{0} 的别名"),
  deprecated: text("**Deprecated**", "**已弃用**"),
  deprecatedUse: text("**Deprecated**: use {0}", "**已弃用**：请改用 {0}"),
  modes: text("Modes: {0}", "适用模式：{0}"),
  removed: text("**Removed in {0}**", "**{0} 起移除**"),
  removedUse: text("**Removed in {0}**: use {1}", "**{0} 起移除**：请改用 {1}"),
  row: text("{0}: {1}", "{0}：{1}"),
  page: text("What stands in the block: {0}", "块内关键字：{0}"),
  manual: text("Manual", "手册"),
};

const duplicates: Readonly<Record<NonNullable<Keyword["duplicate"]>, Text>> = {
  "last-wins": text("Written twice, the last one counts", "重复时以最后一个为准"),
  "first-wins-reported": text(
    "Written twice, the first one counts and the daemon reports the other",
    "重复时以第一个为准，守护进程会报告其余的",
  ),
  "last-wins-reported": text(
    "Written twice, the last one counts and the daemon reports it",
    "重复时以最后一个为准，守护进程会报告",
  ),
};

interface Block {
  /** The path of keywords from the root; empty for the root. */
  readonly path: readonly string[];
  /** The keyword that opens it; absent for the root. */
  readonly opener: Keyword | undefined;
  readonly body: KeywordBody;
}

export function keywordPages(language: Language, chapters: readonly Chapter[]): readonly Page[] {
  const folder = `docs/keywords/${language.id}`;
  const covered = new Set(chapters.flatMap(({ blocks }) => blocks ?? []));
  const root: Block = { path: [], opener: undefined, body: language.root };
  const all = [...blocksOf(root)].filter(({ path: [first = ""] }) => !covered.has(first));
  // A language whose every line stands in a block has nothing to say of the root that the index does not.
  const blocks = language.layout === "braces" ? all : all.filter((block) => block.path.length > 0);
  return [
    { path: `${folder}/README`, render: (locale) => indexPage(language, blocks, chapters, locale) },
    ...blocks.map(
      (block): Page => ({
        path: `${folder}/${nameOf(block.path)}`,
        render: (locale) => blockPage(language, block, locale),
      }),
    ),
    ...chapters.map(
      (chapter): Page => ({
        path: `${folder}/${chapter.file}`,
        render: (locale) => chapterPage(language, chapter, locale),
      }),
    ),
  ];
}

function* blocksOf(block: Block): Iterable<Block> {
  yield block;
  for (const keyword of block.body.keywords) {
    if (keyword.body?.kind !== "keywords") continue;
    yield* blocksOf({ path: [...block.path, keyword.name], opener: keyword, body: keyword.body });
  }
}

function nameOf(path: readonly string[]): string {
  return path.length === 0 ? "root" : path.join(".");
}

function titleOf(path: readonly string[], locale: Locale): string {
  return path.length === 0 ? say(words.root, locale) : path.join(" › ");
}

function pageLink(path: readonly string[], locale: Locale): string {
  return `[${titleOf(path, locale)}](${fileOf(nameOf(path), locale)})`;
}

function indexPage(language: Language, blocks: readonly Block[], chapters: readonly Chapter[], locale: Locale): string {
  const head = [words.block, words.keywords, words.meaning].map((word) => say(word, locale));
  const rows = blocks.map(({ path, opener, body }) => [
    pageLink(path, locale),
    String(body.keywords.length),
    opener === undefined ? say(fill(words.rootDoc, language.title), locale) : firstSentence(say(opener.doc, locale)),
  ]);
  rows.push(
    ...chapters.map(({ file, title, doc, keywords }) => [
      `[${say(title, locale)}](${fileOf(file, locale)})`,
      String(keywords.length),
      say(doc, locale),
    ]),
  );
  const directives = language.directives.flatMap((directive) => [
    `### ${directive.name}`,
    fence(directive.signature),
    say(directive.doc, locale),
    `[${say(words.manual, locale)}](${directive.link})`,
  ]);
  const preprocessor = directives.length === 0 ? [] : [`## ${say(words.preprocessor, locale)}`, ...directives];
  return [`# ${say(fill(words.index, language.title), locale)}`, table(head, rows), ...preprocessor].join("\n\n");
}

function blockPage(language: Language, { path, opener, body }: Block, locale: Locale): string {
  const trail = [`[${say(fill(words.index, language.title), locale)}](${fileOf("README", locale)})`];
  for (let depth = 1; depth < path.length; depth++) trail.push(pageLink(path.slice(0, depth), locale));
  const about =
    opener === undefined
      ? [say(fill(words.rootDoc, language.title), locale)]
      : [fence(signature(opener)), say(opener.doc, locale), list(facts(opener, locale))];
  const names = body.keywords.map(({ name }) => `[\`${name}\`](#${anchor(name)})`);
  return [
    `# ${titleOf(path, locale)}`,
    trail.join(" › "),
    ...about,
    say(fill(words.contents, names.join(say(words.comma, locale))), locale),
    ...body.keywords.flatMap((keyword) => keywordSection(keyword, path, locale)),
  ].join("\n\n");
}

function chapterPage(language: Language, chapter: Chapter, locale: Locale): string {
  const openers = (chapter.blocks ?? []).flatMap((name) => findKeyword(language.root, name) ?? []);
  const names = chapter.keywords.map(({ name }) => `[\`${name}\`](#${anchor(name)})`);
  return [
    `# ${say(chapter.title, locale)}`,
    `[${say(fill(words.index, language.title), locale)}](${fileOf("README", locale)})`,
    say(chapter.doc, locale),
    ...openers.flatMap((opener) => [fence(signature(opener)), say(opener.doc, locale)]),
    say(fill(words.contents, names.join(say(words.comma, locale))), locale),
    ...chapter.keywords.flatMap((keyword) => keywordSection(keyword, [], locale)),
  ].join("\n\n");
}

function keywordSection(keyword: Keyword, path: readonly string[], locale: Locale): readonly string[] {
  const examples = [...new Set(keyword.ok)];
  return [
    `## ${keyword.name}`,
    fence(fullSignature(keyword)),
    say(keyword.doc, locale),
    ...(keyword.note === undefined ? [] : [say(keyword.note, locale)]),
    ...argumentsOf(keyword).flatMap(({ value }) => (value.hint === undefined ? [] : [say(value.hint, locale)])),
    list([
      ...facts(keyword, locale),
      ...(keyword.body?.kind === "keywords"
        ? [say(fill(words.page, pageLink([...path, keyword.name], locale)), locale)]
        : []),
    ]),
    ...offers(keyword, locale),
    ...(examples.length === 0
      ? []
      : [say(examples.length === 1 ? words.example : words.examples, locale), fence(examples.join("\n"))]),
  ];
}

function argumentsOf({ args, body }: Keyword): readonly Argument[] {
  return body?.kind === "lines" ? [...args, ...body.line] : args;
}

/** The words that the signature cuts short, or that have something said of them. */
function offers(keyword: Keyword, locale: Locale): readonly string[] {
  const found = argumentsOf(keyword).flatMap(({ value }) => {
    const offered = suggestions(value).filter(({ kind }) => kind === "value" || kind === "option");
    const explained = offered.some(({ doc }) => doc !== undefined);
    return explained || value.signature.includes("…") ? offered : [];
  });
  if (found.length === 0) return [];
  const plain = found.filter(({ doc }) => doc === undefined).map(({ label }) => `\`${label}\``);
  const items = found.flatMap(({ label, doc }) => (doc === undefined ? [] : [`\`${label}\` – ${say(doc, locale)}`]));
  return [
    say(words.values, locale),
    list([...(plain.length === 0 ? [] : [plain.join(say(words.comma, locale))]), ...items]),
  ];
}

/** The signature, with what the lines of the block look like. */
function fullSignature(keyword: Keyword): string {
  if (keyword.body?.kind !== "lines") return signature(keyword);
  return signature(keyword).replace("{ … }", `{\n    ${keyword.body.line.map(argumentSignature).join(" ")}\n}`);
}

function facts(keyword: Keyword, locale: Locale): readonly string[] {
  const { deprecated, duplicate, modes, removed } = keyword;
  const unit = keyword.args.map(({ value }) => value.unit).find((one) => one !== undefined);
  const found: Text[] = [];
  if (keyword.required === true) found.push(words.required);
  if (keyword.aliasOf !== undefined) found.push(fill(words.alias, `\`${keyword.aliasOf}\``));
  if (typeof keyword.default === "string") found.push(fill(words.default, `\`${keyword.default}\``));
  else if (keyword.default !== undefined) found.push(fill(words.default, keyword.default));
  if (unit !== undefined) found.push(fill(words.unit, unit));
  for (const { label, value } of keyword.rows ?? []) found.push(fill(words.row, label, value));
  if (modes !== undefined) found.push(fill(words.modes, modes.map((mode) => `\`${mode}\``).join(", ")));
  found.push(fill(words.since, keyword.since));
  if (keyword.repeat === true) found.push(words.repeat);
  if (duplicate !== undefined) found.push(duplicates[duplicate]);
  if (deprecated !== undefined) {
    found.push(deprecated.use === undefined ? words.deprecated : fill(words.deprecatedUse, `\`${deprecated.use}\``));
  }
  if (removed !== undefined) {
    const { in: version, use } = removed;
    found.push(use === undefined ? fill(words.removed, version) : fill(words.removedUse, version, `\`${use}\``));
  }
  return [...found.map((fact) => say(fact, locale)), `[${say(words.manual, locale)}](${keyword.link})`];
}

/** Up to the end of the first sentence, in either script. */
function firstSentence(doc: string): string {
  return (
    /^.*?(?:[.:;](?=\s)|[。：；]|$)/s.exec(doc)?.[0].replace(/[:;：；]$/, (sign) => (sign < "\u3000" ? "." : "。")) ??
    doc
  );
}

/** The anchor that GitHub makes of a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(" ", "-")
    .replace(/[^\w-]/g, "");
}
