/** What may be written next within an expression: fetches, converters that fit, arguments. */
import { isDeprecatedIn, isKnownIn } from "../../../schema/spec.ts";
import type { SuggestContext, Suggestion } from "../../../schema/value.ts";
import type { Word } from "../../../syntax/ast.ts";
import { backendOwner, ownerOf } from "../owners.ts";
import { allConverters, allFetches, findConverter, findFetch, predefinedAcls } from "../samples/index.ts";
import type { Param } from "../samples/params.ts";
import { type Converter, type Fetch, inVersion, type Sample, snippet } from "../samples/table.ts";
import { after, cast, type SampleType } from "../samples/types.ts";
import { variableScopes } from "../samples/variableNames.ts";
import { expression as parseExpression } from "../syntax/expression.ts";
import type { Call } from "../syntax/inner.ts";
import { contextsOf, isAllowed, type Stage } from "./stage.ts";

/** What fits behind `typed`, whose expression begins at `from`. */
export function suggestExpression(
  typed: string,
  from: number,
  stage: Stage,
  context: SuggestContext,
): readonly Suggestion[] {
  const word: Word = { start: 0, end: typed.length, raw: typed, value: typed, quoted: false, closed: true };
  const tree = parseExpression(word, from);
  if (tree.rest !== undefined) return [];
  const calls = [tree.fetch, ...tree.converters];
  const last = calls.at(-1);
  if (last === undefined) return [];
  if (last.args !== undefined && !last.closed) return insideCall(last, calls.length === 1, typed, context);
  if (/,$/.test(typed) && last.end <= typed.length - 1) {
    return converterItems(typeOf(tree.fetch, tree.converters, context.version), typed.length, context);
  }
  if (last.args !== undefined) return [];
  if (calls.length === 1) return fetchItems(tree.fetch.name.start, stage, context);
  const type = typeOf(tree.fetch, tree.converters.slice(0, -1), context.version);
  return converterItems(type, last.name.start, context);
}

function typeOf(fetch: Call, converters: readonly Call[], version: string): SampleType | undefined {
  const found = findFetch(fetch.name.value);
  let type: SampleType | undefined = found === undefined ? undefined : inVersion(found, version).out;
  for (const call of converters) {
    const converter = findConverter(call.name.value);
    if (converter === undefined) return undefined;
    type = after(type ?? "any", inVersion(converter, version), version);
  }
  return type;
}

/** The fetches that the version knows and the stage allows. */
export function fetchItems(from: number, stage: Stage, { version, block }: SuggestContext): readonly Suggestion[] {
  const allowed = contextsOf(stage, block?.keyword?.name);
  return allFetches
    .filter((one) => isKnownIn(one, version) && !isDeprecatedIn(one, version))
    .map((one) => inVersion(one, version))
    .filter((one) => isAllowed(one.contexts, allowed))
    .map((one) => item(one, from));
}

function converterItems(
  type: SampleType | undefined,
  from: number,
  { version }: SuggestContext,
): readonly Suggestion[] {
  return allConverters
    .filter((one) => isKnownIn(one, version) && !isDeprecatedIn(one, version))
    .map((one) => inVersion(one, version))
    .filter((one) => type === undefined || cast(type, one.input, version) !== undefined)
    .map((one) => item(one, from));
}

function item(one: Fetch | Converter, from: number): Suggestion {
  const insert = snippet(one as Sample);
  const detail = "input" in one ? `${one.input} → ${one.out}` : one.out;
  return {
    label: one.name,
    kind: "function",
    insert,
    from,
    detail,
    keyword: one,
    ...(insert.includes("(") ? { again: true } : {}),
  };
}

function insideCall(call: Call, isFetch: boolean, typed: string, context: SuggestContext): readonly Suggestion[] {
  const name = call.name.value;
  const found = isFetch ? findFetch(name) : findConverter(name);
  if (found === undefined) return [];
  const args = call.args ?? [];
  const isNew = /[(,]$/.test(typed) && (args.at(-1)?.word.end ?? 0) < typed.length;
  const index = isNew ? args.length : args.length - 1;
  const from = isNew ? typed.length : (args.at(-1)?.word.start ?? typed.length);
  const param = inVersion<Fetch | Converter>(found, context.version).params[Math.max(0, index)];
  return param === undefined ? [] : argumentItems(param, typed.slice(from), from, context);
}

const referred: Partial<Record<Param["kind"], readonly string[]>> = {
  backend: ["backend"],
  frontend: ["frontend"],
  userlist: ["userlist"],
  table: ["tables", "table"],
};

function argumentItems(param: Param, typed: string, from: number, context: SuggestContext): readonly Suggestion[] {
  const reference = (label: string, at = from): Suggestion => ({ label, kind: "reference", from: at });
  const scopes = referred[param.kind];
  if (scopes !== undefined) return scopes.flatMap((scope) => context.names(scope).map((name) => reference(name)));
  if (param.kind === "server") return serverItems(typed, from, context);
  if (param.refers === "acl") {
    const at = from + (typed.startsWith("!") ? 1 : 0);
    return [
      ...context.names("acl", ownerOf(context.block)).map((name) => reference(name, at)),
      ...predefinedAcls
        .filter((one) => isKnownIn(one, context.version))
        .map((one): Suggestion => ({ label: one.name, kind: "value", from: at, keyword: one })),
    ];
  }
  const values = (param.values ?? []).map((label): Suggestion => ({ label, kind: "value", from }));
  if (param.refers === "ring") return [...values, ...context.names("ring").map((name) => reference(name))];
  if (param.refers !== "variable" && param.defines !== "variable") return values;
  return [...values, ...variableItems(from, context)];
}

/** Variables that are set somewhere, and the beginnings of all. */
export function variableItems(from: number, { names, version }: SuggestContext): readonly Suggestion[] {
  return [...new Set(names("variable"))]
    .map((label): Suggestion => ({ label, kind: "reference", from }))
    .concat(
      variableScopes(version).map((scope): Suggestion => ({ label: `${scope}.`, kind: "value", from, again: true })),
    );
}

function serverItems(typed: string, from: number, { names, block }: SuggestContext): readonly Suggestion[] {
  const slash = typed.indexOf("/");
  const owner = slash === -1 ? ownerOf(block) : backendOwner(typed.slice(0, slash));
  const at = from + slash + 1;
  const own = names("server", owner).map((label): Suggestion => ({ label, kind: "reference", from: at }));
  const backends = slash === -1 ? names("backend") : [];
  return [
    ...own,
    ...backends.map((label): Suggestion => ({ label: `${label}/`, kind: "reference", from, again: true })),
  ];
}
