/** What a language brings along. Everything outside of `languages/` works on this and names no language. */

import type { Problem, Severity, Source } from "../schema/problem.ts";
import type { Keyword, KeywordBody } from "../schema/spec.ts";
import type { Finding, Scope, Suggestion } from "../schema/value.ts";
import type { Item, Statement, Tree, Word } from "../syntax/ast.ts";
import type { SectionedDocument, Splitter } from "../text/document.ts";
import type { Text } from "../text/localized.ts";
import type { Configuration } from "./configuration.ts";
import type { Facts } from "./facts.ts";

/** Definitions and the like, as they stand at one point of the text. A new object only where something changed. */
export interface Environment {
  readonly definitions: ReadonlyMap<string, string>;
}

/** One file that an include line reads. */
export interface IncludedFile {
  readonly uri: string;
  readonly document: SectionedDocument;
}

export interface PreprocessHost {
  readonly version: string;
  /** No text of the same file comes after it. */
  readonly endsFile: boolean;
  /** The host that the configuration is read on, for conditional lines; undefined where no line names one. */
  readonly configId: string | undefined;
  /** The files that a pattern names, seen from the file `from`; undefined where that is not known here. */
  include(pattern: string, from: string): readonly IncludedFile[] | undefined;
  /** The tree of a section. */
  parse(source: Source): Tree;
}

export interface Preprocessed {
  readonly items: readonly Item[];
  readonly environment: Environment;
  readonly problems: readonly Problem[];
  /** Files that were read on the way. */
  readonly included: readonly string[];
  /** Something that the daemon would read is not known here, so that what is missing may stand there. */
  readonly incomplete: boolean;
}

/** A word of the preprocessor, for hover and completion. */
export interface DirectiveWord {
  readonly name: string;
  readonly signature: string;
  readonly insert: string;
  readonly doc: Text;
  readonly link: string;
}

/** Words that stand within lines, of one kind, each with the entry that explains it. */
export interface Glossary {
  readonly title: Text;
  readonly entries: readonly Keyword[];
}

/** Whole statements and blocks for authoring, as VS Code's snippet files hold them. */
export interface SnippetSource {
  readonly prefix: string;
  /** English, and Chinese behind " · ". */
  readonly description: string;
  readonly body: readonly string[];
}

/** A series of releases that the tables tell apart. */
export interface Series {
  /** Such as `2.4`. */
  readonly version: string;
  /** It is maintained for years. */
  readonly longTerm?: true;
}

/** A line as the outline shows it. */
export interface Entitled {
  readonly name: string;
  readonly detail: string;
  /** The word that names it. */
  readonly word: Word;
}

export interface Language {
  readonly id: string;
  /** The daemon's name, as people write it. */
  readonly title: string;
  /** How sure a file's name and text make it that it is of this language: 0 for not at all. */
  recognise(path: string, text: string): number;
  readonly split: Splitter;
  parse(text: string): Tree;
  /** The tree of a line up to the cursor, where a line alone is no text of the language. */
  parseLine?(text: string): Tree;
  /**
   * How blocks are written: in braces, from a line that names one up to the next such line, or further in than the line
   * that names one.
   */
  readonly layout: "braces" | "lines" | "indented";
  /**
   * Editors know its files as those of another language, which draws, folds and formats them: that language's id, and
   * the names of its files. No file of that language is one of ours but by its text, and then a guest's.
   */
  readonly guest?: { readonly of: string; readonly files: RegExp };
  /** Every line stands at the margin, also those of a block; its words are parted by one blank. */
  readonly flush?: true;
  /** What is said of a line that begins with no keyword; by default that it is unknown. For blocks without braces. */
  stray?(statement: Statement, source: Source): readonly Finding[];
  /** What the outline calls a line, and undefined for one that it leaves out; by default it lists blocks. */
  entitle?(words: readonly Word[]): Entitled | undefined;
  /** Words that may stand before a keyword and turn its meaning, such as `no`. */
  readonly negations: readonly string[];
  readonly root: KeywordBody;
  /** Words that a line may have at most. */
  readonly maxWords: number;
  /** The daemon knows more keywords than the table: one that it lacks is not wrong. */
  readonly open?: true;
  /** The word between a key and its value, with a blank on either side where it is formatted. */
  readonly separator?: string;
  /** How bad it is when the daemon's test complains of a line and goes on. */
  readonly complaint: Severity;
  /**
   * The files that the daemon reads after `uri` into the same configuration, as patterns in the form of URIs; none for
   * a language whose files stand alone. `list` tells the files that a pattern names.
   */
  companions(uri: string, list: (pattern: string) => readonly string[]): readonly string[];
  /**
   * Whether a section is that of a template from which the file is made: `some` where gaps stand in it, so that nothing
   * is certainly wrong in the file, and `all` where lines are put together, so that nothing can be said of the section.
   */
  doubt(text: string): "none" | "some" | "all";
  /** What is wrong with a text before its words are looked at: lines that the daemon's buffers cannot hold. */
  checkText(source: Source, version: string): readonly Problem[];
  /** Builds what the first parse needs. */
  prepare(): void;
  readonly defaultVersion: string;
  /** Oldest first. */
  readonly versions: readonly Series[];
  /** The hosts that conditional lines tell apart; undefined stands for any other host. Empty where no line does. */
  configIds(trees: readonly Tree[]): readonly (string | undefined)[];
  readonly emptyEnvironment: Environment;
  /** Whether the preprocessor has anything to do in this text, with what stands before it. */
  needsPreprocessing(text: string, environment: Environment): boolean;
  preprocess(items: readonly Item[], source: Source, environment: Environment, host: PreprocessHost): Preprocessed;
  /**
   * What may be written at the start of a line, where names of keywords have gaps; the keywords by their names where
   * absent. `typed` stands there already; `used` gives the names of a scope that the files mention.
   */
  suggestLine?(typed: string, used: (scope: Scope) => readonly string[]): readonly Suggestion[];
  /** What is explained but is no keyword of a block: options, functions, aliases. */
  readonly glossaries: readonly Glossary[];
  readonly directives: readonly DirectiveWord[];
  /** Variables that the daemon defines by itself. */
  readonly predefined: readonly DirectiveWord[];
  readonly snippets: Readonly<Record<string, SnippetSource>>;
  /** Characters, beside those of words, after which an editor asks for completion by itself. */
  readonly triggers: readonly string[];
  /** What most files hold and completion offers first: keywords, and words behind them. Absent where lists are short. */
  readonly common?: { readonly keywords: ReadonlySet<string>; readonly words: ReadonlySet<string> };
  /** What a configuration says about its host: the same object while it says the same. */
  facts(configuration: Configuration): Facts;
  /**
   * Whether a file of this language, by its name alone, tells hosts apart (`keepalived-lb1.conf`). One that does not
   * is shared by the hosts of its folder.
   */
  readonly tellsHosts: boolean;
}
