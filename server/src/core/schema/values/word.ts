/** Free text of one word: names, paths, passwords. */
import { fill, type Text, text } from "../../text/localized.ts";
import type { TokenType, Value } from "../value.ts";

export interface WordOptions {
  /** In bytes of UTF-8, as the daemon counts. */
  readonly maxLength?: number;
  /** A pattern that the whole word must match, and what to say when it does not. */
  readonly pattern?: RegExp;
  readonly expected?: Text;
  readonly token?: TokenType;
  readonly hint?: Text;
  /** What completion offers. */
  readonly examples?: readonly string[];
}

export const tooLong = text('"{0}" is longer than {1} characters', '"{0}"超过 {1} 个字符');

export function word(signature: string, options: WordOptions = {}): Value {
  const token = options.token ?? "string";
  return {
    signature,
    token,
    ...(options.hint === undefined ? {} : { hint: options.hint }),
    match(reader, name) {
      const found = reader.next();
      if (found === undefined) return;
      if (options.maxLength !== undefined && byteLength(found.value) > options.maxLength) {
        reader.report({ code: "invalid-value", ...found, message: fill(tooLong, found.value, options.maxLength) });
      } else if (
        options.pattern !== undefined &&
        options.expected !== undefined &&
        !options.pattern.test(found.value)
      ) {
        reader.report({ code: "invalid-value", ...found, message: fill(options.expected, found.value) });
      }
      reader.bind({ name, word: found, data: found.value, token });
    },
    ...(options.examples === undefined
      ? {}
      : { suggest: () => (options.examples ?? []).map((label) => ({ label, kind: "value" as const })) }),
  };
}

/** The length in bytes of UTF-8: what C's strlen sees. */
export function byteLength(value: string): number {
  let bytes = 0;
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
