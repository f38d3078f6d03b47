/**
 * The files that are known, and the configurations that they form. Editors hand over what is open; everything else
 * is asked of the host, which may answer later and then says so.
 */
import type { Problem } from "../schema/problem.ts";
import { type Edit, type Section, SectionedDocument } from "../text/document.ts";
import { decodedUri } from "../text/uri.ts";
import { Configuration, type ConfigurationHost, treeOf } from "./configuration.ts";
import { includeCandidates } from "./includes.ts";
import type { IncludedFile, Language } from "./language.ts";

/** What the workspace asks of the world. Undefined means "not known yet": the host says later that it now is. */
export interface FileHost {
  /** Files that match an absolute glob, given as a URI with wildcards, sorted. Empty where none does. */
  list(pattern: string): readonly string[] | undefined;
  /** The text of a file; null where there is none to be had. */
  read(uri: string): string | null | undefined;
}

export interface Settings {
  /** Version of each language's daemon. */
  readonly versions: Readonly<Record<string, string>>;
  /** Patterns in the form of URIs, whose files one daemon reads together in this order. */
  readonly together: readonly (readonly string[])[];
}

/** The version of a language's daemon on the host that reads a file; undefined where none is stated. */
export type HostVersion = (uri: string, configId: string | undefined, language: string) => string | undefined;

interface FileEntry {
  readonly uri: string;
  /** Undefined for a file that is no language of ours but tells something about hosts. */
  readonly language: Language | undefined;
  readonly document: SectionedDocument;
  open: boolean;
}

/** Hosts that one file tells apart; more than anybody writes, and a bound for what is made of them. */
const maxVariants = 16;

export class Workspace implements ConfigurationHost {
  readonly #languages: readonly Language[];
  readonly #host: FileHost;
  readonly #files = new Map<string, FileEntry>();
  readonly #configurations = new Map<string, readonly Configuration[]>();
  /** What each file's configurations were last brought up to. */
  #upTo = new WeakMap<SectionedDocument, string>();
  readonly #isHostFile: (uri: string) => boolean;
  #settings: Settings;
  #hostVersion: HostVersion = () => undefined;
  #generation = 0;

  /** `isHostFile` tells the files that are no language of ours and are taken in all the same. */
  constructor(
    languages: readonly Language[],
    host: FileHost,
    settings: Settings,
    isHostFile: (uri: string) => boolean = () => false,
  ) {
    this.#languages = languages;
    this.#host = host;
    this.#settings = settings;
    this.#isHostFile = isHostFile;
  }

  get includeGeneration(): number {
    return this.#generation;
  }

  /** Takes a file in. `languageId` decides its language; else its name and text do. False where none fits. */
  add(uri: string, text: string, options: { languageId?: string | undefined; open: boolean }): boolean {
    const language = this.#recognise(uri, text, options.languageId);
    if (language === undefined && !this.#isHostFile(decodedUri(uri))) {
      this.#forget(uri);
      return false;
    }
    const document = new SectionedDocument(text, language?.split ?? ((whole) => whole.length));
    this.#files.set(uri, { uri, language, document, open: options.open });
    this.#configurations.delete(uri);
    this.#generation++;
    return true;
  }

  /** Drops a file that is none of ours any more. */
  #forget(uri: string): void {
    if (!this.#files.delete(uri)) return;
    this.#configurations.delete(uri);
    this.#generation++;
  }

