/** A readable drawing of a tree, for tests and for people who debug a grammar. */
import type { Item, Tree } from "./ast.ts";

/** One line for each item, indented by depth; words in quotes as the daemon reads them. */
export function dump(tree: Tree): string {
  const lines: string[] = [];
  const draw = (items: readonly Item[], indent: string) => {
    for (const item of items) {
      if (item.kind !== "statement") {
        lines.push(indent + item.kind);
        continue;
      }
      const form = item.form === "plain" ? "" : `${item.form} `;
      const condition = item.condition === undefined ? "" : `${item.condition.raw} `;
      const words = item.words.map((word) => JSON.stringify(word.value) + (word.closed ? "" : "?")).join(" ");
      const block = item.block === undefined ? "" : item.block.close === undefined ? " {?" : " {";
      lines.push(`${indent}${condition}${form}${words}${block}`);
      if (item.block !== undefined) draw(item.block.items, `${indent}  `);
    }
  };
  draw(tree.items, "");
  return lines.join("\n");
}
