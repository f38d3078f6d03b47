/** Blocks of which only a part can be seen. */
import type { Bound } from "../../../schema/bound.ts";
import type { Item } from "../../../syntax/ast.ts";

/** Whether a block may hold lines out of view: of a file that was not found, or of a value that only the host knows. */
export function mayHoldMore(block: Bound): boolean {
  return hasGap(block.statement.block?.items ?? []);
}

function hasGap(items: readonly Item[]): boolean {
  return items.some((item, index) => {
    if (item.kind === "included") return hasGap(item.items);
    if (item.kind !== "statement") return false;
    if (item.form === "include") return items[index + 1]?.kind !== "included";
    return item.words[0]?.unknown === true;
  });
}
