/** Where sections begin: at lines that add a service. */
import type { Splitter } from "../../../text/document.ts";
import { prefixPattern } from "./prefix.ts";

/** The first line with one of the openers is a section's header, the next one begins the next section. */
export function splitter(openers: readonly string[]): Splitter {
  // A letter may have others behind it, `-At`; a long name is a word of its own.
  const names = openers.map((name) => (name.startsWith("--") ? `${name}(?![^ \\t\\r\\n])` : `${name}(?!=)`));
  const opener = new RegExp(`[ \\t\\r]*${prefixPattern}(?:${names.join("|")})`, "y");
  return (text, from) => {
    let headed = false;
    for (let at = from; at < text.length; ) {
      opener.lastIndex = at;
      if (opener.test(text)) {
        if (headed) return at;
        headed = true;
      }
      const newline = text.indexOf("\n", at);
      if (newline === -1) break;
      at = newline + 1;
    }
    return text.length;
  };
}
