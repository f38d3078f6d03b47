/** Slips with whole lines. */
import { splice, texts } from "../../slips.ts";
import { type Line, sections, statements } from "../outline.ts";
import { usesOf } from "./names.ts";
import type { Mutation } from "./words.ts";

/** Reports may stand at the section that lacks the line, and where something of the line is used. */
export const lineRemoved: Mutation = (lines, random) => {
  const line = random.pick(statements(lines));
  if (line === undefined) return undefined;
  const uses = line.words.slice(1).flatMap(({ text }) => usesOf(lines, text));
  const near = [line.header ?? 0, ...uses].map((index) => (index > line.index ? index - 1 : index));
  return { ...splice(lines, line.index, 1), near };
};

export const lineDoubled: Mutation = (lines, random) => {
  const line = random.pick(statements(lines));
  return line && { ...splice(lines, line.index, 0, line.text), near: [line.index + 1] };
};

/** To another place of its section: the order of lines matters for some. */
export const lineMovedWithin: Mutation = (lines, random) => {
  const line = random.pick(statements(lines));
  const to = random.pick(
    statements(lines).filter(({ header, index }) => header === line?.header && index !== line?.index),
  );
  return line && to && move(lines, line, to.index);
};

/** To the beginning of another section. */
export const lineMovedElsewhere: Mutation = (lines, random) => {
  const line = random.pick(statements(lines));
  const to = random.pick(sections(lines).filter(({ first }) => first !== line?.header));
  return line && to && move(lines, line, to.first + 1);
};

/** Before the first section. */
export const lineMovedOut: Mutation = (lines, random) => {
  const line = random.pick(statements(lines));
  return line && move(lines, line, 0);
};

/** The editor's help: the next line joins this one. */
export const linesJoined: Mutation = (lines, random) => {
  const line = random.pick(statements(lines).filter(({ index }) => (lines[index + 1]?.words.length ?? 0) > 0));
  const next = line && lines[line.index + 1];
  return line && next && splice(lines, line.index, 2, `${line.text} ${next.text.trimStart()}`);
};

/** As in languages where a backslash continues a line. */
export const lineContinued: Mutation = (lines, random) => {
  const line = random.pick(statements(lines).filter(({ words }) => words.length > 2));
  const word = line && random.pick(line.words.slice(1));
  if (line === undefined || word === undefined) return undefined;
  const [before, after] = [line.text.slice(0, word.start).trimEnd(), line.text.slice(word.start)];
  return { ...splice(lines, line.index, 1, `${before} \\`, `        ${after}`), near: [line.index + 1] };
};

export const lineCommentedOut: Mutation = (lines, random) => {
  const line = random.pick(statements(lines));
  return line && { ...splice(lines, line.index, 1, `#${line.text}`), near: [line.header ?? 0] };
};

export const lastLineOpen: Mutation = (lines) => {
  const end = lines.findLastIndex(({ words }) => words.length > 0);
  return { lines: texts(lines).slice(0, end + 1), at: end };
};

function move(lines: readonly Line[], line: Line, to: number) {
  const left = texts(lines).toSpliced(line.index, 1);
  const at = to > line.index ? to - 1 : to;
  const shift = (index: number) => index - (index > line.index ? 1 : 0);
  const near = [line.header ?? 0, ...line.words.slice(1).flatMap(({ text }) => usesOf(lines, text))].map((index) => {
    const shifted = shift(index);
    return shifted >= at ? shifted + 1 : shifted;
  });
  return { lines: left.toSpliced(at, 0, line.text), at, near };
}
