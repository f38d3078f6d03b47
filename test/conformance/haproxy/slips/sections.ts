/** Slips with whole sections and their headers. */
import { replaceWord, splice } from "../../slips.ts";
import { proxyKinds, type Section, sections, statements } from "../outline.ts";
import { usesOf } from "./names.ts";
import type { Mutation } from "./words.ts";

export const sectionRemoved: Mutation = (lines, random) => {
  const section = random.pick(sections(lines));
  if (section === undefined) return undefined;
  const count = section.last - section.first + 1;
  const near = usesOf(lines, section.name ?? "").map((index) => (index > section.last ? index - count : index));
  return { ...splice(lines, section.first, count), near };
};

export const sectionDoubled: Mutation = (lines, random) => {
  const section = random.pick(sections(lines));
  if (section === undefined) return undefined;
  const copy = lines.slice(section.first, section.last + 1).map(({ text }) => text);
  const near = Array.from(copy, (_, index) => section.last + 1 + index);
  return { ...splice(lines, section.last + 1, 0, ...copy), near };
};

/** The sections change their order, where it matters: `global` to the end, `defaults` behind its users. */
export const sectionMoved: Mutation = (lines, random) => {
  const all = sections(lines);
  const section = random.pick(all);
  if (section === undefined) return undefined;
  const moved = lines.slice(section.first, section.last + 1).map(({ text }) => text);
  const left = lines.map(({ text }) => text).toSpliced(section.first, moved.length);
  const end = left.at(-1) === "" ? left.length - 1 : left.length;
  return { lines: left.toSpliced(end, 0, ...moved), at: end, near: moved.map((_, index) => end + index) };
};

/** Lines of it that the other kind does not take are as good a place for a report. */
export const kindChanged: Mutation = (lines, random) => {
  const section = random.pick(sections(lines).filter(({ kind }) => proxyKinds.includes(kind)));
  const [word] = lines[section?.first ?? 0]?.words ?? [];
  const line = lines[section?.first ?? 0];
  const kind = random.pick(proxyKinds.filter((other) => other !== section?.kind));
  if (section === undefined || line === undefined || word === undefined || kind === undefined) return undefined;
  return { ...replaceWord(lines, line, word, kind), near: [...linesOf(section), ...usesOf(lines, section.name ?? "")] };
};

export const nameMissing: Mutation = (lines, random) => {
  const section = random.pick(sections(lines).filter(({ name }) => name !== undefined));
  const line = lines[section?.first ?? 0];
  const word = line?.words[1];
  if (section === undefined || line === undefined || word === undefined) return undefined;
  return { ...replaceWord(lines, line, word, ""), near: usesOf(lines, section.name ?? "") };
};

/** `http` instead of `tcp` and the other way round, or a new `mode` line. */
export const modeChanged: Mutation = (lines, random) => {
  const section = random.pick(sections(lines).filter(({ kind }) => proxyKinds.includes(kind)));
  if (section === undefined) return undefined;
  const inside = statements(lines).filter(({ header }) => header === section.first);
  const line = inside.find(({ words }) => words[0]?.text === "mode");
  const word = line?.words[1];
  const near = linesOf(section);
  if (line !== undefined && word !== undefined) {
    return { ...replaceWord(lines, line, word, word.text === "http" ? "tcp" : "http"), near };
  }
  const mode = random.pick(["    mode tcp", "    mode http"]) ?? "";
  return { ...splice(lines, section.first + 1, 0, mode), near: near.map((index) => index + 1) };
};

function linesOf({ first, last }: Section): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
