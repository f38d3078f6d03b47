/** The elements of a small XML file with their places. Text between them, and what is not well formed, is passed over. */
import type { Range } from "../../text/range.ts";
import type { Word } from "../words.ts";

export interface XmlElement extends Range {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, Word>;
  /** Undefined for the outermost. */
  readonly parent: XmlElement | undefined;
}

/** In the order of their tags, which are what their ranges hold. */
export function xmlElements(text: string): readonly XmlElement[] {
  const elements: XmlElement[] = [];
  const open: XmlElement[] = [];
  for (const match of text.matchAll(
    /<!--.*?(?:-->|$)|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/gs,
  )) {
    const [whole, close, name = "", attributes = "", empty] = match;
    if (close === undefined) continue;
    const start = match.index;
    if (close === "/") {
      open.pop();
      continue;
    }
    const element: XmlElement = {
      name,
      attributes: readAttributes(attributes, start + 1 + name.length),
      parent: open.at(-1),
      start,
      end: start + whole.length,
    };
    elements.push(element);
    if (empty !== "/") open.push(element);
  }
  return elements;
}

function readAttributes(text: string, offset: number): ReadonlyMap<string, Word> {
  const found = new Map<string, Word>();
  for (const match of text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const [whole, name = "", double, single] = match;
    const value = double ?? single ?? "";
    const start = offset + match.index + whole.length - 1 - value.length;
    found.set(name, { text: value, start, end: start + value.length });
  }
  return found;
}
