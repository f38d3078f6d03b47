/** Free words: names, paths, host names, regular expressions. */
import type { Value } from "../../../schema/value.ts";
import { word } from "../../../schema/values/word.ts";
import { fill, text } from "../../../text/localized.ts";

const badCharacters = text(
  '"{0}" has a character that no name may have: letters, digits, and . : _ - are allowed',
  '"{0}"含有名称不允许的字符，只能使用字母、数字和 . : _ -',
);

/** A name of a section or a server (src/tools.c: invalid_char; letters, digits and `_.:-`). */
export const nameCharacters = /^[A-Za-z0-9_.:-]*$/;

export function checkedName(value: Value, refuses: (version: string) => boolean = () => true): Value {
  return {
    ...value,
    match(reader, name) {
      const next = reader.peek();
      if (next !== undefined && next.unknown !== true && !nameCharacters.test(next.value)) {
        const severity = refuses(reader.version) ? "error" : "warning";
        reader.report({ code: "invalid-name", ...next, message: fill(badCharacters, next.value), severity });
      }
      value.match(reader, name);
    },
  };
}

/** All that is left of the line. */
export function sentence(signature = "TEXT"): Value {
  return {
    signature: `${signature}…`,
    token: "string",
    match(reader, name) {
      for (let next = reader.next(); next !== undefined; next = reader.next()) {
        reader.bind({ name, word: next, data: next.value, token: "string" });
      }
    },
  };
}

export const file = (): Value => word("FILE");
export const header = (): Value => word("HEADER");

const noHex = text('"{0}" is no even number of hexadecimal digits', '"{0}"不是偶数位的十六进制数');
const noOctal = text('"{0}" is no octal mode such as 660', '"{0}"不是八进制权限（如 660）');

/** Bytes as pairs of hexadecimal digits (src/tools.c: parse_binary). */
export const hexadecimal = (): Value => word("HEX", { pattern: /^(?:[0-9A-Fa-f]{2})*$/, expected: noHex });

export const octal = (): Value => word("MODE", { pattern: /^\+?[0-7]+$/, expected: noOctal, token: "number" });
