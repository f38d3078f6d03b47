// What the reference of a language has beside one page for each block: blocks that share a page, and lists of words
// that stand in no block, such as functions and options.

import type { Keyword } from "../../server/src/core/schema/spec.ts";
import type { Text } from "../../server/src/core/text/localized.ts";

export interface Chapter {
  /** The page's file, without its ending. */
  readonly file: string;
  readonly title: Text;
  readonly doc: Text;
  readonly keywords: readonly Keyword[];
  /** Blocks at the root that have no page of their own, because their keywords are here. */
  readonly blocks?: readonly string[];
}
