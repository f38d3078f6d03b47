/** Collects what binding has to say, and says what is true of any keyword wherever it is bound: its age. */
import type { Word } from "../syntax/ast.ts";
import { fill, type Text } from "../text/localized.ts";
import type { Range } from "../text/range.ts";
import { type Age, ageOf } from "./age.ts";
import { messages } from "./bindMessages.ts";
import { titles } from "./fixTitles.ts";
import { lineFix } from "./lineFix.ts";
import type { Fix, Problem, Related, Severity, Source } from "./problem.ts";
import type { Keyword, KeywordBody, OldLine } from "./spec.ts";
import type { Finding } from "./value.ts";

export interface BindOptions {
  /** Prefix of the problem codes: the language's id. */
  readonly language: string;
  readonly root: KeywordBody;
  /** Version of the daemon. */
  readonly version: string;
  /** How bad it is when the daemon's test complains and goes on. */
  readonly complaint: Severity;
  /** The blocks in which each keyword of the table may stand, for "wrong place" messages. */
  readonly homes: ReadonlyMap<string, readonly string[]>;
}

interface Details {
  readonly severity?: Severity | undefined;
  readonly fixes?: readonly Fix[] | undefined;
  readonly related?: readonly Related[] | undefined;
  readonly tag?: Problem["tag"] | undefined;
}

export class Reporter {
  readonly problems: Problem[] = [];
  readonly #options: BindOptions;
  /** Where the ranges of what is reported are. */
  source: Source;
  /** Only the host knows whether it reads what is bound now, so nothing is certainly wrong. */
  uncertain = false;

  constructor(source: Source, options: BindOptions) {
    this.source = source;
    this.#options = options;
  }

  report(code: string, range: Range, message: Text, details: Details = {}): void {
    const severity = details.severity ?? "error";
    this.problems.push({
      code: `${this.#options.language}/${code}`,
      severity: this.uncertain && severity === "error" ? "warning" : severity,
      message,
      source: this.source,
      start: range.start,
      end: range.end,
      ...(details.fixes === undefined ? {} : { fixes: details.fixes }),
      ...(details.related === undefined ? {} : { related: details.related }),
      ...(details.tag === undefined ? {} : { tag: details.tag }),
    });
  }

  findings(findings: readonly Finding[]): void {
    for (const { code, message, start, end, ...details } of findings)
      this.report(code, { start, end }, message, details);
  }

  fix(title: Text, safety: Fix["safety"], range: Range, replacement: string): Fix {
    return { title, safety, edits: [{ source: this.source, start: range.start, end: range.end, text: replacement }] };
  }

  /**
   * Says of a keyword that the version does not know it yet, or no longer, or will not for long. With `line`, what newer
   * versions want instead is offered as a fix.
   */
  age(keyword: Keyword, range: Range, line?: OldLine & { readonly statement: Range }): void {
    const age = ageOf(keyword, this.#options.version);
    if (age === undefined) return;
    if (age.code === "too-new") {
      this.report(age.code, range, age.message);
      return;
    }
    const written = line === undefined ? undefined : keyword.rewrite?.(line);
    const fixes = line === undefined || written === undefined ? [] : [lineFix(this.source, line, written)];
    if (age.code === "removed-keyword") this.#outdated(age, range, "error", fixes);
    else this.#outdated(age, range, this.#severity(keyword), [...fixes, ...this.#renamed(keyword, range)]);
  }

  #outdated({ code, message }: Age, range: Range, severity: Severity, fixes: readonly Fix[]): void {
    this.report(code, range, message, { tag: "deprecated", severity, ...(fixes.length === 0 ? {} : { fixes }) });
  }

  #severity({ deprecated }: Keyword): Severity {
    return deprecated?.reported === true ? this.#options.complaint : "information";
  }

  #renamed({ aliasOf }: Keyword, range: Range): readonly Fix[] {
    return aliasOf === undefined ? [] : [this.fix(fill(titles.replace, aliasOf), "safe", range, aliasOf)];
  }

  /** Says that a quote has no end. */
  quote(word: Word): void {
    if (!word.closed) this.report("unclosed-quote", word, messages.unclosedQuote);
  }
}
