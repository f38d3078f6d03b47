/** Links from include lines and script paths to files that exist. */
import { treeOf } from "../model/configuration.ts";
import { includeCandidates } from "../model/includes.ts";
import type { FileHost, Workspace } from "../model/workspace.ts";
import { walkBound } from "../schema/bound.ts";
import type { Location } from "../schema/problem.ts";
import { walk } from "../syntax/ast.ts";

export interface Link extends Location {
  readonly target: string;
}

export function links(workspace: Workspace, host: FileHost, uri: string): readonly Link[] {
  const document = workspace.document(uri);
  const language = workspace.language(uri);
  if (document === undefined || language === undefined) return [];
  const found: Link[] = [];
  for (const section of document.sections) {
    const source = { uri, section };
    walk(treeOf(language, section).items, (item) => {
      const [, pattern] = item.kind === "statement" && item.form === "include" ? item.words : [];
      if (pattern === undefined) return;
      const [file] = workspace.include(pattern.raw, uri) ?? [];
      if (file !== undefined) found.push({ source, start: pattern.start, end: pattern.end, target: file.uri });
    });
  }
  for (const configuration of workspace.configurations(uri).slice(0, 1)) {
    for (const state of configuration.sections) {
      walkBound(state.statements, (bound) => {
        if (bound.source.uri !== uri) return;
        for (const { name, word, token } of bound.values) {
          const path = /^["']?(\/[^\s"'$]+)/.exec(word.raw)?.[1];
          if (token !== "string" || path === undefined || !/command|path|file/.test(name)) continue;
          const target = includeCandidates(path, uri).flatMap((candidate) => host.list(candidate) ?? [])[0];
          const start = word.start + word.raw.indexOf(path);
          if (target !== undefined) found.push({ ...bound.at({ start, end: start + path.length }), target });
        }
      });
    }
  }
  return found;
}
