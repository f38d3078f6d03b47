/** Names that are defined in one place and referred to in others. */

import { fill } from "../../text/localized.ts";
import type { Scope, Value } from "../value.ts";
import { byteLength, tooLong } from "./word.ts";

/** Gives a name to the thing that the statement makes. */
export function define(scope: Scope, options: { maxLength?: number } = {}): Value {
  return {
    signature: "NAME",
    token: "class",
    defines: scope,
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      if (options.maxLength !== undefined && byteLength(word.value) > options.maxLength) {
        reader.report({ code: "invalid-value", ...word, message: fill(tooLong, word.value, options.maxLength) });
      }
      reader.bind({ name, word, data: word.value, token: "class", defines: scope });
    },
  };
}

/** Names something that is defined elsewhere. Whether it exists is a question to the whole configuration. */
export function refer(scope: Scope): Value {
  return {
    signature: scope.toUpperCase().replaceAll("_", "-"),
    token: "class",
    refers: scope,
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      reader.bind({ name, word, data: word.value, token: "class", refers: scope });
    },
    suggest: (_before, context) => context.names(scope).map((label) => ({ label, kind: "reference" as const })),
  };
}
