/** A section is a YAML document: a line of three dashes at the margin begins one, wherever it stands (YAML 1.2, 9.1.2). */
import type { Splitter } from "../../text/document.ts";

/** Ends a section before the next such line. */
export const split: Splitter = (text, from) => {
  const marker = /^---(?=[ \t\r\n]|$)/gm;
  marker.lastIndex = from + 1;
  return marker.exec(text)?.index ?? text.length;
};
