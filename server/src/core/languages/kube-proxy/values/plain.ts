/** Texts, words out of a list, switches and numbers, of the kinds that the decoder of JSON tells apart. */

import type { Value } from "../../../schema/value.ts";
import { type Choice, oneOf } from "../../../schema/values/choice.ts";
import { fill, text } from "../../../text/localized.ts";
import { isKind, reportKind } from "./kinds.ts";

const wantsText = text("{0} is no text here: write {1}", "{0} 在此处不是文本，应写作 {1}");
const wantsFlag = text("{0} is a text: write true or false without quotes", "{0} 是文本，应写不带引号的 true 或 false");
const noFlag = text("{0} is neither true nor false", "{0} 既不是 true 也不是 false");
const wantsNumber = text("{0} is a text: write the number without quotes", "{0} 是文本，应写不带引号的数字");
const noNumber = text("{0} is no whole number", "{0} 不是整数");
const noDecimal = text("{0} is no number", "{0} 不是数字");
const outside = text('"{0}" is not in the range {1} to {2}', '"{0}"超出范围，应为 {1} 到 {2}');

/** Any text; a number or a switch needs quotes to be one. */
export function string(signature = "TEXT"): Value {
  return {
    signature,
    token: "string",
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      if (!isKind(word, "text")) reportKind(reader, word, wantsText, `"${word.value}"`);
      reader.bind({ name, word, data: word.value, token: "string" });
    },
  };
}

/** One of a few words; an empty text leaves the default. */
export function choice(choices: readonly Choice[]): Value {
  const value = oneOf(choices);
  return {
    ...value,
    match(reader, name) {
      const word = reader.peek();
      if (word === undefined) return;
      if (word.value !== "" && isKind(word, "text")) value.match(reader, name);
      else string().match(reader, name);
    },
  };
}

/** A switch. Text that only looks like one is refused (encoding/json: cannot unmarshal string into bool). */
export function flag(): Value {
  return {
    signature: "true|false",
    token: "enumMember",
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const isOn = /^(?:y|yes|true|on)$/i.test(word.value);
      if (!isKind(word, "flag")) {
        const isMeant = isOn || /^(?:n|no|false|off)$/i.test(word.value);
        reportKind(reader, word, isMeant ? wantsFlag : noFlag, isMeant ? String(isOn) : undefined);
      }
      reader.bind({ name, word, data: isOn, token: "enumMember" });
    },
    suggest: () => ["true", "false"].map((label) => ({ label, kind: "value" as const })),
  };
}

/** A whole number, both limits included. */
export function integer(min = -2_147_483_648, max = 2_147_483_647): Value {
  return {
    signature: min < -1e9 || max > 1e9 ? "NUMBER" : `${min}-${max}`,
    token: "number",
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const data = numberOf(word.value);
      if (!isKind(word, "number") || !Number.isInteger(data)) {
        const isQuoted = word.quoted && Number.isInteger(data);
        reportKind(reader, word, isQuoted ? wantsNumber : noNumber, isQuoted ? word.value : undefined);
      } else if (data < min || data > max) {
        reader.report({ code: "invalid-value", ...word, message: fill(outside, word.value, min, max) });
      }
      reader.bind({ name, word, data, token: "number" });
    },
  };
}

/** A number that may have a fraction. */
export function decimal(): Value {
  return {
    signature: "NUMBER",
    token: "number",
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const data = numberOf(word.value);
      if (!isKind(word, "number")) {
        const isQuoted = word.quoted && !Number.isNaN(data);
        reportKind(reader, word, isQuoted ? wantsNumber : noDecimal, isQuoted ? word.value : undefined);
      }
      reader.bind({ name, word, data, token: "number" });
    },
  };
}

/** The number as go-yaml reads it: a leading 0 is octal, and an underscore nothing. */
function numberOf(value: string): number {
  const plain = value.trim().replaceAll("_", "");
  const octal = /^([-+]?)0o?([0-7]+)$/.exec(plain);
  if (octal !== null) return Number.parseInt(`${octal[1]}${octal[2]}`, 8);
  return plain === "" ? Number.NaN : Number(plain.replace(/^\+/, ""));
}
