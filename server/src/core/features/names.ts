/** Definition, references and rename: all from the marks that the table puts on names. */

import type { Configuration, Mention } from "../model/configuration.ts";
import { treeOf } from "../model/configuration.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Location, TextEdit } from "../schema/problem.ts";
import { type Statement, walk } from "../syntax/ast.ts";
import { lineEndOf, lineStartOf } from "../text/lines.ts";
import type { Position } from "../text/range.ts";
import { type Place, placeAt } from "./place.ts";

/** Where what stands at the position is defined: a name, a variable, or the files that an include line reads. */
export function definition(workspace: Workspace, uri: string, position: Position): readonly Location[] {
  const place = placeAt(workspace, uri, position);
  if (place === undefined) return [];
  const variable = variableAt(place);
  if (variable !== undefined) return variableDefinitions(workspace, place, variable);
  const names = namesAt(place);
  if (names.length === 0) return includedFiles(workspace, place);
  return distinct(
    workspace
      .configurations(uri)
      .flatMap((configuration) => names.flatMap((name) => definitionsOf(configuration, name).map(locationOf))),
  );
}

/** All places that name the same thing, its definition included if asked for. */
export function references(
  workspace: Workspace,
  uri: string,
  position: Position,
  withDefinition: boolean,
): readonly Location[] {
  const place = placeAt(workspace, uri, position);
  const names = place === undefined ? [] : namesAt(place);
  return distinct(
    workspace
      .configurations(uri)
      .flatMap((configuration) => names.flatMap((name) => mentions(configuration, name, withDefinition))),
  );
}

export interface RenameTarget {
  readonly place: Place;
  readonly word: Location;
  readonly name: string;
}

/** The name at the position, if it can be renamed: it has a definition that we know. */
export function renameTarget(workspace: Workspace, uri: string, position: Position): RenameTarget | undefined {
  const place = placeAt(workspace, uri, position);
  const [name] = place === undefined ? [] : namesAt(place);
  if (place === undefined || name === undefined) return undefined;
  const known = workspace.configurations(uri).some((one) => definitionsOf(one, name).length > 0);
  const word = place.value?.word;
  if (!known || word === undefined || place.statement === undefined) return undefined;
  return { place, word: inner(place.statement.at(word)), name: name.name };
}

/** The edits that give a name to everything that has the name at the position; empty where that cannot be done. */
export function rename(workspace: Workspace, uri: string, position: Position, wanted: string): readonly TextEdit[] {
  if (renameTarget(workspace, uri, position) === undefined || !/^[^\s{}"#!$]+$/.test(wanted)) return [];
  return references(workspace, uri, position, true).map((location) => ({ ...location, text: wanted }));
}

interface Name {
  readonly scope: string;
  readonly name: string;
  readonly owner: string;
}

/** The names that a word gives or uses: the header of a block may name it in several scopes. */
function namesAt({ value, statement }: Place): readonly Name[] {
  if (value === undefined) return [];
  const same = statement?.values.filter(({ word }) => word.start === value.word.start && word.end === value.word.end);
  return (same ?? [value]).flatMap(({ defines, refers, data, owner = "" }) => {
    const scope = defines ?? refers;
    return scope === undefined ? [] : [{ scope, name: String(data), owner }];
  });
}

function definitionsOf(configuration: Configuration, { scope, name, owner }: Name): readonly Mention[] {
  return configuration.definitions(scope, name, owner);
}

function mentions(configuration: Configuration, wanted: Name, withDefinition: boolean): readonly Location[] {
  const { scope, name } = wanted;
  const definitions = definitionsOf(configuration, wanted);
  // Whoever uses the name may have taken it over from the same owner.
  const ownerOf = (mention: Name) => definitionsOf(configuration, mention)[0]?.owner ?? mention.owner;
  const owner = definitions[0]?.owner ?? wanted.owner;
  const uses = configuration.references.filter(
    (one) => one.scope === scope && one.name === name && ownerOf(one) === owner,
  );
  // A name that a definition put together stands nowhere in the text, so it cannot be pointed at as such.
  return [...(withDefinition ? definitions : []), ...uses].filter(isLiteral).map(locationOf);
}

function isLiteral(mention: Mention): boolean {
  const { word } = mention.value;
  return !word.raw.includes("$") && mention.source.section.text.startsWith(word.raw, word.start);
}

function locationOf(mention: Mention): Location {
  return inner({ source: mention.source, start: mention.start, end: mention.end });
}

/** The location without the quotes around it. */
function inner(location: Location): Location {
  const written = location.source.section.text.slice(location.start, location.end);
  if (!/^".*"$/s.test(written)) return location;
  return { ...location, start: location.start + 1, end: location.end - 1 };
}

function distinct(locations: readonly Location[]): readonly Location[] {
  return locations.filter(
    (one, index) =>
      locations.findIndex(
        (other) => other.source.section === one.source.section && other.start === one.start && other.end === one.end,
      ) === index,
  );
}

/** The name of the variable under the cursor, `$NAME` or `${NAME}`. */
function variableAt({ section, offset }: Place): string | undefined {
  const lineStart = lineStartOf(section.text, offset);
  const line = section.text.slice(lineStart, lineEndOf(section.text, offset));
  for (const match of line.matchAll(/\$\{?([A-Za-z_]\w*)\}?/g)) {
    const start = lineStart + match.index;
    if (start <= offset && offset <= start + match[0].length) return match[1];
  }
  return undefined;
}

function variableDefinitions(workspace: Workspace, place: Place, name: string): readonly Location[] {
  const { configuration } = place;
  if (configuration === undefined) return [];
  return configuration.files.flatMap((file) => {
    const document = workspace.document(file);
    return (document?.sections ?? []).flatMap((section) => {
      if (!section.text.includes(`$${name}=`)) return [];
      return definitionStatements(configuration, section)
        .flatMap((statement) => statement.words.slice(0, 1))
        .filter((word) => word.raw === `$${name}`)
        .map((word) => ({ source: { uri: file, section }, start: word.start, end: word.end }));
    });
  });
}

function definitionStatements(configuration: Configuration, section: Place["section"]): readonly Statement[] {
  const found: Statement[] = [];
  walk(treeOf(configuration.language, section).items, (item) => {
    if (item.kind === "statement" && item.form === "definition") found.push(item);
  });
  return found;
}

function includedFiles(workspace: Workspace, place: Place): readonly Location[] {
  const { configuration, section, offset } = place;
  if (configuration === undefined) return [];
  const found: Location[] = [];
  walk(treeOf(configuration.language, section).items, (item) => {
    if (item.kind !== "statement" || item.form !== "include" || item.start > offset || item.end < offset) return;
    const pattern = item.words
      .slice(1)
      .map((word) => word.raw)
      .join(" ");
    for (const file of workspace.include(pattern, place.uri) ?? []) {
      const [first] = file.document.sections;
      if (first !== undefined) found.push({ source: { uri: file.uri, section: first }, start: 0, end: 0 });
    }
  });
  return found;
}
