/**
 * Everything that one daemon would read on one host, from its main file on: sections in the order of reading, bound
 * to the table. Results are kept by section, so that an edit costs the section it falls in.
 */
import { type BoundSection, bind } from "../schema/bind.ts";
import { bindFields } from "../schema/bindFields.ts";
import { bindLines, type LineOptions } from "../schema/bindLines.ts";
import { type Bound, walkBound } from "../schema/bound.ts";
import type { Location, Source } from "../schema/problem.ts";
import type { BoundValue, Scope } from "../schema/value.ts";
import { tableWords } from "../schema/words.ts";
import { type Item, type Tree, walk } from "../syntax/ast.ts";
import type { Section, SectionedDocument } from "../text/document.ts";
import { changes } from "./gather.ts";
import type { Environment, IncludedFile, Language } from "./language.ts";
import { NameIndex } from "./names.ts";

/** A name where it is defined or used. */
export interface Mention extends Location {
  readonly scope: Scope;
  readonly name: string;
  /** Whose name it is; empty where the scope has no owners. */
  readonly owner: string;
  readonly bound: Bound;
  readonly value: BoundValue;
  /** The section of the main files in which it is read, and where it stands among the mentions of that section. */
  readonly home: Section;
  readonly order: number;
}

export interface SectionState extends BoundSection {
  readonly source: Source;
  /** Bound blocks and statements by keyword, of this section, at any depth. */
  readonly byKeyword: ReadonlyMap<string, readonly Bound[]>;
  readonly definitions: readonly Mention[];
  readonly references: readonly Mention[];
  readonly environment: Environment;
  readonly incomplete: boolean;
  readonly included: readonly string[];
}

export interface ConfigurationHost {
  /** Files that an include pattern names, seen from a file; undefined where that is not known (yet). */
  include(pattern: string, from: string): readonly IncludedFile[] | undefined;
  /** A number that changes whenever a file that could be included changes. */
  readonly includeGeneration: number;
}

/** One of the files of a configuration. */
export interface ConfigurationFile {
  readonly uri: string;
  readonly document: SectionedDocument;
}

interface Cached {
  readonly before: Environment;
  readonly generation: number;
  /** The preprocessor has nothing to do in this section. */
  readonly plain: boolean;
  /** No section comes after it. */
  readonly endsFile: boolean;
  readonly state: SectionState;
}

/** Trees of sections, shared by all configurations that read them. */
const trees = new WeakMap<Section, Tree>();

/** The tree of a section, parsed once. */
export function treeOf(language: Language, section: Section): Tree {
  let tree = trees.get(section);
  if (tree === undefined) {
    tree = language.parse(section.text);
    trees.set(section, tree);
  }
  return tree;
}

export class Configuration {
  readonly language: Language;
  readonly uri: string;
  readonly configId: string | undefined;
  readonly version: string;
  /** Something that the daemon would read is missing here: what seems undefined may stand there. */
  incomplete = false;
  /** All files that take part, the main file first. */
  files: readonly string[];
  #states: readonly SectionState[] = [];
  #cache = new WeakMap<Section, Cached>();
  readonly #options: LineOptions;
  readonly #names = new NameIndex();
  #references: readonly Mention[] | undefined;
  #places: ReadonlyMap<Section, number> | undefined;
  readonly #blocks = new Map<string, readonly Bound[]>();

  constructor(language: Language, uri: string, configId: string | undefined, version: string) {
    this.language = language;
    this.uri = uri;
    this.configId = configId;
    this.version = version;
    this.files = [uri];
    const { id, root, complaint, negations, maxWords, open = false, stray } = language;
    const { homes } = tableWords(root);
    this.#options = { language: id, root, version, complaint, negations, maxWords, open, homes, stray };
  }

