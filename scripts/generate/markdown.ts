// Pages of Markdown, each in English and in Chinese beside it.

import { type Locale, say, text } from "../../server/src/core/text/localized.ts";

/** A page's path without `.md`, and its content in the given language. */
export interface Page {
  readonly path: string;
  render(locale: Locale): string;
}

export const locales: readonly Locale[] = ["en", "zh-cn"];

const other = text("简体中文", "English");
const generated = text("This page is written by `scripts/generate.ts`.", "本页由 `scripts/generate.ts` 生成。");

/** The file of a page in a language: `a/b.md`, `a/b.zh-cn.md`. */
export function fileOf(path: string, locale: Locale): string {
  return `${path}${locale === "en" ? "" : `.${locale}`}.md`;
}

/** Both files of each page, with a link from one to the other below the title. */
export function renderPages(pages: readonly Page[]): ReadonlyMap<string, string> {
  return new Map(
    pages.flatMap((page) =>
      locales.map((locale) => {
        const [title = "", ...content] = page.render(locale).split("\n\n");
        const twin = fileOf(page.path.replace(/^.*\//, ""), locale === "en" ? "zh-cn" : "en");
        const head = [title, `[${say(other, locale)}](${twin})`];
        return [
          fileOf(page.path, locale),
          `${[...head, ...content, `<!-- ${say(generated, locale)} -->`].join("\n\n")}\n`,
        ];
      }),
    ),
  );
}

export function fence(content: string, language = ""): string {
  return `\`\`\`${language}\n${content}\n\`\`\``;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}
