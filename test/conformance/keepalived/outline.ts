/**
 * A rough reading of a configuration by lines: words, depth, enclosing block. It is independent of the project's parser
 * on purpose, so that a mutation never depends on what is being tested.
 */

import type { SlipLine, SlipWord } from "../slips.ts";

export interface Line extends SlipLine {
  /** Words outside comments; a quoted text with its quotes is one; braces are words of their own. */
  readonly words: readonly SlipWord[];
  /** The opening lines of the enclosing blocks, innermost last. */
  readonly parents: readonly number[];
  /** Index of the line with its closing brace, where this line opens a block that closes on a later line. */
  readonly end?: number;
}

/** Blocks whose lines are data rather than keywords. */
const dataBlock = new RegExp(
  "^(?:virtual_ipaddress|virtual_ipaddress_excluded|virtual_routes|virtual_rules|static_ipaddress|static_routes|" +
    "static_rules|track_\\w+|group|notification_email|unicast_peer|linkbeat_interfaces|interfaces|" +
    "interface_up_down_delays|virtual_server_group)$",
);

/** Whether the line stands in a block of data, such as a list of addresses. */
export function isData(line: Line, lines: readonly Line[]): boolean {
  const parent = line.parents.at(-1);
  const words = parent === undefined ? [] : (lines[parent]?.words ?? []);
  const isDefinition = words[0]?.text === "track_group" || words[0]?.text === "track_file";
  // `track_file NAME {` defines one; `track_file {` lists some.
  return dataBlock.test(words[0]?.text ?? "") && !(isDefinition && words[1]?.text !== "{");
}

export function outline(text: string): Line[] {
  const open: number[] = [];
  const lines: Line[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const words = wordsOf(line);
    lines.push({ index, text: line, words, parents: [...open] });
    for (const word of words) {
      if (word.text === "{") open.push(index);
      if (word.text !== "}") continue;
      const opener = open.pop();
      const found = opener === undefined || opener === index ? undefined : lines[opener];
      if (found !== undefined) lines[found.index] = { ...found, end: index };
    }
  }
  return lines;
}

function wordsOf(line: string): SlipWord[] {
  const words: SlipWord[] = [];
  for (const match of line.matchAll(/"[^"]*"?|[{}]|[#!].*|[^\s"{}#!]+/g)) {
    if (match[0].startsWith("#") || match[0].startsWith("!")) break;
    words.push({ text: match[0], start: match.index });
  }
  return words;
}
