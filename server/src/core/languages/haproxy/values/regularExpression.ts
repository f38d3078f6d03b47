/** A regular expression as an argument. */
import type { Value } from "../../../schema/value.ts";
import { regexFault } from "./regex.ts";

export function regex(): Value {
  return {
    signature: "REGEX",
    token: "string",
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const message = word.unknown === true ? undefined : regexFault(word.value);
      if (message !== undefined) reader.report({ code: "invalid-regex", ...word, message });
      reader.bind({ name, word, data: word.value, token: "string" });
    },
  };
}
