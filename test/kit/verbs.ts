/** What editors ask for at the cursor of a drawing, as short texts that can be compared. */
import assert from "node:assert/strict";
import { complete } from "../../server/src/core/features/completion.ts";
import { hover } from "../../server/src/core/features/hover.ts";
import { definition, references, rename } from "../../server/src/core/features/names.ts";
import type { Location } from "../../server/src/core/schema/problem.ts";
import type { Locale } from "../../server/src/core/text/localized.ts";
import { folder, type Loaded, languageOf, load } from "./check.ts";

/** A drawing with one `$0`, loaded, and where the cursor stands; the first file is called `name`. */
export function atCursor(drawing: string, name?: string) {
  const loaded = load(drawing, name);
  const file = loaded.files.find((one) => one.cursor !== undefined);
  assert.ok(file?.cursor, "the drawing has a cursor");
  const uri = folder + file.name;
  if (file !== loaded.files[0]) loaded.service.open(uri, languageOf(file.name), file.text);
  return { ...loaded, uri, position: file.cursor };
}

export function hoverAt(drawing: string, locale: Locale = "en", file?: string): string {
  const { service, uri, position } = atCursor(drawing, file);
  return hover(service.workspace, uri, position, locale)?.markdown ?? "";
}

/** The labels of the completion, the most useful first. */
export function completeAt(drawing: string, file?: string): string[] {
  const { service, uri, position } = atCursor(drawing, file);
  const items = complete(service.workspace, uri, position, "en")?.items ?? [];
  return [...items].sort((a, b) => a.rank - b.rank || (a.label < b.label ? -1 : 1)).map((item) => item.label);
}

/** The file after the item with that label was chosen, with snippet gaps as they are inserted. */
export function chooseAt(drawing: string, label: string, file?: string): string {
  const { service, uri, position } = atCursor(drawing, file);
  const found = complete(service.workspace, uri, position, "en");
  const item = found?.items.find((one) => one.label === label);
  assert.ok(found !== undefined && item !== undefined, `completion offers ${label}`);
  const source = { uri, section: found.place.section };
  const range = service.range({ source, ...found.range, start: item.start ?? found.range.start });
  service.change(uri, [{ range, text: item.insert }]);
  return service.workspace.document(uri)?.text ?? "";
}

/** `file:line: words` of each place, one-based. */
export function places(loaded: Loaded, locations: readonly Location[]): string[] {
  return locations
    .map((location) => {
      const { uri, start } = loaded.service.range(location);
      const words = location.source.section.text.slice(location.start, location.end);
      return `${uri.replace(folder, "")}:${start.line + 1}: ${words}`;
    })
    .sort();
}

export function definitionAt(drawing: string, file?: string): string[] {
  const loaded = atCursor(drawing, file);
  return places(loaded, definition(loaded.service.workspace, loaded.uri, loaded.position));
}

export function referencesAt(drawing: string, file?: string): string[] {
  const loaded = atCursor(drawing, file);
  return places(loaded, references(loaded.service.workspace, loaded.uri, loaded.position, true));
}

export function renameAt(drawing: string, name: string, file?: string): string[] {
  const loaded = atCursor(drawing, file);
  return places(loaded, rename(loaded.service.workspace, loaded.uri, loaded.position, name));
}
