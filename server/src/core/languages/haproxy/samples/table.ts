/** The form of the tables of fetches and converters. Each entry is a keyword of the schema, for hover and completion. */
import type { Keyword, Row } from "../../../schema/spec.ts";
import { fill, type Text, text } from "../../../text/localized.ts";
import { atLeast } from "../../../text/version.ts";
import type { Param } from "./params.ts";
import type { SampleType } from "./types.ts";

/** An argument that is wrong in the light of the others. */
export interface CallFault {
  /** Of the argument that is wrong. */
  readonly index: number;
  readonly message: Text;
  readonly severity?: "warning";
}

export interface Sample extends Keyword {
  readonly params: readonly Param[];
  readonly out: SampleType;
  /** What is wrong between the arguments; those that were left out are absent. */
  readonly check?: (args: readonly string[], version: string) => CallFault | undefined;
}

/** Something that can be measured: `src`, `req.hdr(host)`. */
export interface Fetch extends Sample {
  /** A letter for each place of `places`: `Y` where it may be used. */
  readonly contexts: string;
  /** How older versions differ, the oldest first. */
  readonly changed?: readonly (Older & { readonly contexts?: string })[];
}

/** A step that makes another value of a sample: `lower`, `field(1,.)`. */
export interface Converter extends Sample {
  readonly input: SampleType;
  readonly changed?: readonly (Older & { readonly input?: SampleType })[];
}

interface Older {
  /** The first version to which it does not apply. */
  readonly before: string;
  readonly out?: SampleType;
  readonly params?: readonly Param[];
}

/** The facts of an entry as a version has them. */
export function inVersion<Kind extends Fetch | Converter>(entry: Kind, version: string): Kind {
  const older = entry.changed?.find(({ before }) => !atLeast(version, before));
  return older === undefined ? entry : { ...entry, ...older };
}

const labels = {
  input: text("Input", "输入"),
  output: text("Output", "输出"),
};

const types: Readonly<Record<SampleType, Text>> = {
  any: text("any type", "任意类型"),
  same: text("the type of the input", "与输入相同"),
  bool: text("boolean", "布尔值"),
  sint: text("integer", "整数"),
  addr: text("IP address", "IP 地址"),
  ipv4: text("IPv4 address", "IPv4 地址"),
  ipv6: text("IPv6 address", "IPv6 地址"),
  str: text("string", "字符串"),
  bin: text("binary", "二进制数据"),
  meth: text("HTTP method", "HTTP 方法"),
};

/** What a type is called. */
export function typeName(type: SampleType): Text {
  return types[type];
}

type Derived = "args" | "rows" | "link" | "signature";

export type FetchEntry = Omit<Fetch, Derived>;
export type ConverterEntry = Omit<Converter, Derived>;

/** Fetches of one chapter of the manual. */
export function fetches(chapter: string, entries: readonly FetchEntry[]): readonly Fetch[] {
  return entries.map((entry) => ({ ...entry, ...derived(entry, chapter, [row(labels.output, entry.out)]) }));
}

export function converters(entries: readonly ConverterEntry[]): readonly Converter[] {
  return entries.map((entry) => ({
    ...entry,
    ...derived(entry, "7.3.1", [row(labels.input, entry.input), row(labels.output, entry.out)]),
  }));
}

function row(label: Text, type: SampleType): Row {
  return { label, value: fill(text("{0} (`{1}`)", "{0}（`{1}`）"), types[type], type) };
}

function derived(entry: { name: string; params: readonly Param[] }, chapter: string, rows: readonly Row[]) {
  return {
    args: [],
    rows,
    signature: entry.name + argumentsSignature(entry.params),
    link: manual(chapter, entry.name),
  };
}

/** The manual's anchors of fetches and converters are `7.3.6-req.hdr`. */
export function manual(chapter: string, name?: string): string {
  const anchor = name === undefined ? chapter : `${chapter}-${name}`;
  return `https://docs.haproxy.org/3.4/configuration.html#${anchor}`;
}

/** `(name[,occ])`, `([name[,occ]])`; several arguments of the same name are one that repeats. */
export function argumentsSignature(params: readonly Param[]): string {
  const [first] = params;
  if (first === undefined) return "";
  const last = params.at(-1);
  const repeats = params.length > 2 && last?.optional === true && params.at(-2)?.name === last.name;
  const shown = repeats
    ? params.filter((param, index) => params.findIndex(({ name }) => name === param.name) === index)
    : params;
  let written = "";
  let open = 0;
  for (const [index, param] of shown.entries()) {
    if (param.optional === true) {
      written += "[";
      open++;
    }
    written += (index === 0 ? "" : ",") + param.name;
  }
  return `(${written}${repeats ? "…" : ""}${"]".repeat(open)})`;
}

/** The parts of a word that completion puts behind a name: a gap for each argument that must come. */
export function snippet({ name, params }: Sample): string {
  // A header or a cookie need not be named, but hardly anybody means all of them.
  const needed = params.filter((param, index) => param.optional !== true || (index === 0 && param.name === "name"));
  const escaped = name.replace(/[\\$}]/g, "\\$&");
  // The daemon puts the own proxy in the place of a name that is missing.
  if (needed.length === 0 || ["table", "backend", "frontend"].includes(needed[0]?.kind ?? "")) return escaped;
  const gaps = needed.map((param, index) => `\${${index + 1}:${param.name.replace(/[\\$}]/g, "\\$&")}}`);
  return `${escaped}(${gaps.join(",")})`;
}
