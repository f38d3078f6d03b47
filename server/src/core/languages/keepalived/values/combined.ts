/** Values of single directives that accept more than one kind of word. */

import type { Value } from "../../../schema/value.ts";
import { oneOf } from "../../../schema/values/choice.ts";
import { integer } from "../../../schema/values/number.ts";
import { options } from "../../../schema/values/options.ts";
import { fill, text } from "../../../text/localized.ts";

const noSeconds = text('"{0}" needs a number of seconds', '"{0}"后缺少秒数');
const notSensible = text('"{0}" is not between -254 and 254', '"{0}"不在 -254 到 254 之间');

const policy = oneOf(["MTU", "ADVERT"], { ignoreCase: true });
const bytes = integer({ min: 0, max: 4294967295, unit: "bytes" });

/** global_parser.c: vrrp_rx_bufs_policy_handler. */
export const rxBuffers: Value = {
  ...policy,
  signature: "MTU|ADVERT|BYTES",
  match(reader, name) {
    if (/^\d/.test(reader.peek()?.value ?? "")) bytes.match(reader, "size");
    else policy.match(reader, name);
  },
};

/** `[all] SECONDS`: the word `all` is a flag, the number must come (global_parser.c and vrrp_parser.c). */
export function extraInterval(min: number): Value {
  const seconds = integer({ min, max: 86400, unit: "s" });
  const list = options([{ name: "all" }], { other: { name: "seconds", value: seconds } });
  return {
    ...list,
    signature: `[all] ${seconds.signature}`,
    unit: "s",
    match(reader, name) {
      const first = reader.peek();
      const left = reader.left();
      list.match(reader, name);
      if (first !== undefined && left.every((word) => word.value === "all")) {
        reader.report({
          code: "missing-value",
          start: first.start,
          end: first.end,
          message: fill(noSeconds, first.value),
        });
      }
    },
  };
}

const anyNumber = integer({ min: -2147483648, max: 2147483647 });

/** `[VALUE] [overwrite]` (core/track_file.c: track_file_init_handler); a large value is reported but kept. */
export const initFile: Value = {
  ...options([{ name: "overwrite" }], {
    other: {
      name: "value",
      value: {
        ...anyNumber,
        match(reader, name) {
          const word = reader.peek();
          anyNumber.match(reader, name);
          if (word !== undefined && Math.abs(Number(word.value)) > 254) {
            reader.report({
              code: "invalid-value",
              start: word.start,
              end: word.end,
              message: fill(notSensible, word.value),
            });
          }
        },
      },
    },
  }),
  signature: "[VALUE] [overwrite]",
};
