/** What stands at a position: the statement, the block, the word. The start of most features. */
import type { Configuration } from "../model/configuration.ts";
import type { Workspace } from "../model/workspace.ts";
import { type Bound, walkBound } from "../schema/bound.ts";
import type { Body } from "../schema/spec.ts";
import type { BoundValue } from "../schema/value.ts";
import type { Word } from "../syntax/ast.ts";
import type { Section } from "../text/document.ts";
import { lineEndOf, lineStartOf } from "../text/lines.ts";
import { contains, type Position, touches } from "../text/range.ts";

export interface Place {
  readonly uri: string;
  readonly section: Section;
  /** Relative to the section. */
  readonly offset: number;
  /** The first configuration that reads this place. */
  readonly configuration: Configuration | undefined;
  /** The innermost statement around the offset. */
  readonly statement: Bound | undefined;
  /** The innermost block whose inside holds the offset; undefined at the root. */
  readonly block: Bound | undefined;
  readonly word: Word | undefined;
  readonly value: BoundValue | undefined;
}

export function placeAt(workspace: Workspace, uri: string, position: Position): Place | undefined {
  const document = workspace.document(uri);
  if (document === undefined) return undefined;
  const { section, offset } = document.placeAt(position);
  const configurations = workspace.configurations(uri);
  let best: { configuration: Configuration; statement: Bound; block: Bound | undefined } | undefined;
  for (const configuration of configurations) {
    const around = boundsOf(configuration, section).filter((bound) => touches(bound.statement, offset));
    const statement = innermost(around);
    if (statement === undefined) continue;
    const block = innermost(around.filter((bound) => isInside(bound, offset)));
    best = { configuration, statement, block };
    break;
  }
  const [first] = configurations;
  const isIndented = first?.language.layout === "indented";
  if (isIndented) best = indentedPlace(first, section, offset, best);
  const implied = best === undefined && !isIndented ? impliedBlock(configurations, section, offset) : undefined;
  const statement = best?.statement;
  const word = statement?.statement.words.find((candidate) => touches(candidate, offset));
  const touched = statement?.values.filter((candidate) => touches(candidate.word, offset)) ?? [];
  return {
    uri,
    section,
    offset,
    configuration: best?.configuration ?? implied?.configuration ?? configurations[0],
    statement,
    block: best?.block ?? implied?.block,
    word,
    value: narrowest(touched.filter(({ data }) => data !== true)) ?? narrowest(touched),
  };
}

/** The value that says most of a place: a name within an expression rather than the whole of it. */
function narrowest(values: readonly BoundValue[]): BoundValue | undefined {
  const [first, ...rest] = values;
  return rest.reduce((best, one) => {
    if (best === undefined) return one;
    const wider = one.word.end - one.word.start - (best.word.end - best.word.start);
    return wider < 0 || (wider === 0 && best.keyword === undefined && one.keyword !== undefined) ? one : best;
  }, first);
}

/** All bound statements that stand in a section, whether it is of the main file or of an included one. */
export function boundsOf(configuration: Configuration, section: Section): readonly Bound[] {
  const found: Bound[] = [];
  for (const state of configuration.sections) {
    if (state.source.section !== section && state.included.length === 0) continue;
    walkBound(state.statements, (bound) => {
      if (bound.source.section === section) found.push(bound);
    });
  }
  return found;
}

/** What may be written in a block, or at the root. */
export function bodyAt(place: Place): Body | undefined {
  return place.block === undefined ? place.configuration?.language.root : place.block.body;
}

function innermost(bounds: readonly Bound[]): Bound | undefined {
  let best: Bound | undefined;
  for (const bound of bounds) if (best === undefined || contains(best.statement, bound.statement)) best = bound;
  return best;
}

/** The block without braces that goes on at a place behind its last line. */
function impliedBlock(configurations: readonly Configuration[], section: Section, offset: number) {
  for (const configuration of configurations) {
    const block = boundsOf(configuration, section).findLast((bound) => isInside(bound, offset));
    if (block?.statement.block?.implied === true) return { configuration, block };
  }
  return undefined;
}

/** The block that a line is in by its indentation, written or empty as it is. */
function indentedPlace(
  configuration: Configuration,
  section: Section,
  offset: number,
  found: { readonly statement: Bound } | undefined,
) {
  const { text } = section;
  const lineStart = lineStartOf(text, offset);
  const written = /^[ \t]*/.exec(text.slice(lineStart, lineEndOf(text, offset)))?.[0].length ?? 0;
  const isBlank = lineStart + written === lineEndOf(text, offset);
  const indent = isBlank ? offset - lineStart : written;
  const columnOf = ({ head }: Bound) => head.start - lineStartOf(text, head.start);
  const root = configuration.sections.find((one) => one.source.section === section)?.statements[0];
  const [outermost] = root?.children ?? [];
  let block = outermost === undefined || indent < columnOf(outermost) ? undefined : root;
  for (let inner = block; inner !== undefined && inner.body !== undefined; ) {
    block = inner;
    const last: Bound | undefined = inner.children.findLast((child) => child.head.start < lineStart);
    inner = last !== undefined && columnOf(last) < indent ? last : undefined;
  }
  const statement = found?.statement ?? block;
  return statement === undefined ? undefined : { configuration, statement, block };
}

function isInside(bound: Bound, offset: number): boolean {
  const { block } = bound.statement;
  if (block === undefined || offset < block.open.end) return false;
  // The rest of the line that names the block is not inside of it yet.
  if (block.implied === true) return bound.source.section.text.slice(block.open.end, offset).includes("\n");
  return block.close === undefined || offset <= block.close.start;
}
