/** The languages within words: what is written, and the tree drawn on one line. */
import assert from "node:assert/strict";
import { address, addresses } from "../../../server/src/core/languages/haproxy/syntax/address.ts";
import { condition } from "../../../server/src/core/languages/haproxy/syntax/condition.ts";
import { converters, expression } from "../../../server/src/core/languages/haproxy/syntax/expression.ts";
import type {
  Address,
  Call,
  Converters,
  Expression,
  Failure,
  LogFormat,
  PredicateTerm,
} from "../../../server/src/core/languages/haproxy/syntax/inner.ts";
import { logFormat } from "../../../server/src/core/languages/haproxy/syntax/logFormat.ts";
import { parse } from "../../../server/src/core/languages/haproxy/syntax/parse.ts";
import { predicate } from "../../../server/src/core/languages/haproxy/syntax/predicate.ts";
import { parseSize, parseTime, type TimeUnit } from "../../../server/src/core/languages/haproxy/syntax/quantities.ts";
import type { Word } from "../../../server/src/core/syntax/ast.ts";

function wordsOf(text: string): readonly Word[] {
  const [statement] = parse(text, new Set()).items;
  assert.ok(statement?.kind === "statement");
  return statement.words;
}

function wordOf(text: string): Word {
  const [word] = wordsOf(text);
  assert.ok(word);
  return word;
}

/** An error as ` !kind` with the text that it marks. */
function failed(text: string, errors: readonly (Failure<string> | undefined)[]): string {
  return errors
    .map((error) => (error === undefined ? "" : ` !${error.kind} «${text.slice(error.start, error.end)}»`))
    .join("");
}

function drawCall(call: Call): string {
  if (call.args === undefined) return call.name.value;
  return `${call.name.value}(${call.args.map(({ word }) => JSON.stringify(word.value)).join()}${call.closed ? ")" : ""}`;
}

function drawExpression(text: string, tree: Expression | Converters): string {
  const calls = "fetch" in tree ? [tree.fetch, ...tree.converters] : tree.converters;
  const rest = tree.rest === undefined ? "" : ` rest ${JSON.stringify(tree.rest.value)}`;
  return `${calls.map(drawCall).join(" → ")}${rest}${failed(text, [tree.error])}`;
}

function drawFormat(text: string, { parts, errors }: LogFormat): string {
  const drawn = parts.map((part) => {
    if (part.kind === "literal") return `«${text.slice(part.start, part.end)}»${part.percent ?? ""}`;
    const item = part.itemName === undefined ? "" : `(${part.itemName.value}:${part.itemType?.value ?? ""})`;
    const flags = part.flags.map((flag) => `{${flag.value}}`).join("");
    return item + flags + (part.kind === "alias" ? part.name.value : `[${drawExpression(text, part.expression)}]`);
  });
  return drawn.join(" ") + failed(text, errors);
}

function drawAddress(text: string, tree: Address): string {
  const port = tree.port === undefined ? "" : ` port ${tree.port.relative ?? ""}${tree.port.from}-${tree.port.to}`;
  const prefix = [tree.socketType, tree.family].map((word) => (word === undefined ? "" : `${word.value} `)).join("");
  const unknown = tree.unknown ? " unknown" : "";
  return `${prefix}${tree.kind} ${tree.host?.value ?? tree.path?.value}${port}${unknown}${failed(text, tree.errors)}`;
}

function drawTerms(alternatives: readonly (readonly PredicateTerm[])[]): string {
  const drawn = alternatives.map((terms) =>
    terms
      .map((term) => {
        const body =
          term.kind === "call"
            ? drawCall(term.call)
            : term.kind === "number"
              ? term.value
              : `(${drawTerms(term.alternatives)})`;
        return `${term.negated ? "!" : ""}${body}`;
      })
      .join(" & "),
  );
  return drawn.join(" | ");
}

function table(
  what: string,
  rows: readonly (readonly [text: string, drawn: string])[],
  draw: (text: string) => string,
) {
  describe(what, () => {
    for (const [text, drawn] of rows) it(text, () => assert.equal(draw(text), drawn));
  });
}

