/** What is wrong in a text: where, how bad, and how it can be mended. */
import type { Section } from "../text/document.ts";
import type { Text } from "../text/localized.ts";
import type { Range } from "../text/range.ts";

export type Severity = "error" | "warning" | "information" | "hint";

/** A section of a certain file; offsets of trees and problems are relative to it. */
export interface Source {
  readonly uri: string;
  readonly section: Section;
}

/** A range in a certain section of a certain file. */
export interface Location extends Range {
  readonly source: Source;
}

export interface TextEdit extends Location {
  readonly text: string;
}

export interface Fix {
  readonly title: Text;
  /** `safe` fixes keep or restore what was meant beyond doubt; only they are applied by `--fix` and "fix all". */
  readonly safety: "safe" | "unsafe";
  readonly edits: readonly TextEdit[];
  /** Files that it writes; none of them is there yet. */
  readonly creates?: readonly NewFile[];
}

/** A file that is written where none is. */
export interface NewFile {
  readonly uri: string;
  /** Its comments are in the reader's language. */
  readonly text: Text;
}

export interface Related extends Location {
  readonly message: Text;
}

export interface Problem extends Location {
  /** The rule's id, `language/thing-fault`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: Text;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** Draws the text as superfluous or as outdated. */
  readonly tag?: "unnecessary" | "deprecated";
}

/** The fix of a problem that may be applied unasked, by `--fix` and "fix all". */
export function safeFix(problem: Problem): Fix | undefined {
  return problem.fixes?.find((fix) => fix.safety === "safe");
}
