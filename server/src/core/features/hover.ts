/** What a word means, from its table entry. */

import type { Workspace } from "../model/workspace.ts";
import type { Argument, Keyword } from "../schema/spec.ts";
import { lineStartOf } from "../text/lines.ts";
import { fill, type Locale, say, type Text, text } from "../text/localized.ts";
import { type Position, type Range, touches } from "../text/range.ts";
import { decodedUri } from "../text/uri.ts";
import { type Place, placeAt } from "./place.ts";
import { layOut } from "./signatureLayout.ts";

export interface Hover {
  readonly place: Place;
  /** What is described, relative to the place's section. */
  readonly range: Range;
  readonly markdown: string;
}

const labels = {
  default: text("Default", "默认值"),
  unit: text("Unit", "单位"),
  since: text("Since", "起始版本"),
  modes: text("Modes", "模式"),
  removed: text("Removed", "已移除"),
  deprecated: text("Deprecated", "已弃用"),
  instead: text("use `{0}`", "请改用 `{0}`"),
  required: text("Required", "必填"),
  repeat: text("May be repeated", "可重复"),
  manual: text("Manual", "手册"),
  values: text("Values", "可选值"),
  definedHere: text("Defined in {0}, line {1}", "定义于 {0} 第 {1} 行"),
  stands: text("Stands for `{0}`", "展开为 `{0}`"),
};

export function hover(workspace: Workspace, uri: string, position: Position, locale: Locale): Hover | undefined {
  const place = placeAt(workspace, uri, position);
  if (place === undefined) return undefined;
  const { statement, word, value } = place;
  const parts: string[] = [];
  if (statement !== undefined && word !== undefined) {
    const isKeyword = statement.keyword !== undefined && isTitle(place);
    if (word.raw.includes("$") && word.value !== word.raw) parts.push(say(fill(labels.stands, word.value), locale));
    if (!isKeyword) parts.push(...aboutValue(workspace, place, locale));
    const option = isKeyword || parts.length > 0 ? undefined : optionOf(place);
    if (option !== undefined) parts.push(describeKeyword(option, locale));
    if (isKeyword || parts.length === 0) {
      // A line of a list block is explained by its block; a word that no table knows is not explained at all.
      const isLine = statement.parent?.body?.kind === "lines";
      const keyword = statement.keyword ?? (isLine ? statement.parent?.keyword : undefined);
      if (keyword !== undefined) parts.push(describeKeyword(keyword, locale));
    }
    const range = isKeyword || value === undefined ? word : value.word;
    return parts.length === 0 ? undefined : { place, range, markdown: parts.join("\n\n") };
  }
  return directiveHover(place, locale);
}

/** Whether the place is in the words that are the statement's keyword. */
function isTitle({ statement, offset, value }: Place): boolean {
  if (statement === undefined) return false;
  const { title, negation } = statement;
  if (negation !== undefined && touches(negation, offset)) return true;
  return touches(title, offset) && (value === undefined || offset < title.end);
}

/** The card of a keyword: signature, text, facts and link, as Markdown. */
export function describeKeyword(keyword: Keyword, locale: Locale): string {
  return [
    `\`\`\`\n${layOut(signature(keyword), keyword.name)}\n\`\`\``,
    say(keyword.doc, locale),
    facts(keyword, locale),
  ].join("\n\n");
}

/** `priority 1-255`, `track_script { … }`. */
export function signature(keyword: Keyword): string {
  if (keyword.signature !== undefined) return keyword.signature;
  const words = keyword.args.map(argumentSignature);
  // What such a name only begins is one word with its first argument: `set-var(NAME)`.
  const first = keyword.prefix === true ? [`${keyword.name}${words.shift() ?? ""}`] : [keyword.name];
  return `${[...first, ...words].join(" ")}${keyword.body === undefined ? "" : " { … }"}`;
}

export function argumentSignature(argument: Argument): string {
  const written = `${argument.value.signature}${argument.repeat === true ? " …" : ""}`;
  return argument.optional === true && !written.startsWith("[") ? `[${written}]` : written;
}