table(
  "a sample expression",
  [
    ["src", "src"],
    ["req.hdr(host),lower", 'req.hdr("host") → lower'],
    ["src,", "src"],
    ["src,,lower,,", "src → lower"],
    ["str()", "str()"],
    ["str(a,)", 'str("a","")'],
    ["str(,a)", 'str("","a")'],
    ["str(,)", 'str("","")'],
    ["str(a(b)", 'str("a(b")'],
    ['req.hdr("a b",1)', 'req.hdr("a b","1")'],
    ["str('a,b')", 'str("a","b")'],
    ["\"str('a,b')\"", 'str("a,b")'],
    ['\'str("a,\\"b)")\'', 'str("a,\\"b)")'],
    ["'str(a\\,b\\ \\n\\q)'", 'str("a\\\\","b \\n\\\\q")'],
    ["'str('\\''\\n'\\'')'", 'str("\\\\n")'],
    ["str(a))", 'str("a") rest ")"'],
    ["str(a)lower", 'str("a") rest "lower"'],
    ["src(a)(b)", 'src("a") rest "(b)"'],
    ["'src ,lower'", 'src rest " ,lower"'],
    ["src]", 'src rest "]"'],
    ["ssl_c_s_dn(CN),map_reg(/a+:b.map,c-d)", 'ssl_c_s_dn("CN") → map_reg("/a+:b.map","c-d")'],
    ["str(a", 'str("a" !unclosed-arguments «(»'],
    ["str(", "str( !unclosed-arguments «(»"],
    ["src,str(a,", 'src → str("a","" !unclosed-arguments «(»'],
    ["'str(\"a)'", 'str("a)" !unclosed-arguments «(»'],
    ["(a)", ' rest "(a)" !missing-fetch «»'],
    ['""', " !missing-fetch «»"],
    [",src", " → src !missing-fetch «»"],
    ["src,(a)", 'src rest "(a)" !missing-converter «»'],
    ['"${A}"', "${A}"],
    ['"src,${A}(b"', 'src → ${A}("b"'],
    ['"${A-(}"', "${A-(}"],
    ["{{ a }},lower", "{{ a }} → lower"],
  ],
  (text) => drawExpression(text, expression(wordOf(text))),
);

table(
  "converters in a word of their own",
  [
    ["lower", "lower"],
    ["lower,field(1,.)", 'lower → field("1",".")'],
    ["table", "table"],
    ["{", ' rest "{"'],
  ],
  (text) => drawExpression(text, converters(wordOf(text))),
);

table(
  "a log format",
  [
    ["a", "«a»"],
    ["'%ci:%cp [%tr]'", "ci «:» cp « [» tr «]»"],
    ["%ci\\ %%\\ x", "ci «\\ » «%%»escaped «\\ x»"],
    ["%{+Q}r%{+Q,-X}[src]", "{+Q}r {+Q}{-X}[src]"],
    ["%{}1", "1"],
    ["%(a-b:str)[src,lower]%(c)ci", "(a-b:str)[src → lower] (c:)ci"],
    ["%(a)%x", "«%(a)%»escaped «x»"],
    ["'%[req.hdr(\"a]b\")]c'", '[req.hdr("a]b")] «c»'],
    ["%;%-", "«%»dropped «;» «%»dropped «-»"],
    ["'100% sure'", "«100» «%» « sure» !lone-percent «%»"],
    ["5%1", "«5» «%» «1» !lone-percent «%»"],
    ["a%", "«a» «%» !truncated «%»"],
    ["%{+Q", "«%{+Q» !truncated «%{+Q»"],
    ["%{+Q}", "«%{+Q}» !missing-alias «%{+Q}»"],
    ["%{+Q}%ci", "«%{+Q}» ci !missing-alias «%{+Q}»"],
    ["%(a)", "«%(a)» !truncated «%(a)»"],
    ["'%(a b)ci'", "«%(a» « b)ci» !item-name «%(a»"],
    ["%[src", "[src] !missing-bracket «%[src»"],
    ["'%[src lower]'", '[src rest " lower"] !expected-bracket « lower»'],
    ["%[]", "[ !missing-fetch «»] !missing-fetch «»"],
    ["%[src,]", "[src !missing-converter «»] !missing-converter «»"],
    ["%[str(a]", '[str("a]" !unclosed-arguments «(»] !unclosed-arguments «(»'],
    ['"%[env(A)]${B}%"', '[env("A")] «${B}» «%»'],
  ],
  (text) => drawFormat(text, logFormat(wordOf(text))),
);

