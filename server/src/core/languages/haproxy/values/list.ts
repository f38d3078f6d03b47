/** Several values in one word, with commas between them: `store gpc0,conn_rate(10s)`, `alpn h2,http/1.1`. */
import type { Value } from "../../../schema/value.ts";
import type { Word } from "../../../syntax/ast.ts";
import { part } from "../syntax/positions.ts";
import { innerReader } from "./call.ts";

export function commaSeparated(value: Value): Value {
  return {
    ...value,
    signature: `${value.signature}[,…]`,
    ...(value.accepts === undefined
      ? {}
      : { accepts: (word: Word) => outsideParentheses(word).every((one) => value.accepts?.(one)) }),
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const inner = innerReader(reader, outsideParentheses(word));
      while (inner.peek() !== undefined) value.match(inner, name);
      for (const bound of inner.values) reader.bind(bound);
      for (const finding of inner.findings) reader.report(finding);
    },
    suggest(_before, context) {
      const from = context.typed.lastIndexOf(",") + 1;
      const found = value.suggest?.([], { ...context, typed: context.typed.slice(from) }) ?? [];
      return found.map((one) => ({ ...one, from: from + (one.from ?? 0) }));
    },
    describe: (word) => value.describe?.(word),
  };
}

/** The pieces between commas that stand in no parentheses. */
function outsideParentheses(word: Word): readonly Word[] {
  const found: Word[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at <= word.value.length; at++) {
    const character = word.value[at];
    if (character === "(") depth++;
    if (character === ")") depth--;
    if (at < word.value.length && (character !== "," || depth > 0)) continue;
    if (at > from) found.push(part(word, from, at));
    from = at + 1;
  }
  return found;
}
