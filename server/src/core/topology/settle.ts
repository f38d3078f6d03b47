/** Tells of each part of the graph where it stands, in lines, and what is wrong in these lines. */
import type { Location, Problem } from "../schema/problem.ts";
import type { Section } from "../text/document.ts";
import { isSameList } from "../text/lists.ts";
import { type Locale, say } from "../text/localized.ts";
import type { HostDraft, NodeDraft, RowDraft, ServerDraft } from "./draft.ts";
import type { GraphNode, ProblemCounts, Row, SourceRange } from "./graph.ts";

export interface Places {
  /** Sorted by place, by file. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
  readonly range: (location: Location) => SourceRange;
  readonly locale: Locale;
}

/** Problems by section; each in the order of its severity. */
type BySection = ReadonlyMap<Section, readonly Problem[]>;

const severities = ["error", "warning", "information"] as const;
const mostMessages = 3;

const bySectionOf = new WeakMap<readonly Problem[], BySection>();

function sectionsOf(problems: readonly Problem[]): BySection {
  const before = bySectionOf.get(problems);
  if (before !== undefined) return before;
  const found = new Map<Section, Problem[]>();
  for (const problem of problems) {
    const list = found.get(problem.source.section);
    if (list === undefined) found.set(problem.source.section, [problem]);
    else list.push(problem);
  }
  bySectionOf.set(problems, found);
  return found;
}

/** A node with its rows, settled. */
function settleNode(draft: NodeDraft, places: Places): GraphNode {
  if (draft.kind === "host") return settleHost(draft, places);
  if (draft.kind === "server") return settleServer(draft, places);
  return { ...draft, ...toldOf(draft.sources, places) };
}

function settleHost(draft: HostDraft, places: Places): GraphNode {
  const origin = { line: 0, character: 0 };
  const found = draft.files.flatMap((uri) => places.problems.get(uri) ?? []);
  return {
    ...draft,
    ...summary(found, places.locale),
    sources: draft.files.map((uri) => ({ uri, start: origin, end: origin })),
    rows: draft.rows.map((row) => settleRow(row, places)),
  };
}

function settleServer(draft: ServerDraft, places: Places): GraphNode {
  return {
    ...draft,
    ...toldOf(draft.sources, places),
    rows: draft.rows.map((row) => settleRow(row, places)),
  };
}

function settleRow(row: RowDraft, places: Places): Row {
  return { ...row, ...toldOf(row.sources, places) };
}

function toldOf(sources: readonly Location[], places: Places) {
  const found = new Set<Problem>();
  for (const location of sources) {
    const { uri, section } = location.source;
    const problems = sectionsOf(places.problems.get(uri) ?? none).get(section);
    if (problems === undefined) continue;
    const [start, end] = linesAround(location);
    for (const problem of problems) if (problem.start < end && problem.end >= start) found.add(problem);
  }
  return { ...summary([...found], places.locale), sources: sources.map(places.range) };
}

const none: readonly Problem[] = [];

/** From the beginning of the first line to the end of the last one. */
function linesAround({ source: { section }, start, end }: Location): readonly [number, number] {
  const { text } = section;
  const next = text.indexOf("\n", Math.max(start, end - 1));
  return [text.lastIndexOf("\n", start - 1) + 1, next === -1 ? text.length + 1 : next + 1];
}

/** How many problems of each severity, and what the worst ones say. */
function summary(
  problems: readonly Problem[],
  locale: Locale,
): { readonly problems: ProblemCounts; readonly messages: readonly string[] } {
  if (problems.length === 0) return untroubled;
  const worst = severities.flatMap((severity) => problems.filter((one) => one.severity === severity));
  const messages = new Set(worst.map(({ message }) => say(message, locale)));
  return { problems: countsOf(problems), messages: [...messages].slice(0, mostMessages) };
}

/** How many problems there are of each severity. */
export function countsOf(problems: readonly Problem[]): ProblemCounts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of problems) counts[severity]++;
  const { error, warning, information } = counts;
  return { error, warning, information };
}

const untroubled = { problems: { error: 0, warning: 0, information: 0 }, messages: [] };

interface FileState {
  readonly revision: number;
  readonly problems: readonly Problem[];
}

/** Settles nodes, and keeps those whose drafts, lines and problems are the same. */
export class Settler {
  #nodes = new Map<NodeDraft, GraphNode>();
  #states = new Map<string, FileState>();
  #locale: Locale | undefined;

  /** The nodes of all drafts; `revision` counts the edits of a file. */
  settle(drafts: readonly NodeDraft[], places: Places, revision: (uri: string) => number): readonly GraphNode[] {
    const changed = this.#changes(drafts, places, revision);
    const before = this.#locale === places.locale ? this.#nodes : new Map<NodeDraft, GraphNode>();
    const byId = new Map([...before.values()].map((node) => [node.id, node]));
    this.#nodes = new Map(
      drafts.map((draft) => {
        const kept = before.get(draft);
        if (kept !== undefined && !filesOf(draft).some((uri) => changed.has(uri))) return [draft, kept];
        const node = settleNode(draft, places);
        const old = byId.get(node.id);
        return [draft, old !== undefined && isSame(old, node) ? old : node];
      }),
    );
    this.#locale = places.locale;
    return [...this.#nodes.values()];
  }

  /** The files of which a line may stand elsewhere, or another problem be told. */
  #changes(drafts: readonly NodeDraft[], { problems }: Places, revision: (uri: string) => number): ReadonlySet<string> {
    const changed = new Set<string>();
    const states = new Map<string, FileState>();
    for (const uri of new Set(drafts.flatMap(filesOf))) {
      const state: FileState = { revision: revision(uri), problems: problems.get(uri) ?? none };
      const old = this.#states.get(uri);
      if (old?.revision !== state.revision || old.problems !== state.problems) changed.add(uri);
      states.set(uri, state);
    }
    this.#states = states;
    return changed;
  }
}

const keptFiles = new WeakMap<NodeDraft, readonly string[]>();

/** All files that a node is made of. */
function filesOf(draft: NodeDraft): readonly string[] {
  let files = keptFiles.get(draft);
  if (files === undefined) {
    const rows = draft.kind === "host" || draft.kind === "server" ? draft.rows : [];
    const places = [draft, ...rows].flatMap(({ sources }) => sources.map(({ source }) => source.uri));
    files = [...new Set([...(draft.kind === "host" ? draft.files : []), ...places])];
    keptFiles.set(draft, files);
  }
  return files;
}

/** Plain values that say the same. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b)) return isSameList<unknown>(a, b, isSame);
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  if (keys.length !== others.length) return false;
  return keys.every((key) => isSame(a[key as keyof typeof a], b[key as keyof typeof b]));
}
