/** What a check expects (src/tcpcheck.c: parse_tcpcheck_expect). */
import type { Value } from "../../../schema/value.ts";
import { either, fixed, many, maybe, pattern, value } from "../../../schema/values/pattern.ts";
import type { Piece } from "../../../schema/values/pieces.ts";
import { word } from "../../../schema/values/word.ts";
import { text as message } from "../../../text/localized.ts";
import { checkStatus, choice } from "./choices.ts";
import { expression } from "./expression.ts";
import { integer } from "./integer.ts";
import { logFormat } from "./logFormat.ts";
import { regex } from "./regularExpression.ts";
import { requires } from "./requires.ts";
import { hexadecimal } from "./text.ts";

const noStatus = message(
  '"{0}" is no list of statuses such as 200 or 200-399',
  '"{0}"不是状态码列表，应形如 200 或 200-399',
);

const text = word("STRING");
const method = maybe(fixed("-m"), value("method", choice(["str", "beg", "end", "sub", "reg"])));

const header: readonly Piece[] = [
  either(
    [fixed("name"), method, value("name", word("HEADER"))],
    [fixed("name-lf"), method, value("name", logFormat("check"))],
  ),
  maybe(
    either(
      [fixed("value"), method, value("value", text)],
      [fixed("value-lf"), method, value("value", logFormat("check"))],
    ),
  ),
];

const matches: Readonly<Record<string, readonly Piece[]>> = {
  // src/tcpcheck.c: any number may be left out, and is 0 then.
  status: [value("status", word("STATUS[,…]", { pattern: /^\d*(?:-\d*)?(?:,\d*(?:-\d*)?)*$/, expected: noStatus }))],
  rstatus: [value("rstatus", regex())],
  string: [value("string", text)],
  rstring: [value("rstring", regex())],
  "string-lf": [value("string-lf", logFormat("check"))],
  hdr: header,
  fhdr: header,
  binary: [value("binary", hexadecimal())],
  rbinary: [value("rbinary", regex())],
  "binary-lf": [value("binary-lf", logFormat("check"))],
  custom: [],
};

const settings: readonly (readonly Piece[])[] = [
  [fixed("min-recv"), value("min-recv", integer({ min: -1, refuses: "number" }))],
  [fixed("comment"), value("comment", text)],
  [fixed("ok-status"), value("ok-status", checkStatus())],
  [fixed("error-status"), value("error-status", checkStatus())],
  [fixed("tout-status"), value("tout-status", checkStatus())],
  [fixed("on-success"), value("on-success", logFormat("check"))],
  [fixed("on-error"), value("on-error", logFormat("check"))],
  [fixed("status-code"), value("status-code", expression("check"))],
  [fixed("!")],
];

/** One match, which `!` turns round as a word of its own or glued to it, with settings before and behind it. */
export function expected(...names: readonly string[]): Value {
  const written = names.flatMap((name) => [name, `!${name}`]);
  const options = written.map((name) => [fixed(name), ...(matches[name.replace("!", "")] ?? [])]);
  return requires(pattern(many(either(...settings, ...options))), ...written);
}
