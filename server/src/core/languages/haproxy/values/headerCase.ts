/** A header's name, and how it is to be spelled (src/h1_htx.c: add_hdr_case_adjust). */
import type { Value } from "../../../schema/value.ts";
import { fill, text } from "../../../text/localized.ts";

const differs = text('"{1}" must be "{0}" but for the case of its letters', '"{1}"与"{0}"只能大小写不同');

export function headerCase(): Value {
  return {
    signature: "HEADER SPELLING",
    token: "property",
    match(reader, name) {
      const [from, to] = [reader.next(), reader.next()];
      for (const word of [from, to])
        if (word !== undefined) reader.bind({ name, word, data: word.value, token: "property" });
      if (from === undefined || to === undefined) return;
      if (from.unknown === true || to.unknown === true || from.value.toLowerCase() === to.value.toLowerCase()) return;
      reader.report({ code: "invalid-value", ...to, message: fill(differs, from.value, to.value) });
    },
  };
}
