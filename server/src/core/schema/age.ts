/** What a version of the daemon makes of a keyword's age, in the words of a problem. */
import { fill, type Text, text } from "../text/localized.ts";
import { atLeast } from "../text/version.ts";
import { isDeprecatedIn, type Keyword } from "./spec.ts";

const messages = {
  tooNew: text('"{0}" needs version {1}; version {2} is set', '"{0}"需要 {1} 版本，当前设定为 {2}'),
  deprecated: text('"{0}" is deprecated', '"{0}"已弃用'),
  deprecatedUse: text('"{0}" is deprecated, use {1}', '"{0}"已弃用，请改用 {1}'),
  removed: text('"{0}" is gone since version {1}', '"{0}"自 {1} 版起已移除'),
  removedUse: text('"{0}" is gone since version {1}, use {2}', '"{0}"自 {1} 版起已移除，请改用 {2}'),
};

export interface Age {
  /** Code of the problem, without the language. */
  readonly code: "too-new" | "removed-keyword" | "deprecated-keyword";
  readonly message: Text;
}

/** Says that `name` came with version `since` and is too new for the version that is set. */
export function tooNew(name: string, since: string, version: string): Text {
  return fill(messages.tooNew, name, since, version);
}

/** Whether the version does not know a keyword yet, or no longer, or will not for long; undefined if none of these. */
export function ageOf(keyword: Keyword, version: string): Age | undefined {
  const { name, since, removed, deprecated } = keyword;
  if (!atLeast(version, since)) return { code: "too-new", message: tooNew(name, since, version) };
  if (removed !== undefined && atLeast(version, removed.in)) {
    const { in: last, use } = removed;
    const message = use === undefined ? fill(messages.removed, name, last) : fill(messages.removedUse, name, last, use);
    return { code: "removed-keyword", message };
  }
  if (!isDeprecatedIn(keyword, version)) return undefined;
  const use = deprecated?.use;
  const message = use === undefined ? fill(messages.deprecated, name) : fill(messages.deprecatedUse, name, use);
  return { code: "deprecated-keyword", message };
}
