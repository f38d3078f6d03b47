/** What reporters are given. */
import type { Location, Problem } from "../../core/schema/problem.ts";
import type { FileRange } from "../../core/service.ts";
import type { Locale } from "../../core/text/localized.ts";
import type { Fixed } from "../fixes.ts";
import type { Upgrade } from "../upgrade.ts";

export interface FileReport {
  /** As the user would write it, from the current folder. */
  readonly path: string;
  readonly language: string;
  readonly problems: readonly Problem[];
  /** A line of the file, for reporters that show it. */
  line(number: number): string;
}

export interface ReportContext {
  readonly locale: Locale;
  /** Zero-based lines and UTF-16 characters of a location. */
  range(location: Location): FileRange;
  /** The path of a file, from the current folder. */
  path(uri: string): string;
  /** Whether the output is a terminal that shows colours. */
  readonly colours: boolean;
  /** Columns of the terminal, or those to which a line is cut where there is none. */
  readonly columns: number;
  /** What `--fix` has done, where it was asked for. */
  readonly fixed: Fixed | undefined;
  /** The versions that were compared, where `--upgrade-to` asked for it. */
  readonly upgrades: readonly Upgrade[] | undefined;
  /** How many of the problems `--fix` would mend. */
  readonly fixable: number;
}

/** Makes the whole output of one run. */
export type Format = (files: readonly FileReport[], context: ReportContext) => string;
