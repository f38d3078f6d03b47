/**
 * What stands behind a key: the sign, and the value by its own kind. Both are one argument, so that what is missing is
 * said once. With them the part of the key is bound that names an interface.
 */
import type { Reader, Value } from "../../../schema/value.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill, text } from "../../../text/localized.ts";
import { exchange } from "../syntax/key.ts";

/** The scope of interface names in keys. */
export const interfaceScope = "interface";

const messages = {
  noSign: text('No "=" behind "{0}": the line is dropped', '"{0}"之后没有"="，整行会被丢弃'),
  insert: text('Insert "="', '插入"="'),
  missing: text('"{0}" needs a value: {1}', '"{0}"后缺少值：{1}'),
};

export interface Assigned {
  readonly value: Value;
  /** An empty value clears it. */
  readonly mayBeEmpty?: true;
}

/** `= VALUE`; `interfaceAt` counts the dots before the name of an interface in the key. */
export function assignment(assigned: Assigned, interfaceAt: number | undefined): Value {
  const { value } = assigned;
  return {
    ...value,
    signature: `= ${value.signature}`,
    many: true,
    match(reader, name) {
      const key = reader.last;
      // What completion reads has no key.
      if (key !== undefined && interfaceAt !== undefined) bindInterface(reader, key, interfaceAt);
      const sign = reader.next();
      if (sign?.value !== "=") {
        if (key !== undefined) noSign(reader, key);
        while (reader.next() !== undefined);
      } else if (reader.peek() === undefined) {
        if (key === undefined || assigned.mayBeEmpty === true) return;
        const message = fill(messages.missing, key.raw, value.signature);
        reader.report({ code: "missing-value", start: key.start, end: sign.end, message });
      } else value.match(reader, name);
    },
    suggest: (before, context) =>
      before.length === 0
        ? [{ label: "=", kind: "keyword", insert: "= ", again: true }]
        : (value.suggest?.(before.slice(1), context) ?? []),
  };
}

function noSign(reader: Reader, key: Word): void {
  const range = { start: key.start, end: key.end };
  const edits = [reader.edit({ start: key.end, end: key.end }, " =")];
  reader.report({
    code: "malformed-line",
    ...range,
    message: fill(messages.noSign, key.raw),
    fixes: [{ title: messages.insert, safety: "unsafe", edits }],
  });
}

/** `all`, `default` and globs are no interfaces. */
function bindInterface(reader: Reader, key: Word, at: number): void {
  const parts = key.value.split(".");
  const part = parts[at] ?? "";
  if (part === "" || part === "all" || part === "default" || /[*?[]/.test(part)) return;
  const start = key.start + parts.slice(0, at).join(".").length + 1;
  const end = start + part.length;
  const raw = key.raw.slice(start - key.start, end - key.start);
  const value = exchange(part);
  const offsets = value === raw ? {} : { offsets: Array.from({ length: value.length + 1 }, (_, one) => start + one) };
  const word: Word = { start, end, raw, value, quoted: false, closed: true, ...offsets };
  reader.bind({ name: "interface", word, data: value, token: "class", refers: interfaceScope });
}