  change(uri: string, edits: readonly Edit[]): void {
    const file = this.#files.get(uri);
    if (file === undefined) return;
    for (const edit of edits) file.document.edit(edit);
    if (this.#isIncluded(uri)) this.#generation++;
  }

  /** An editor has closed a file: from now on it is what the host says. */
  close(uri: string): void {
    const file = this.#files.get(uri);
    if (file === undefined) return;
    file.open = false;
    this.filesChanged();
  }

  /** Files outside may have changed: they are read again, but for those that are open. */
  filesChanged(): void {
    for (const file of [...this.#files.values()]) {
      if (file.open) continue;
      const text = this.#host.read(file.uri);
      if (text === null) {
        this.#files.delete(file.uri);
        this.#configurations.delete(file.uri);
      } else if (text !== undefined && text !== file.document.text) file.document.edit({ text });
    }
    this.#generation++;
  }

  /** Sets what is stated of the versions on hosts. */
  set hostVersion(version: HostVersion) {
    this.#hostVersion = version;
    this.#upTo = new WeakMap();
  }

  set settings(settings: Settings) {
    this.#settings = settings;
    this.#configurations.clear();
  }

  has(uri: string): boolean {
    return this.#files.has(uri);
  }

  /** Whether there is a file, taken in or not. */
  exists(uri: string): boolean {
    return this.#files.has(uri) || typeof this.#host.read(uri) === "string";
  }

  language(uri: string): Language | undefined {
    return this.#files.get(uri)?.language;
  }

  document(uri: string): SectionedDocument | undefined {
    return this.#files.get(uri)?.document;
  }

  /** The configurations that a file takes part in: its own, one for each host, unless other files include it. */
  configurations(uri: string): readonly Configuration[] {
    const including = this.roots().filter(
      (root) => root !== uri && this.#of(root).some((one) => one.files.includes(uri)),
    );
    return including.length > 0 ? including.flatMap((root) => this.#of(root)) : this.#of(uri);
  }

  /** Every configuration: of each file that no other includes, one for each host that its lines tell apart. */
  all(): readonly Configuration[] {
    return this.roots().flatMap((uri) => this.#of(uri));
  }

  /** The files that are no language of ours but tell something about hosts, with their texts. */
  hostFiles(): readonly IncludedFile[] {
    return [...this.#files.values()].filter(({ language }) => language === undefined);
  }

  /** Files that no other known file includes. */
  roots(): readonly string[] {
    const included = new Set<string>();
    for (const uri of this.#files.keys()) {
      for (const configuration of this.#of(uri)) {
        for (const file of configuration.files) if (file !== uri) included.add(file);
      }
    }
    return [...this.#files.values()].flatMap(({ uri, language }) =>
      language === undefined || included.has(uri) ? [] : [uri],
    );
  }

  include(pattern: string, from: string): readonly IncludedFile[] | undefined {
    const language = this.language(from);
    if (language === undefined) return undefined;
    for (const candidate of includeCandidates(pattern, from)) {
      const uris = this.#host.list(candidate) ?? [];
      const files = uris.flatMap((uri) => this.#included(uri, language));
      if (files.length > 0) return files;
    }
    return undefined;
  }

  #included(uri: string, language: Language): readonly IncludedFile[] {
    if (!this.#files.has(uri)) {
      const text = this.#host.read(uri);
      if (text === undefined || text === null) return [];
      const document = new SectionedDocument(text, language.split);
      this.#files.set(uri, { uri, language, document, open: false });
    }
    const file = this.#files.get(uri);
    return file === undefined || file.language?.id !== language.id ? [] : [{ uri, document: file.document }];
  }

  #isIncluded(uri: string): boolean {
    for (const configurations of this.#configurations.values()) {
      if (configurations.some((one) => one.uri !== uri && one.files.includes(uri))) return true;
    }
    return false;
  }

  #recognise(uri: string, text: string, languageId: string | undefined): Language | undefined {
    const named = this.#languages.find((language) => language.id === languageId);
    if (named !== undefined) return named;
    const path = decodedUri(uri);
    const guests = this.#languages.filter(
      ({ guest }) => guest !== undefined && (guest.of === languageId || guest.files.test(path)),
    );
    const candidates = guests.length > 0 ? guests : this.#languages;
    const scored = candidates.map((language) => ({ language, score: language.recognise(path, text) }));
    const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
    return best.score > 0 ? best.language : undefined;
  }

  /** The configurations that begin with this file, up to date. */
  #of(uri: string): readonly Configuration[] {
    const file = this.#files.get(uri);
    if (file?.language === undefined) return [];
    const { language, document } = file;
    const state = `${document.revision} ${this.#generation}`;
    const before = this.#configurations.get(uri);
    if (before !== undefined && this.#upTo.get(document) === state) return before;
    const ids = language.configIds(
      document.sections.filter(mayBeConditional).map((section) => treeOf(language, section)),
    );
    const wanted = (ids.length === 0 ? [undefined] : ids).slice(0, maxVariants);
    let known = before ?? [];
    const { id: languageId, defaultVersion } = language;
    const otherwise = this.#settings.versions[languageId] ?? defaultVersion;
    const versions = wanted.map((id) => this.#hostVersion(uri, id, languageId) ?? otherwise);
    const isSame = (one: Configuration, at: number) => one.configId === wanted[at] && one.version === versions[at];
    if (known.length !== wanted.length || !known.every(isSame)) {
      known = wanted.map((id, at) => new Configuration(language, uri, id, versions[at] ?? otherwise));
      this.#configurations.set(uri, known);
    }
    this.#upTo.set(document, state);
    const files = [{ uri, document }, ...this.#companions(uri, language)];
    for (const configuration of known) configuration.update(files, this);
    return known;
  }

  /** The files that the daemon reads after this one. */
  #companions(uri: string, language: Language): readonly IncludedFile[] {
    const list = (pattern: string) => this.#host.list(pattern) ?? [];
    const group = this.#settings.together.map((patterns) => patterns.flatMap(list)).find((one) => one.includes(uri));
    const after = group === undefined ? language.companions(uri, list).flatMap(list) : group[0] === uri ? group : [];
    return [...new Set(after)].filter((one) => one !== uri).flatMap((one) => this.#included(one, language));
  }
}

/** Sections are asked after every edit, so the answer is kept. */
const conditional = new WeakMap<Section, boolean>();

function mayBeConditional(section: Section): boolean {
  let may = conditional.get(section);
  if (may === undefined) {
    may = section.text.includes("@");
    conditional.set(section, may);
  }
  return may;
}

/** Problems without their repetitions: hosts and loop rounds say the same of one place. The most severe one stays. */
export function unique(problems: readonly Problem[]): Problem[] {
  const bySection = new Map<object, Map<string, Problem>>();
  for (const problem of problems) {
    const { section } = problem.source;
    const seen = bySection.get(section) ?? new Map<string, Problem>();
    bySection.set(section, seen);
    const key = `${problem.code}\0${problem.start}\0${problem.end}\0${problem.message.en}`;
    const before = seen.get(key);
    if (before === undefined || (before.severity !== "error" && problem.severity === "error")) seen.set(key, problem);
  }
  return [...bySection.values()].flatMap((seen) => [...seen.values()]);
}