function facts(keyword: Keyword, locale: Locale): string {
  const rows: string[] = [];
  const colon = locale === "zh-cn" ? "：" : ": ";
  const row = (label: Text, value: string) => rows.push(`${say(label, locale)}${colon}${value}`);
  const unit = keyword.args.map((argument) => argument.value.unit).find((one) => one !== undefined);
  if (keyword.required === true) rows.push(say(labels.required, locale));
  if (typeof keyword.default === "string") row(labels.default, `\`${keyword.default}\``);
  else if (keyword.default !== undefined) row(labels.default, say(keyword.default, locale));
  if (unit !== undefined) row(labels.unit, unit);
  for (const { label, value } of keyword.rows ?? []) row(label, typeof value === "string" ? value : say(value, locale));
  if (keyword.modes !== undefined) row(labels.modes, keyword.modes.map((mode) => `\`${mode}\``).join(", "));
  row(labels.since, keyword.since);
  if (keyword.repeat === true) rows.push(say(labels.repeat, locale));
  if (keyword.deprecated !== undefined) rows.push(outdated(labels.deprecated, keyword.deprecated, locale));
  if (keyword.removed !== undefined) {
    const { in: since, use } = keyword.removed;
    rows.push(outdated(labels.removed, { since, use }, locale));
  }
  rows.push(`[${say(labels.manual, locale)}](${keyword.link})`);
  const hints = keyword.args.flatMap((argument) =>
    argument.value.hint === undefined ? [] : [say(argument.value.hint, locale)],
  );
  return [...hints, rows.join(" · ")].join("\n\n");
}

function outdated(
  label: Text,
  { since, use }: { readonly since?: string | undefined; readonly use?: string | undefined },
  locale: Locale,
): string {
  const when = since === undefined ? "" : ` ${since}`;
  return `**${say(label, locale)}${when}**${use === undefined ? "" : `, ${say(fill(labels.instead, use), locale)}`}`;
}

/** A longer word stands below the pointer, and not once more in the hover. In characters. */
const longestEcho = 40;

function aboutValue(workspace: Workspace, place: Place, locale: Locale): string[] {
  const { statement, value, word, configuration } = place;
  if (statement === undefined || word === undefined) return [];
  if (value?.keyword !== undefined) return [describeKeyword(value.keyword, locale)];
  const line = statement.keyword?.args ?? (statement.parent?.body?.kind === "lines" ? statement.parent.body.line : []);
  const described = line.map((argument) => argument.value.describe?.(word)).find((one) => one !== undefined);
  const echo = word.value.length > longestEcho ? "" : `\`${word.value}\`: `;
  const parts = described === undefined ? [] : [echo + say(described, locale)];
  if (value?.refers !== undefined && configuration !== undefined) {
    const [definition] = configuration.definitions(value.refers, String(value.data), value.owner);
    const document = definition === undefined ? undefined : workspace.document(definition.source.uri);
    // That a name is not defined says its diagnostic.
    if (definition !== undefined && document !== undefined) {
      const start = document.positionIn(definition.source.section, definition.start);
      const file = decodedUri(definition.source.uri.replace(/^.*\//, ""));
      const { statement: whole } = definition.bound;
      const written = definition.source.section.text
        .slice(whole.start, Math.min(whole.end, whole.start + 600))
        .trimEnd();
      parts.push(`\`\`\`${configuration.language.id}\n${written}\n\`\`\``);
      parts.push(say(fill(labels.definedHere, file, start.line + 1), locale));
    }
  }
  return parts;
}

/** The option that takes a value: what such a word is, says the option and not its whole line. */
function optionOf({ statement, value }: Place): Keyword | undefined {
  const before = statement?.values.filter((one) => value !== undefined && one.word.start < value.word.start);
  return before?.findLast(({ keyword }) => keyword !== undefined && keyword.name === value?.name)?.keyword;
}

/** The preprocessor's lines are in no table of blocks, so their words are looked up by themselves. */
function directiveHover(place: Place, locale: Locale): Hover | undefined {
  const { section, offset, configuration } = place;
  const lineStart = lineStartOf(section.text, offset);
  const found = /^[ \t]*((?:@\S+[ \t]+)?)([~.]?[A-Za-z_]+)/.exec(section.text.slice(lineStart));
  const name = found?.[2];
  const directive = configuration?.language.directives.find((one) => one.name === name);
  if (found === null || name === undefined || directive === undefined) return undefined;
  const start = lineStart + found[0].length - name.length;
  const range = { start, end: start + name.length };
  if (offset < range.start || offset > range.end) return undefined;
  const markdown = [
    `\`\`\`\n${directive.signature}\n\`\`\``,
    say(directive.doc, locale),
    `[${say(labels.manual, locale)}](${directive.link})`,
  ].join("\n\n");
  return { place, range, markdown };
}
