/** Links from include lines and script paths to files that exist. */
import { type SectionState, treeOf } from "../model/configuration.ts";
import { includeCandidates } from "../model/includes.ts";
import type { Language } from "../model/language.ts";
import type { FileHost, Workspace } from "../model/workspace.ts";
import { walkBound } from "../schema/bound.ts";
import type { Location } from "../schema/problem.ts";
import { walk } from "../syntax/ast.ts";
import type { Section } from "../text/document.ts";
import type { Range } from "../text/range.ts";

export interface Link extends Location {
  readonly target: string;
}

/** A path that a section names: a pattern to include, or the beginning of a command line. */
interface NamedPath extends Range {
  readonly kind: "include" | "file";
  readonly path: string;
}

const keptIncludes = new WeakMap<Section, readonly NamedPath[]>();
const keptPaths = new WeakMap<SectionState, readonly NamedPath[]>();

export function links(workspace: Workspace, host: FileHost, uri: string): readonly Link[] {
  const document = workspace.document(uri);
  const language = workspace.language(uri);
  const [configuration] = workspace.configurations(uri);
  if (document === undefined || language === undefined) return [];
  const states = (configuration?.sections ?? []).filter((state) => state.source.uri === uri);
  const named = [
    ...document.sections.flatMap((section) => includesOf(language, section).map((path) => ({ section, path }))),
    ...states.flatMap((state) => pathsOf(state).map((path) => ({ section: state.source.section, path }))),
  ];
  return named.flatMap(({ section, path: { kind, path, start, end } }) => {
    const target =
      kind === "include"
        ? workspace.include(path, uri)?.[0]?.uri
        : includeCandidates(path, uri).flatMap((candidate) => host.list(candidate) ?? [])[0];
    return target === undefined ? [] : [{ source: { uri, section }, start, end, target }];
  });
}

function includesOf(language: Language, section: Section): readonly NamedPath[] {
  let kept = keptIncludes.get(section);
  if (kept === undefined) {
    const found: NamedPath[] = [];
    walk(treeOf(language, section).items, (item) => {
      const [, pattern] = item.kind === "statement" && item.form === "include" ? item.words : [];
      if (pattern !== undefined) {
        found.push({ kind: "include", path: pattern.raw, start: pattern.start, end: pattern.end });
      }
    });
    kept = found;
    keptIncludes.set(section, kept);
  }
  return kept;
}

function pathsOf(state: SectionState): readonly NamedPath[] {
  let kept = keptPaths.get(state);
  if (kept === undefined) {
    const found: NamedPath[] = [];
    walkBound(state.statements, (bound) => {
      if (bound.source.section !== state.source.section) return;
      for (const { name, word, token } of bound.values) {
        const path = /^["']?(\/[^\s"'$]+)/.exec(word.raw)?.[1];
        if (token !== "string" || path === undefined || !/command|path|file/.test(name)) continue;
        const start = word.start + word.raw.indexOf(path);
        found.push({ kind: "file", path, start, end: start + path.length });
      }
    });
    kept = found;
    keptPaths.set(state, kept);
  }
  return kept;
}