table(
  "a condition",
  [
    ["a b", "a b"],
    ["a or b || c OR d", "a | b | c | d"],
    ["!a !!b ! c ! !d", "!a b !c d"],
    ["{ src 10.0.0.1 } !{ b -m found }", "{src 10.0.0.1} !{b -m found}"],
    ["! { a or b }", "!{a or b}"],
    ["a or or b or", "a | b"],
    ["! or a", "a"],
    ["a {b }", "a {b }"],
    ["a } b", "a } b"],
    ['a "" b', "a"],
    ['a "$B" c', "a $B c"],
    ["{ a", "{a} !missing-brace «{»"],
    ["{ a { b }", "{a { b}"],
    ["{ }", "{} !empty-braces «{ }»"],
  ],
  (text) => {
    const { alternatives, error } = condition(wordsOf(text));
    const drawn = alternatives.map((terms) =>
      terms
        .map((term) => {
          const body = term.kind === "named" ? term.name.value : `{${term.words.map((word) => word.value).join(" ")}}`;
          return `${term.negated ? "!" : ""}${body}`;
        })
        .join(" "),
    );
    return drawn.join(" | ") + failed(text, [error]);
  },
);

table(
  "a predicate",
  [
    ["1", "1"],
    ["0x10 && -1 || 010", "16 & -1 | 8"],
    ['feature(A) && !defined("B C")', 'feature("A") & !defined("B C")'],
    ["streq(a, b)", 'streq("a"," b")'],
    ["!(defined(A)||(1&&0)) && 1", '!(defined("A") | (1 & 0)) & 1'],
    ["fips_mode", "fips_mode"],
    ["! ! 1", "1"],
    ['streq("$A",b)', 'streq("$A","b")'],
    ['"$A"', "$A"],
    ["1 2", "1 !unexpected «2»"],
    ["1 &&", "1 &  !missing-term «»".replace("&  !", "!")],
    ["(1", "(1) !unclosed-group «(»"],
    ["1)", "1 !unexpected «)»"],
    ["streq(a", 'streq("a" !unclosed-arguments «(»'],
    ["& 1", " !missing-term «&»"],
    ["defined(A) a", 'defined("A") !unexpected «a»'],
  ],
  (text) => {
    const { alternatives, error } = predicate(wordsOf(text));
    return drawTerms(alternatives) + failed(text, [error]);
  },
);

it("a predicate without words is none", () => assert.deepEqual(predicate([]), { alternatives: [] }));

it("a predicate in parentheses too deep is refused", () => {
  const { error } = predicate(wordsOf("(".repeat(300)));
  assert.equal(error?.kind, "too-deep");
});

