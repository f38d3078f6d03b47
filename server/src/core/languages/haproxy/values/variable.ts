/** Names of variables, alone and in the parentheses of `set-var`. */
import type { Reader, Value } from "../../../schema/value.ts";
import { reportChoice } from "../../../schema/values/choice.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill, list, text } from "../../../text/localized.ts";
import { variableFault, variableScopes } from "../samples/variableNames.ts";
import { setConditions } from "../samples/vocabulary.ts";
import { variableItems } from "./expressionSuggestions.ts";

const messages = {
  empty: text("A variable's name is missing", "缺少变量名"),
  scope: text('"{0}" must begin with a scope and a dot: {1}', '"{0}"必须以作用域和点开头：{1}'),
  characters: text('"{0}" may hold letters, digits, "_" and "." only', '"{0}"只能包含字母、数字、"_"和"."'),
  readOnly: text('"{0}" belongs to the parent stream and can only be read', '"{0}"属于父流，只能读取'),
};

/** What is done with a variable. */
export type VariableUse = "set" | "read";

/** The name of a variable. */
export function variable(use: VariableUse = "read"): Value {
  return {
    signature: "SCOPE.NAME",
    token: "class",
    ...(use === "set" ? { defines: "variable" } : { refers: "variable" }),
    match(reader, name) {
      const word = reader.next();
      if (word !== undefined) readVariable(reader, name, word, use);
    },
    suggest: (_before, context) => variableItems(0, context),
  };
}

/** When a variable is set: `ifexists`, `ifgt` (src/vars.c: conditions_array). */
export function setCondition(): Value {
  return {
    signature: setConditions.join("|"),
    token: "enumMember",
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      if (word.unknown !== true && !setConditions.includes(word.value)) reportChoice(reader, word, setConditions);
      reader.bind({ name, word, data: word.value, token: "enumMember" });
    },
    suggest: () => setConditions.map((label) => ({ label, kind: "value" as const })),
  };
}

export function readVariable(reader: Reader, name: string, word: Word, use: VariableUse): void {
  const scope = use === "set" ? { defines: "variable" } : { refers: "variable" };
  if (word.unknown === true) return;
  const { version } = reader;
  const fault = variableFault(word.value, version);
  const at = { start: word.start, end: word.end };
  if (fault === undefined) reader.bind({ name, word, data: word.value, token: "class", ...scope });
  else {
    const message =
      fault === "scope"
        ? fill(messages.scope, word.value, list(variableScopes(version)))
        : fill(messages[fault], word.value);
    reader.report({ code: "variable-name", ...at, message });
    return;
  }
  if (use === "set" && /^p(?:sess|txn|req|res)\./.test(word.value)) {
    reader.report({ code: "variable-name", ...at, message: fill(messages.readOnly, word.value), severity: "warning" });
  }
}
