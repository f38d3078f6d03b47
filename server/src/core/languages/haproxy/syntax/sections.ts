/** Where the sections of haproxy.cfg begin: at lines whose first word is a section's keyword. */
import type { Splitter } from "../../../text/document.ts";
import { isBlank, readWord } from "./words.ts";

/** The first line with one of the words is the section's header, the next one begins the next section. */
export function splitter(sectionWords: ReadonlySet<string>): Splitter {
  /** By first character of a line: 1 for that of a section word, 2 for a quote or an escape, behind which one may hide. */
  const begins = new Uint8Array(128);
  for (const word of sectionWords) begins[word.charCodeAt(0)] = 1;
  for (const sign of "\"'\\") begins[sign.charCodeAt(0)] = 2;
  const starts = (text: string, at: number): boolean => {
    const code = text.charCodeAt(at);
    if (code >= 128 || begins[code] === 0) return false;
    let end = at;
    while (end < text.length && isWordLetter(text.charCodeAt(end))) end++;
    if (endsWord(text, end)) return sectionWords.has(text.slice(at, end));
    return sectionWords.has(readWord(text, at).value);
  };
  return (text, from) => {
    let headed = false;
    for (let at = from; at < text.length; ) {
      let first = at;
      while (first < text.length && (isBlank(text.charCodeAt(first)) || text.charCodeAt(first) === 13)) first++;
      if (first < text.length && starts(text, first)) {
        if (headed) return at;
        headed = true;
      }
      const newline = text.indexOf("\n", first);
      if (newline === -1) break;
      at = newline + 1;
    }
    return text.length;
  };
}

function isWordLetter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 45 ||
    code === 95
  );
}

function endsWord(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  return isBlank(code) || code === 10 || code === 13 || code === 35;
}