  /**
   * Reads its files again, the main one first; only sections that changed, or whose definitions changed before them,
   * cost anything.
   */
  update(files: readonly ConfigurationFile[], host: ConfigurationHost): void {
    let environment = this.language.emptyEnvironment;
    const states: SectionState[] = [];
    for (const { uri, document } of files) {
      const last = document.sections.at(-1);
      for (const section of document.sections) {
        const state = this.#section({ uri, section }, environment, host, section === last);
        states.push(state);
        environment = state.environment;
      }
    }
    this.#forgetChanged(states);
    this.#states = states;
    this.incomplete = states.some((state) => state.incomplete);
    this.files = [...new Set([...files.map((file) => file.uri), ...states.flatMap((state) => state.included)])];
    this.#references = undefined;
    this.#places = undefined;
  }

  /** Drops the lists of keywords that stand in sections which are gone or new, and keeps the index of names. */
  #forgetChanged(states: readonly SectionState[]): void {
    const { gone, come } = changes(this.#states, states);
    for (const state of [...gone, ...come]) for (const keyword of state.byKeyword.keys()) this.#blocks.delete(keyword);
    // Between two sections that changed stand others that did not, and their names stay.
    const [before, after] = [gone, come].map((part) => new Set(part.map(({ definitions }) => definitions)));
    for (const { definitions, references } of come) {
      if (before?.has(definitions) === true) continue;
      for (const mention of definitions) this.#names.add(mention);
      for (const mention of references) this.#names.addUse(mention);
    }
    for (const { definitions, references } of gone) {
      if (after?.has(definitions) === true) continue;
      for (const mention of definitions) this.#names.remove(mention);
      for (const mention of references) this.#names.removeUse(mention);
    }
  }

  get sections(): readonly SectionState[] {
    return this.#states;
  }

  /** Bound statements of a keyword at any depth, in the order of reading. */
  all(keyword: string): readonly Bound[] {
    let found = this.#blocks.get(keyword);
    if (found === undefined) {
      found = this.#states.flatMap((state) => state.byKeyword.get(keyword) ?? []);
      this.#blocks.set(keyword, found);
    }
    return found;
  }

  /** Definitions of a name in a scope, in the order of reading. */
  definitions(scope: Scope, name: string, owner = ""): readonly Mention[] {
    return this.#names.get(scope, name, owner, this.#compare) ?? [];
  }

  /** Names defined in a scope; those of every owner where none is named. */
  names(scope: Scope, owner?: string): readonly string[] {
    const found = new Set<string>();
    for (const [first] of this.#names.all(scope, this.#compare)) {
      if (first !== undefined && (owner === undefined || first.owner === owner)) found.add(first.name);
    }
    return [...found];
  }

  /** All definitions of a scope: those of one name in the order of reading. */
  defined(scope: Scope): readonly Mention[] {
    return [...this.#names.all(scope, this.#compare)].flat();
  }

  /** The uses of a name, in no certain order. */
  uses(scope: Scope, name: string, owner = ""): Iterable<Mention> {
    return this.#names.uses(scope, name, owner);
  }

  /** Uses of the names of a scope that nothing defines, in no certain order. */
  unresolved(scope: Scope): readonly Mention[] {
    return this.#names.unresolved(scope);
  }

  /** Definitions of the names of a scope that nothing uses: for each name a list in the order of reading. */
  unused(scope: Scope): readonly (readonly Mention[])[] {
    return this.#names.unused(scope, this.#compare);
  }

  /** Definitions of the names of a scope that are defined more than once, listed in the same way. */
  repeated(scope: Scope): readonly (readonly Mention[])[] {
    return this.#names.repeated(scope, this.#compare);
  }

  /** Changes whenever a name appears or disappears. */
  get namesRevision(): number {
    return this.#names.revision;
  }

  /** Whether one mention is read before another. */
  isBefore(a: Mention, b: Mention): boolean {
    return this.#compare(a, b) < 0;
  }

  readonly #compare = (a: Mention, b: Mention): number => {
    if (a.home === b.home) return a.order - b.order;
    this.#places ??= new Map(this.#states.map((state, index) => [state.source.section, index]));
    return (this.#places.get(a.home) ?? 0) - (this.#places.get(b.home) ?? 0);
  };

  /** All uses of names, in the order of reading. */
  get references(): readonly Mention[] {
    this.#references ??= this.#states.flatMap((state) => state.references);
    return this.#references;
  }

  #section(source: Source, before: Environment, host: ConfigurationHost, endsFile: boolean): SectionState {
    const { section } = source;
    const cached = this.#cache.get(section);
    if (cached?.before === before && cached.endsFile === endsFile) {
      if (cached.plain || cached.generation === host.includeGeneration) return cached.state;
    }
    const plain = !this.language.needsPreprocessing(section.text, before);
    if (cached?.endsFile === endsFile && cached.plain && plain) {
      const state = { ...cached.state, environment: before };
      this.#cache.set(section, { ...cached, before, state });
      return state;
    }
    const state = this.#make(source, before, host, { plain, endsFile });
    this.#cache.set(section, { before, generation: host.includeGeneration, plain, endsFile, state });
    return state;
  }

