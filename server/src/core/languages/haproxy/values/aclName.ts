/** Names of ACLs: those of the section, and those that every section has. */
import type { Bound } from "../../../schema/bound.ts";
import type { Reader } from "../../../schema/value.ts";
import type { Item, Word } from "../../../syntax/ast.ts";
import { atLeast } from "../../../text/version.ts";
import { ownerOf } from "../owners.ts";
import type { PredefinedAcl } from "../samples/aclTable.ts";
import { findPredefinedAcl } from "../samples/index.ts";

/** Binds a name that stands for an ACL; one that is always there is explained by its entry. */
export function bindAclName(reader: Reader, name: string, word: Word): PredefinedAcl | undefined {
  const predefined = findPredefinedAcl(word.value);
  const isKnown = predefined !== undefined && atLeast(reader.version, predefined.since);
  if (isKnown && !definesAcl(reader.block, word.value)) {
    reader.bind({ name, word, data: word.value, token: "macro", keyword: predefined });
    return predefined;
  }
  reader.bind({ name, word, data: word.value, token: "class", refers: "acl", owner: ownerOf(reader.block) });
  return undefined;
}

const kept = new WeakMap<readonly Item[], ReadonlySet<string>>();

/** Whether a line of the block, which may not be bound yet, defines an ACL of that name. */
export function definesAcl(block: Bound | undefined, name: string): boolean {
  const items = block?.statement.block?.items;
  if (items === undefined) return false;
  let names = kept.get(items);
  if (names === undefined) {
    names = new Set(
      items.flatMap((item) =>
        item.kind === "statement" && item.words[0]?.value === "acl" ? (item.words[1]?.value ?? []) : [],
      ),
    );
    kept.set(items, names);
  }
  return names.has(name);
}
