/** What a log format gives for some request: aliases and expressions replaced by values as they may look. */
import type { Word } from "../../../syntax/ast.ts";
import { findAlias, findFetch, logAliases } from "../samples/index.ts";
import type { SampleType } from "../samples/types.ts";
import type { Alias, Call, LogFormat, SampleItem } from "../syntax/inner.ts";

/** One line of the log; the word is that of the tree. */
export function sampleLine(tree: LogFormat, word: Word): string {
  let line = "";
  let isQuoted = false;
  for (const part of tree.parts) {
    if (part.kind === "literal") {
      if (part.percent !== "dropped") line += part.percent === "escaped" ? "%" : textOf(word, part.start, part.end);
      continue;
    }
    const quotes = quotesOf(part, isQuoted);
    if (part.kind === "alias" && part.name.value === "o") {
      isQuoted = quotes;
      continue;
    }
    const value = part.kind === "alias" ? aliasSample(part) : expressionSample(part);
    line += quotes ? `"${value}"` : value;
  }
  return line;
}

/** The piece of the value between two offsets of the section. */
function textOf(word: Word, start: number, end: number): string {
  return word.value.slice(indexOf(word, start), indexOf(word, end));
}

function indexOf(word: Word, offset: number): number {
  const { offsets } = word;
  if (offsets === undefined) return offset - word.start;
  const index = offsets.findIndex((one) => one >= offset);
  return index === -1 ? word.value.length : index;
}

function quotesOf({ flags }: Alias | SampleItem, before: boolean): boolean {
  if (flags.some(({ value }) => value === "+Q")) return true;
  return flags.some(({ value }) => value === "-Q") ? false : before;
}

function aliasSample({ name }: Alias): string {
  return findAlias(name.value)?.sample ?? `%${name.value}`;
}

/** Values of expressions that are the same as an alias. */
const byExpression = new Map(logAliases.map((one) => [one.expression?.slice(2, -1), one.sample]));

const byFetch: Readonly<Record<string, string>> = {
  path: "/api/users",
  pathq: "/api/users?page=2",
  url: "/api/users?page=2",
  query: "page=2",
  method: "GET",
  base: "www.example.com/api/users",
  "req.ver": "1.1",
  ssl_fc_sni: "www.example.com",
  "req.ssl_sni": "www.example.com",
  ssl_c_s_dn: "/CN=client",
  date: "1738844054",
  uuid: "3f1c9a52-6d0e-4b8e-9b7a-0c2f4f1d7e55",
  rand: "2147483647",
};

const byHeader: Readonly<Record<string, string>> = {
  host: "www.example.com",
  "user-agent": "curl/8.5.0",
  referer: "https://www.example.com/",
  "x-forwarded-for": "203.0.113.9",
  "content-type": "text/html",
  "content-length": "312",
};

const byType: Partial<Record<SampleType, string>> = {
  bool: "1",
  sint: "1",
  addr: "198.51.100.7",
  ipv4: "198.51.100.7",
  ipv6: "2001:db8::7",
  bin: "01BB",
  meth: "GET",
};

function expressionSample({ expression }: SampleItem): string {
  const { fetch, converters } = expression;
  const name = fetch.name.value;
  const known = converters.length === 0 ? byExpression.get(written(fetch)) : undefined;
  const header = /\bf?hdr$/.test(name) ? byHeader[argument(fetch).toLowerCase()] : undefined;
  const constant = name === "str" || name === "int" ? argument(fetch) : undefined;
  return constant ?? known ?? header ?? byFetch[name] ?? byType[findFetch(name)?.out ?? "any"] ?? `<${written(fetch)}>`;
}

function argument({ args }: Call): string {
  return args?.[0]?.word.value ?? "";
}

function written({ name, args }: Call): string {
  return args === undefined ? name.value : `${name.value}(${args.map(({ word }) => word.value).join(",")})`;
}
