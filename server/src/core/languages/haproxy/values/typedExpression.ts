/** Resolves an expression: its fetch, its converters, their arguments, and the type that goes from one to the next. */
import { isKnownIn } from "../../../schema/spec.ts";
import type { Reader } from "../../../schema/value.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill } from "../../../text/localized.ts";
import { allConverters, allFetches, findConverter, findFetch } from "../samples/index.ts";
import { type Converter, type Fetch, inVersion, typeName } from "../samples/table.ts";
import { after, cast, outputType, type SampleType } from "../samples/types.ts";
import type { Call, Expression, ExpressionErrorKind, Failure } from "../syntax/inner.ts";
import { readArguments } from "./callArguments.ts";
import { messages, reportAge, reportUnknown } from "./sampleMessages.ts";
import { contextsOf, isAllowed, type Stage, stageName } from "./stage.ts";

/** An expression with what its names mean. */
export interface TypedExpression {
  readonly tree: Expression;
  readonly fetch: Fetch | undefined;
  /** In order, also those in words of their own; undefined where unknown. */
  readonly converters: readonly (Converter | undefined)[];
  /** What comes out at the end; undefined where that is not known. */
  readonly type: SampleType | undefined;
}

/** Functions of Lua scripts, which only the host knows. */
const foreign = /^lua\./;

export interface Resolved {
  readonly entry: Fetch | undefined;
  readonly type: SampleType | undefined;
}

/** Resolves, checks and binds a fetch. */
export function readFetch(reader: Reader, call: Call): Resolved {
  const name = call.name;
  const found = findFetch(name.value);
  if (found === undefined) {
    if (!foreign.test(name.value) && name.unknown !== true) {
      const { version } = reader;
      const known = allFetches.filter((one) => isKnownIn(one, version)).map((one) => one.name);
      reportUnknown(reader, name, "unknown-sample", known, [messages.unknownSample, messages.unknownSampleNear]);
    }
    return { entry: undefined, type: undefined };
  }
  reader.bind({ name: "fetch", word: name, data: name.value, token: "function", keyword: found });
  reportAge(reader, found, name);
  const entry = inVersion(found, reader.version);
  readArguments(reader, call, entry);
  return { entry, type: entry.out };
}

/** Resolves, checks and binds a converter; `type` is that of its input. */
export function readConverter(reader: Reader, call: Call, type: SampleType | undefined) {
  const name = call.name;
  const { version } = reader;
  const found = findConverter(name.value);
  if (found === undefined) {
    if (!foreign.test(name.value) && name.unknown !== true) {
      const known = allConverters.filter((one) => isKnownIn(one, version)).map((one) => one.name);
      reportUnknown(reader, name, "unknown-converter", known, [
        messages.unknownConverter,
        messages.unknownConverterNear,
      ]);
    }
    return { entry: undefined, type: undefined };
  }
  reader.bind({ name: "converter", word: name, data: name.value, token: "function", keyword: found });
  reportAge(reader, found, name);
  const entry = inVersion(found, version);
  if (type !== undefined && cast(type, entry.input, version) === undefined) {
    const message = fill(messages.cannotApply, name.value, typeName(entry.input), typeName(type));
    reader.report({ code: "sample-type", start: name.start, end: name.end, message });
    return { entry, type: undefined };
  }
  readArguments(reader, call, entry);
  return { entry, type: type === undefined && entry.out === "same" ? undefined : after(type ?? "any", entry, version) };
}

/** Reads the converters behind a fetch. */
export function readConverters(reader: Reader, calls: readonly Call[], start: Resolved) {
  const entries: (Converter | undefined)[] = [];
  let { type } = start;
  for (const call of calls) {
    const read = readConverter(reader, call, type);
    entries.push(read.entry);
    type = read.type;
  }
  return { entries, type };
}

/** The type at the end of it all, as the daemon sees it from there. */
export function finalType(
  { entry, type: fetched }: Resolved,
  converters: readonly (Converter | undefined)[],
  version: string,
): SampleType | undefined {
  const known = converters.filter((one) => one !== undefined);
  if (known.length < converters.length) return known.at(-1) === converters.at(-1) ? known.at(-1)?.out : undefined;
  if (entry === undefined || fetched === undefined) {
    const last = known.at(-1);
    return last === undefined || last.out === "same" ? undefined : last.out;
  }
  return outputType(fetched, known, version);
}

const syntaxMessages = {
  "missing-fetch": messages.missingFetch,
  "missing-converter": messages.missingConverter,
  "unclosed-arguments": messages.unclosed,
} as const;

export function reportSyntax(reader: Reader, { kind, start, end }: Failure<ExpressionErrorKind>, whole: Word): void {
  const range = end > start ? { start, end } : { start: whole.start, end: whole.end };
  reader.report({ code: "malformed-expression", ...range, message: syntaxMessages[kind] });
}

/** Says that a fetch cannot be used at a stage. */
export function checkStage(
  reader: Reader,
  name: Word,
  fetch: Fetch | undefined,
  stage: Stage,
  severity: "error" | "warning",
): void {
  if (fetch === undefined) return;
  const allowed = contextsOf(stage, reader.block?.keyword?.name);
  if (isAllowed(fetch.contexts, allowed)) return;
  const message = fill(messages.stage, name.value, stageName(stage));
  reader.report({ code: "sample-stage", start: name.start, end: name.end, message, severity });
}
