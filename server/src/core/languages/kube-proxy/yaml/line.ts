/** The line that is being typed, up to the cursor: a field's name, and perhaps its value. */
import type { Tree, Word } from "../../../syntax/ast.ts";

/** One statement with the words of the line; a comment where the cursor stands in one. */
export function parseLine(text: string): Tree {
  const found = /^([ \t]*)(?:(-)[ \t]+)?(?:(["']?)([\w.]*)\3)(?:([ \t]*:[ \t]+)(["']?)([^#]*?))?(\s+#.*)?$/.exec(text);
  if (found === null || /^[ \t]*#/.test(text) || found[8] !== undefined) {
    return { items: /(?:^|\s)#/.test(text) ? [{ kind: "comment", start: 0, end: text.length }] : [] };
  }
  const [, indent = "", dash, quote = "", name = "", colon, opened = "", value = ""] = found;
  const words: Word[] = [];
  let at = indent.length;
  // What stands in lists are values of the list, and no field's name.
  if (dash !== undefined) {
    words.push(word(at, dash, dash));
    at = text.length - name.length - quote.length;
  }
  if (name !== "") words.push(word(at, `${quote}${name}`, name));
  at += name.length + 2 * quote.length + (colon?.length ?? 0);
  if (colon !== undefined && value !== "") words.push(word(at + opened.length, value, value));
  const [head] = words;
  if (head === undefined) return { items: [] };
  const range = { start: head.start, end: text.length };
  return { items: [{ ...range, kind: "statement", form: "plain", condition: undefined, words, block: undefined }] };
}

function word(start: number, raw: string, value: string): Word {
  return { start, end: start + raw.length, raw, value, quoted: false, closed: true };
}
