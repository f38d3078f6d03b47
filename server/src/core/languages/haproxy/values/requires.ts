/** Settings in any order of which one must be there. */
import type { Value } from "../../../schema/value.ts";
import { fill, list, text } from "../../../text/localized.ts";

const missing = text('"{0}" needs one of {1}', '"{0}"之后应有以下之一：{1}');

/** Names that an exclamation mark turns round come with it and without. */
function isPlain(name: string): boolean {
  return !name.startsWith("!");
}

/** Reports the keyword where none of `names` was bound. */
export function requires(value: Value, ...names: readonly string[]): Value {
  return {
    ...value,
    needs: names.filter(isPlain).join("|"),
    match(reader, name) {
      const head = reader.last;
      const words = reader.left();
      value.match(reader, name);
      const taken = words.slice(0, words.length - reader.left().length);
      if (head === undefined || taken.some((word) => names.includes(word.value))) return;
      const message = fill(missing, head.value, list(names.filter(isPlain)));
      // A word that nothing takes is what should have had one of the names before it.
      if (!["if", "unless", undefined].includes(reader.peek()?.value)) while (reader.next() !== undefined);
      reader.report({ code: "missing-value", start: head.start, end: head.end, message });
    },
  };
}
