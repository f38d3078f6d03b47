/** What may be written next in an ACL: criteria, flags, match methods, operators, patterns that are known. */
import { isDeprecatedIn, isKnownIn } from "../../../schema/spec.ts";
import type { SuggestContext, Suggestion } from "../../../schema/value.ts";
import type { Word } from "../../../syntax/ast.ts";
import { aclKeywords, findAclKeyword, findConverter, findFetch } from "../samples/index.ts";
import { findMethod, flags, methodOfType, methods, operators } from "../samples/methods.ts";
import { inVersion } from "../samples/table.ts";
import { cast, outputType, type SampleType } from "../samples/types.ts";
import { expression as parseExpression } from "../syntax/expression.ts";
import { suggestExpression } from "./expressionSuggestions.ts";
import type { Stage } from "./stage.ts";

/** `before` are the words of the ACL so far, from the criterion on. */
export function suggestCriterion(
  before: readonly Word[],
  stage: Stage,
  context: SuggestContext,
): readonly Suggestion[] {
  const [criterion] = before;
  if (criterion === undefined) return firstWords(stage, context);
  const last = before.at(-1);
  const type = typeOf(criterion, context.version);
  if (before.length > 1 && last?.value === "-m") return methodItems(type, context.version);
  if (before.length > 1 && (last?.value === "-f" || last?.value === "-u")) return [];
  if (before.some(({ value }, index) => index > 0 && value === "--")) return [];
  const named = before.findIndex(({ value }, index) => index > 0 && value === "-m");
  const keyword = findAclKeyword(criterion.value.replace(/\(.*$/s, ""));
  const method =
    findMethod(before[named + 1]?.value ?? "") ??
    (keyword === undefined ? undefined : findMethod(keyword.match)) ??
    (type === undefined ? undefined : methodOfType(type));
  const onlyFlags = before
    .slice(1)
    .every(({ value }, index, all) => value.startsWith("-") || /^-[mfu]$/.test(all[index - 1]?.value ?? ""));
  const flagItems = flags
    .filter(({ name }) => onlyFlags && (named === -1 || name !== "-m"))
    .map(
      (flag): Suggestion => ({
        label: flag.name,
        kind: "option",
        keyword: flag,
        ...(/^-[mfu]$/.test(flag.name) ? { insert: `${flag.name} $0`, again: true } : {}),
      }),
    );
  const operatorItems = method?.patterns === "integer" ? Object.keys(operators) : [];
  const wellKnown = patternsOf[keyword?.fetch ?? criterion.value] ?? [];
  return [
    ...flagItems,
    ...operatorItems.map((label): Suggestion => ({ label, kind: "value" })),
    ...wellKnown.map((label): Suggestion => ({ label, kind: "value" })),
  ];
}

/** Patterns that are the same in every configuration. */
const patternsOf: Readonly<Record<string, readonly string[]>> = {
  method: ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "CONNECT", "TRACE"],
  "req.ver": ["1.0", "1.1", "2.0", "3.0"],
  "req.ssl_hello_type": ["1"],
  "req.proto_http": [],
};

function firstWords(stage: Stage, context: SuggestContext): readonly Suggestion[] {
  const fetches = suggestExpression(context.typed, 0, stage, context);
  // Inside of arguments, or behind a comma, no criterion begins.
  if (/[(,]/.test(context.typed)) return fetches;
  const criteria = aclKeywords
    .filter((one) => isKnownIn(one, context.version) && one.name !== one.fetch)
    .filter((one) => {
      const fetch = findFetch(one.fetch);
      return fetch !== undefined && isKnownIn(fetch, context.version) && !isDeprecatedIn(one, context.version);
    })
    .map(
      (one): Suggestion => ({
        label: one.name,
        kind: "function",
        detail: `${one.fetch} -m ${one.match}`,
        keyword: one,
      }),
    );
  return [...fetches, ...criteria];
}

function typeOf(criterion: Word, version: string): SampleType | undefined {
  const tree = parseExpression(criterion);
  const name = tree.fetch.name.value;
  const fetch = findFetch(findAclKeyword(name)?.fetch ?? name);
  const converters = tree.converters.map((call) => findConverter(call.name.value));
  if (fetch === undefined) return undefined;
  const known = converters.filter((one) => one !== undefined).map((one) => inVersion(one, version));
  return known.length === converters.length ? outputType(inVersion(fetch, version).out, known, version) : undefined;
}

/** The methods that can take a type. */
function methodItems(type: SampleType | undefined, version: string): readonly Suggestion[] {
  return methods
    .filter(({ takes }) => type === undefined || takes === undefined || cast(type, takes, version) !== undefined)
    .map((method) => ({ label: method.name, kind: "value", keyword: method }));
}
