/** Our Markdown (fences, emphasis, links at the end of a line) as text for a terminal. Backticks stay: they quote. */
import { wrap } from "./columns.ts";

/** @param columns the longest line; code and addresses are never broken. */
export function plain(markdown: string, columns: number): string {
  // Every other part is what stands between fences.
  return markdown
    .split(/^```.*\n?/m)
    .map((part, index) => (index % 2 === 1 ? indent(part) : paragraphs(part, columns)))
    .filter((part) => part !== "")
    .join("\n\n");
}

/** Moves lines to the right by four columns. */
export function indent(lines: string): string {
  return lines.replace(/^\n+|\s+$/g, "").replace(/^(?=.)/gm, "    ");
}

function paragraphs(text: string, columns: number): string {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => {
      const addresses: string[] = [];
      const words = paragraph
        .replaceAll("**", "")
        .replace(/(?: · )?\[[^\]]*\]\((\S+)\)(?=\s|$)/g, (_, address: string) => {
          addresses.push(address);
          return "";
        });
      const lines = words.split("\n").map((line) => wrap(line, columns));
      return [...lines.filter((line) => line !== ""), ...addresses].join("\n");
    })
    .join("\n\n");
}
