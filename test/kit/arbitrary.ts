/** Random texts that look like keepalived.conf, broken ones included. */
import fc from "fast-check";
import { root } from "../../server/src/core/languages/keepalived/schema/index.ts";
import { eachKeyword } from "../../server/src/core/schema/spec.ts";

const lines: string[] = [];
eachKeyword(root, (keyword) => lines.push(...keyword.ok, ...keyword.bad, `${keyword.name} {`));

const fragments = [
  "{",
  "}",
  "{\n",
  "}\n",
  "\n",
  "\r\n",
  " ",
  "\t",
  '"',
  "'",
  "#",
  "!",
  "\\",
  "$A",
  "${A}",
  "$A=",
  "$A=x y \\\n",
  "@lb1 ",
  "@^lb2 ",
  "~SEQ(A, 1, 3) ",
  "~LST({A,B}, {1,2}) ",
  "include a.conf\n",
  "\ufeff",
  "\u3000",
  "\0",
  "\ud800",
  "é中😀",
  "10.0.0.1/24",
  "fe80::1",
];

const part = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...lines).map((line) => `${line}\n`) },
  { weight: 3, arbitrary: fc.constantFrom(...fragments) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
);

/** Lines of the table, right and wrong ones, mixed with pieces that break them. */
export const anyConfiguration = fc.array(part, { maxLength: 40 }).map((parts) => parts.join(""));