  #bind(items: readonly Item[], source: Source, endsFile: boolean): BoundSection {
    switch (this.language.layout) {
      case "braces":
        return bind(items, source, this.#options, endsFile);
      case "lines":
        return bindLines(items, source, this.#options);
      case "indented":
        return bindFields(items, source, this.#options);
    }
  }

  #make(
    source: Source,
    before: Environment,
    host: ConfigurationHost,
    { plain, endsFile }: Pick<Cached, "plain" | "endsFile">,
  ): SectionState {
    const tree = treeOf(this.language, source.section);
    const read = plain
      ? { items: tree.items, environment: before, problems: [], included: [], incomplete: false }
      : this.language.preprocess(tree.items, source, before, {
          version: this.version,
          endsFile,
          configId: this.configId,
          include: (pattern, from) => host.include(pattern, from),
          parse: (inner) => treeOf(this.language, inner.section),
        });
    const bound = this.#bind(read.items, source, endsFile);
    const texts = [source, ...sourcesWithin(read.items)];
    const byKeyword = new Map<string, Bound[]>();
    const definitions: Mention[] = [];
    const references: Mention[] = [];
    walkBound(bound.statements, (statement) => {
      const name = statement.keyword?.name;
      if (name !== undefined) append(byKeyword, name, statement);
      for (const value of statement.values) {
        const scope = value.defines ?? value.refers;
        if (scope === undefined || value.word.unknown === true) continue;
        const order = definitions.length + references.length;
        const mention = {
          scope,
          name: String(value.data),
          owner: value.owner ?? "",
          bound: statement,
          value,
          home: source.section,
          order,
          ...statement.at(value.word),
        };
        (value.defines === undefined ? references : definitions).push(mention);
      }
    });
    return {
      source,
      statements: bound.statements,
      problems: [
        ...texts.flatMap((one) => this.language.checkText(one, this.version)),
        ...read.problems,
        ...bound.problems,
      ],
      byKeyword,
      definitions,
      references,
      environment: sameEnvironment(before, read.environment) ? before : read.environment,
      incomplete: read.incomplete,
      included: read.included,
    };
  }
}

/** The sections of other files that are read among these items. */
function sourcesWithin(items: readonly Item[]): readonly Source[] {
  const found: Source[] = [];
  walk(items, (item) => {
    if (item.kind === "included") found.push(item.source, ...sourcesWithin(item.items));
  });
  return found;
}

/** Adds to the list under a key, in place: a section may hold a hundred thousand statements of one keyword. */
function append<T>(lists: Map<string, T[]>, at: string, entry: T): void {
  const list = lists.get(at);
  if (list === undefined) lists.set(at, [entry]);
  else list.push(entry);
}

function sameEnvironment(a: Environment, b: Environment): boolean {
  if (a === b) return true;
  if (a.definitions.size !== b.definitions.size) return false;
  for (const [name, value] of a.definitions) if (b.definitions.get(name) !== value) return false;
  return true;
}
