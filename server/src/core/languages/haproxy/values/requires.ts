/** Settings in any order of which one must be there. */
import type { Value } from "../../../schema/value.ts";
import { fill, list, text } from "../../../text/localized.ts";

const missing = text('"{0}" needs one of {1}', '"{0}"之后应有以下之一：{1}');

/** Reports the keyword where none of `names` was bound. */
export function requires(value: Value, ...names: readonly string[]): Value {
  return {
    ...value,
    match(reader, name) {
      const head = reader.last;
      value.match(reader, name);
      if (head === undefined || reader.values.some((bound) => names.includes(bound.name))) return;
      const message = fill(missing, head.value, list(names));
      reader.report({ code: "missing-value", start: head.start, end: head.end, message });
    },
  };
}
