/** The forms of the tables of ACLs: criteria, ACLs that are always there, match methods, flags. */
import type { Keyword } from "../../../schema/spec.ts";
import { type Text, text } from "../../../text/localized.ts";
import { manual } from "./table.ts";

/** A criterion that names a fetch and a way to match it. */
export interface AclKeyword extends Keyword {
  readonly fetch: string;
  readonly match: string;
}

export interface PredefinedAcl extends Keyword {
  /** As one would write it in an `acl` line. */
  readonly equivalent: string;
}

const means = text("Means", "等价于");

type Derived = "args" | "rows" | "link" | "signature";

export function aclKeywordEntries(entries: readonly Omit<AclKeyword, Derived>[]): readonly AclKeyword[] {
  return entries.map((entry) => ({
    ...entry,
    args: [],
    rows: [{ label: means, value: `\`${entry.fetch} -m ${entry.match}\`` }],
    link: manual("7.3", undefined),
  }));
}

export function predefinedEntries(
  entries: readonly Omit<PredefinedAcl, Derived | "ok" | "bad">[],
): readonly PredefinedAcl[] {
  return entries.map((entry) => ({
    ...entry,
    args: [],
    rows: [{ label: means, value: `\`acl ${entry.name} ${entry.equivalent}\`` }],
    link: manual("7.4"),
    ok: [],
    bad: [],
  }));
}

/** A word of ACL lines: a flag, a match method. */
export function aclWord(name: string, since: string, doc: Text, signature = name): Keyword {
  return { name, signature, args: [], since, doc, link: manual("7.1"), ok: [], bad: [] };
}
