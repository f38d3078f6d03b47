/** Semantic tokens: what the table knows of a word and a grammar of regular expressions cannot. */
import type { Configuration, SectionState } from "../model/configuration.ts";
import type { Workspace } from "../model/workspace.ts";
import { walkBound } from "../schema/bound.ts";
import type { TokenType } from "../schema/value.ts";
import type { Word } from "../syntax/ast.ts";
import type { Section } from "../text/document.ts";

/** The legend, in the order of the numbers that `tokens` gives. */
export const tokenTypes: readonly TokenType[] = [
  "keyword",
  "string",
  "number",
  "enumMember",
  "property",
  "class",
  "function",
  "macro",
];
export const tokenModifiers: readonly string[] = ["declaration", "deprecated"];

interface Token {
  /** Relative to the section, as are line and character. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly character: number;
  readonly type: number;
  readonly modifiers: number;
}

/** Tokens of a section, made once: they depend on nothing else. */
const kept = new WeakMap<SectionState, readonly Token[]>();

/**
 * Tokens of a file from line `from` to line `to` (exclusive), encoded as the LSP wants them: five numbers each, places
 * relative to the token before.
 */
export function tokens(workspace: Workspace, uri: string, from = 0, to = Number.POSITIVE_INFINITY): number[] {
  const document = workspace.document(uri);
  if (document === undefined) return [];
  const configurations = workspace.configurations(uri);
  const states = statesBySection(configurations, uri);
  const data: number[] = [];
  let lastLine = 0;
  let lastCharacter = 0;
  for (const section of document.sections) {
    const first = document.positionIn(section, 0).line;
    if (first >= to) break;
    if (first + section.lineStarts.length < from) continue;
    for (const token of states.get(section)?.() ?? []) {
      const line = first + token.line;
      const { character } = token;
      if (line < from || line >= to) continue;
      const sameLine = line === lastLine;
      data.push(
        line - lastLine,
        sameLine ? character - lastCharacter : character,
        token.end - token.start,
        token.type,
        token.modifiers,
      );
      lastLine = line;
      lastCharacter = character;
    }
  }
  return data;
}

/** How to get the tokens of each section of a file; the first configuration that reads a section colours it. */
function statesBySection(configurations: readonly Configuration[], uri: string) {
  const found = new Map<Section, () => readonly Token[]>();
  for (const configuration of configurations) {
    for (const state of configuration.sections) {
      if (state.source.uri === uri && !found.has(state.source.section)) {
        found.set(state.source.section, () => sectionTokens(state, state.source.section));
      }
      if (!state.included.includes(uri)) continue;
      walkBound(state.statements, ({ source }) => {
        if (source.uri === uri && !found.has(source.section)) {
          found.set(source.section, () => makeTokens(state, source.section));
        }
      });
    }
  }
  return found;
}

function sectionTokens(state: SectionState, section: Section): readonly Token[] {
  let made = kept.get(state);
  if (made === undefined) {
    made = makeTokens(state, section);
    kept.set(state, made);
  }
  return made;
}

function makeTokens(state: SectionState, section: Section): readonly Token[] {
  const byStart = new Map<number, { start: number; end: number; type: TokenType; modifiers: number }>();
  const add = (word: Word, type: TokenType, modifiers: number) => {
    // Words over several lines cannot be one token, and words that a definition put here stand nowhere.
    if (word.end <= word.start || !section.text.startsWith(word.raw, word.start) || word.raw.includes("\n")) return;
    byStart.set(word.start, { start: word.start, end: word.end, type, modifiers });
  };
  walkBound(state.statements, (bound) => {
    if (bound.source.section !== section) return;
    // Blocks stand out from the settings in them.
    const type = bound.keyword?.body === undefined ? "property" : "keyword";
    if (bound.keyword !== undefined) {
      const modifiers = bound.keyword.deprecated === undefined ? 0 : 2;
      // The first word says what it is about, the others which one of the kind it is: `option httpchk`.
      for (const [index, word] of bound.named.entries()) add(word, index === 0 ? type : "function", modifiers);
    }
    if (bound.negation !== undefined) add(bound.negation, "macro", 0);
    for (const value of bound.values) {
      if (value.data === true && value.token === "property") add(value.word, "property", 0);
      else add(value.word, value.token, value.defines === undefined ? 0 : 1);
    }
  });
  const all = [...byStart.values()].sort((a, b) => a.start - b.start || b.end - a.end);
  const { lineStarts } = section;
  let line = 0;
  return (
    all
      // What is named within a word says more than the whole of it; the grammar colours what is left.
      .filter((token, index) => (all[index + 1]?.start ?? Number.POSITIVE_INFINITY) >= token.end)
      .map((token) => {
        while ((lineStarts[line + 1] ?? Number.POSITIVE_INFINITY) <= token.start) line++;
        const character = token.start - (lineStarts[line] ?? 0);
        return { ...token, line, character, type: tokenTypes.indexOf(token.type) };
      })
  );
}