table(
  "an address",
  [
    [":80", "any  port 80-80"],
    ["*:80-90", "any * port 80-90"],
    ["10.0.0.1", "ipv4 10.0.0.1"],
    ["10.0.0.1:", "ipv4 10.0.0.1"],
    ["[::1]:80", "ipv6 ::1 port 80-80"],
    ["2001:db8::1:80", "ipv6 2001:db8::1 port 80-80"],
    ["[::]", "ipv6 ::"],
    [":::80", "ipv6 :: port 80-80"],
    ["a.example:+10", "name a.example port +10-10"],
    ["a.example:-10", "name a.example port -10-10"],
    ["ipv4@:80", "ipv4 any  port 80-80"],
    ["ipv6@[fe80::1]:1", "ipv6 ipv6 fe80::1 port 1-1"],
    ["quic4@:443", "quic4 any  port 443-443"],
    ["dgram+udp@10.0.0.1:53", "dgram udp ipv4 10.0.0.1 port 53-53"],
    ["/run/a:1", "unix /run/a:1"],
    ["stream+unix@run/a@b", "stream unix unix run/a@b"],
    ["abns@a:1", "abns abns a:1"],
    ["fd@3", "fd fd 3"],
    ["rhttp@a/b", "rhttp rhttp a/b"],
    ["ring@a", "ring other a"],
    ['"${A}:80"', "name ${A} port 80-80 unknown"],
    ["$A:${B}", "name $A port undefined-undefined unknown"],
    ["{{ a }}:{{ b }}", "name {{ a }} port undefined-undefined unknown"],
    ['""', "any  !empty «»"],
    ["a:8o", "name a port undefined-undefined !port-character «o»"],
    ["a:80-9x", "name a port undefined-undefined !port-character «x»"],
    ["a:+1x", "name a port +undefined-undefined !port-character «x»"],
    ["a:65536", "name a port 65536-65536 !port-value «65536»"],
    ["a:90-80", "name a port 90-80 !port-order «90-80»"],
    ["[::1", "name [: port 1-1 !brackets «[:»"],
    ["[a]:1", "name a port 1-1 !brackets «[a]»"],
    ["ipv4@[::1]:1", "ipv4 ipv6 ::1 port 1-1 !family «[::1]»"],
    ["ipv6@10.0.0.1", "ipv6 ipv4 10.0.0.1 !family «10.0.0.1»"],
    ["fd@a", "fd fd a !descriptor «a»"],
    [`/${"a".repeat(97)}`, `unix /${"a".repeat(97)} !path-length «/${"a".repeat(97)}»`],
  ],
  (text) => drawAddress(text, address(wordOf(text))),
);

it("a list of addresses is one for each comma", () => {
  const text = ":80,[::1]:443,/run/a";
  assert.deepEqual(
    addresses(wordOf(text)).map((one) => drawAddress(text, one)),
    ["any  port 80-80", "ipv6 ::1 port 443-443", "unix /run/a"],
  );
});

describe("a time", () => {
  const rows: readonly [text: string, unit: TimeUnit, value: number | undefined, error?: string][] = [
    ["30", "ms", 30],
    ["30", "s", 30_000],
    ["30s", "ms", 30_000],
    ["1500us", "ms", 1.5],
    ["2m", "s", 120_000],
    ["24d", "ms", 2_073_600_000],
    ["25d", "ms", undefined, "overflow"],
    ["25d", "s", 2_160_000_000],
    ["2147483648", "s", undefined, "overflow"],
    ["", "ms", undefined, "empty"],
    ["-1", "ms", undefined, "character"],
    ["1.5s", "ms", undefined, "unit"],
    ["5S", "ms", undefined, "unit"],
    ["5sec", "ms", 5000, "trailing"],
  ];
  for (const [text, unit, value, error] of rows) {
    it(`"${text}" in ${unit}`, () => {
      const read = parseTime(text, unit);
      assert.deepEqual([read.value, read.error], [value, error]);
    });
  }
});

describe("a size", () => {
  const rows: readonly [text: string, value: number | undefined, error?: string][] = [
    ["16384", 16_384],
    ["1k", 1024],
    ["2M", 2_097_152],
    ["3g", 3_221_225_472],
    ["4g", undefined, "overflow"],
    ["4294967296", undefined, "overflow"],
    ["", undefined, "empty"],
    ["k", undefined, "character"],
    ["1t", undefined, "unit"],
    ["1kb", undefined, "trailing"],
  ];
  for (const [text, value, error] of rows) {
    it(`"${text}"`, () => {
      const read = parseSize(text);
      assert.deepEqual([read.value, read.error], [value, error]);
    });
  }

  it("may be larger for keywords that take it", () => assert.equal(parseSize("1T", 2 ** 63).value, 2 ** 40));
});
