/**
 * Expressions, log formats, conditions and ACLs: where exactly something is said of them. `^` marks an error, `~` a
 * warning, `-` an information; what the daemon says of thousands of such lines is compared in the conformance tests.
 */
import assert from "node:assert/strict";
import {
  aclKeywords,
  allConverters,
  allFetches,
  findAclKeyword,
  findFetch,
  logAliases,
  predefinedAcls,
} from "../../../server/src/core/languages/haproxy/samples/index.ts";
import { findMethod } from "../../../server/src/core/languages/haproxy/samples/methods.ts";
import type { Converter, Fetch } from "../../../server/src/core/languages/haproxy/samples/table.ts";
import { cast, outputType, type SampleType } from "../../../server/src/core/languages/haproxy/samples/types.ts";
import { logFormat as parseLogFormat } from "../../../server/src/core/languages/haproxy/syntax/logFormat.ts";
import { readWord } from "../../../server/src/core/languages/haproxy/syntax/words.ts";
import { aclCriterion, aclName } from "../../../server/src/core/languages/haproxy/values/acl.ts";
import { condition } from "../../../server/src/core/languages/haproxy/values/condition.ts";
import { expression } from "../../../server/src/core/languages/haproxy/values/expression.ts";
import { logFormat } from "../../../server/src/core/languages/haproxy/values/logFormat.ts";
import { regexFault } from "../../../server/src/core/languages/haproxy/values/regex.ts";
import { sampleLine } from "../../../server/src/core/languages/haproxy/values/sampleLine.ts";
import type { Stage } from "../../../server/src/core/languages/haproxy/values/stage.ts";
import { variable } from "../../../server/src/core/languages/haproxy/values/variable.ts";
import { Bound } from "../../../server/src/core/schema/bound.ts";
import { StatementReader } from "../../../server/src/core/schema/reader.ts";
import { isKnownIn, type Keyword } from "../../../server/src/core/schema/spec.ts";
import type { SuggestContext, Value } from "../../../server/src/core/schema/value.ts";
import type { Word } from "../../../server/src/core/syntax/ast.ts";

function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (let at = 0; at < text.length; ) {
    if (text[at] === " ") at++;
    else {
      const word = readWord(text, at);
      words.push(word);
      at = word.end;
    }
  }
  return words;
}

/** A section of some kind, called `x`. */
function section(kind: string): Bound {
  const name = readWord("x", 0);
  const keyword: Keyword = {
    name: kind,
    args: [],
    since: "1.5",
    doc: { en: "", zh: "" },
    link: "",
    ok: [],
    bad: [],
  };
  const source = { uri: "", section: { text: "", lineStarts: [0] } };
  const statement = {
    kind: "statement",
    form: "plain",
    condition: undefined,
    words: [],
    block: undefined,
    start: 0,
    end: 0,
  } as const;
  const values = [{ name: "name", word: name, data: "x", token: "class" }] as const;
  return new Bound({ source, statement, keyword, body: undefined, parent: undefined, values });
}

function read(text: string, values: readonly Value[], version = "3.4", kind = "frontend") {
  const source = { uri: "", section: { text, lineStarts: [0] } };
  const reader = new StatementReader(wordsOf(text), undefined, source, version, section(kind));
  for (const value of values) if (reader.peek() !== undefined) value.match(reader, "value");
  return reader;
}

const signs = { error: "^", warning: "~", information: "-", hint: "." } as const;

/** The line with a line of marks for each finding under it. */
function drawn(text: string, values: readonly Value[], version?: string, kind?: string): string {
  const { findings } = read(text, values, version, kind);
  const marks = findings.map(({ start, end, severity, message }) => {
    const sign = signs[severity ?? "error"];
    return `${" ".repeat(start)}${sign.repeat(Math.max(1, end - start))} ${message.en}`;
  });
  return [text, ...marks].join("\n");
}

interface Case {
  readonly drawing: string;
  readonly version?: string;
  readonly kind?: string;
}

function check(title: string, values: readonly Value[], cases: readonly (string | Case)[]): void {
  describe(title, () => {
    for (const one of cases) {
      const { drawing, version, kind } = typeof one === "string" ? { drawing: one } : one;
      const [text = ""] = drawing.split("\n");
      it(text, () => assert.equal(drawn(text, values, version, kind), drawing));
    }
  });
}

check(
  "expressions",
  [expression("http-request")],
  [
    "src",
    "req.hdr(host),lower,field(1,:)",
    "src lower",
    "var(txn.x),map(x.map,1)",
    "lua.mine(1),lua.other",
    `req.hdrr(host)
^^^^^^^^ Unknown sample "req.hdrr", did you mean "req.hdr"?`,
    `src,lowr
    ^^^^ Unknown converter "lowr", did you mean "lower"?`,
    `src,
`.trim(),
    `%[src]
^^^^^^ An expression stands here without \`%[\` and \`]\``,
    `src,lowercase
    ^^^^^^^^^ Unknown converter "lowercase", did you mean "lower"?`,
    `req.hdr(host
       ^ Missing closing parenthesis`,
    `src)
   ^ A comma is missing before ")"`,
    `src(1)
    ^ "src" takes no arguments`,
    `path,field(0,/)
           ^ 0 is no position: the first field is 1, the last is -1`,
    `path,field(1)
     ^^^^^^^^ "field" needs delimiters`,
    `path,regsub((a,b)
            ^^ The group that begins with "(" is not closed`,
    `ssl_fc,ipmask(33)
       ^^^^^^ "ipmask" works on IP address, not on boolean`,
    `src,ipmask(33)
           ^^ "33" is no IPv4 mask`,
    `var(x.y)
    ^^^ "x.y" is no variable name such as txn.name`,
    `status
^^^^^^ "status" is not available in HTTP requests`,
    { drawing: "status", kind: "defaults" },
    `bytes_in,sub(abc)
             ^^^ "abc" is neither a number nor a variable`,
    { drawing: `act_conn\n^^^^^^^^ "act_conn" needs version 2.9; version 2.6 is set`, version: "2.6" },
    `req.cook(a),hex
`.trim(),
    `nbsrv
^^^^^ "nbsrv" needs the name of a backend in a frontend`,
    { drawing: "nbsrv", kind: "backend" },
    `cook(a)
---- "cook" is deprecated, use req.cook`,
  ],
);

check(
  "keys of a stick table",
  [expression("stick match", { wants: "ipv4" })],
  ["src", { drawing: `ssl_fc\n^^^^^^ IPv4 address is needed here, not boolean`, kind: "backend" }],
);

check(
  "log formats",
  [logFormat("log")],
  [
    "%ci:%cp",
    '"%{+Q}r %[src,lower] %% %ST"',
    `"%ci %xyz"
      ^^^ Unknown alias "%xyz"`.replace('"%ci %xyz"\n      ^^^', '"%ci %xyz"\n      ^^^'),
    `%cip
 ^^^ Unknown alias "%cip", did you mean "%ci"?`,
    `%src
^^^^ "%src" is no alias; a sample is written "%[src]"`,
    `x%req.hdr(host).
 ^^^^^^^^^^^^^^ "%req.hdr(host)" is no alias; a sample is written "%[req.hdr(host)]"`,
    `100%
   ^ The format ends within an item; "%%" gives a percent sign`,
    `%[src
^^^^^ Missing "]"`,
    `"50% x"
   ^ A lone "%" must be written "%%"`,
    `%{+Z}ci
  ~~ "+Z" is no flag and is ignored; flags are +Q, +X, +E, +M, +bin, +json, +cbor`,
    `%[req.body]
  ^^^^^^^^ "req.body" is not available in log formats`,
    { drawing: `%[req.body]\n  ~~~~~~~~ "req.body" is not available in log formats`, kind: "backend" },
    `%(a:int)ci
    ^^^ "int" is no type of items: str, sint, bool, raw`,
    { drawing: "%(a:int)ci", version: "2.8" },
  ],
);

check(
  "ACLs",
  [aclName(), aclCriterion()],
  [
    "a path_beg /api /v2",
    "a src 10.0.0.0/8 2001:db8::/32",
    "a req.hdr(x),length gt 10",
    "a always_true",
    "a var(txn.x) -m found",
    `or src 1.2.3.4
^^ "or" cannot be the name of an ACL`,
    `a/b src 1.2.3.4
^^^ "a/b" may hold letters, digits and . : _ - only`,
    `HTTP src 1.2.3.4
---- "HTTP" takes the place of the ACL that is always there`,
    `a src
  ~~~ Without a pattern "src" never matches; "-m found" tests for existence`,
    `a src 10.0.0.0/33
      ^^^^^^^^^^^ "10.0.0.0/33" has a mask that is too long`,
    `a src lb.example.com
      -------------- "lb.example.com" is resolved once, when the daemon starts`,
    `a src -n lb.example.com
         ^^^^^^^^^^^^^^ "lb.example.com" is no address, and "-n" forbids names`,
    `a var(txn.x) 1
  ^^^^^^^^^^ any type has no match method of its own: add "-m"`,
    `a src -m reg x( y
             ^^ The group that begins with "(" is not closed`,
    `a ssl_fc -m ip 1.2.3.4
            ^^ "ip" does not match boolean`,
    `a path -m begin /
          ^^^^^ "begin" is no match method: found, bool, int, ip, bin, len, str, beg, sub, dir, dom, end, reg, regm`,
    `a path -q /
       ^^ "-q" is no flag; put "--" before a pattern with a dash`,
    `a path_beg -m str /
              ~~~ "-m str" takes the place of what "path_beg" stands for`,
    `a path -m str -m beg /
              ^^ Only one "-m" may stand here`,
    {
      drawing: `a path -m str -m beg /\n          ~~~ The last "-m" counts; this one does nothing`,
      version: "2.6",
    },
    `a dst_port 80:70
           ^^^^^ The range "80:70" ends before it begins`,
    `a dst_port => 5
           ^^ "=>" is neither a number nor a range such as 1:5`,
    `a dst_port < 80
           ^ "<" is no operator here: write "lt"`,
    `a path -i
  ~~~~ Without a pattern "path" never matches; "-m found" tests for existence`,
    `a path /a or path /b
          ~~ "or" is a pattern here like the words beside it, no operator`,
    "a path /a or",
    "a path_reg (a|b)$",
    `a hdr (host) x
      ~~~~~~ The blank before "(host)" makes it a pattern, no argument of "hdr"`,
  ],
);

check(
  "conditions",
  [condition("http-request")],
  [
    "if a !b or { path /x } || METH_GET",
    "unless { src 10.0.0.0/8 }",
    `if { path /x
   ^ Missing "}"`,
    `if {path /x }
   ^^^^^ A blank is missing behind "{"`,
    `if { path /x}
          ^^^ A blank is missing before "}"`,
    `if { path -i /x} or a
                 ~~ "or" is a pattern here like the words beside it, no operator
   ^ Missing "}"`,
    `if {path -i /x} a
   ^^^^^ A blank is missing behind "{"
            ^^^ A blank is missing before "}"`,
    `if a }
     ^ "}" closes nothing; braces need blanks around them`,
    `if a and b
     ^^^ "and" is no operator: ACLs side by side must all hold`,
    `if a && b
     ^^ "&&" is no operator: ACLs side by side must all hold`,
    `if a | b
     ^ "|" is no operator: write "or" or "||"`,
    `if not a
   ^^^ "not" is no operator: write "!" before what is negated`,
    `{ path /x }
^ Missing "if" before "{"`,
    `!a
^^ Missing "if" before "!a"`,
    `iff a
^^^ "if" or "unless" must begin a condition; did you mean "if" by "iff"?`,
    `otherwise a
^^^^^^^^^ "if" or "unless" must begin a condition, not "otherwise"`,
    `unless !
~~~~~~ Nothing is tested behind "unless", so it always holds`,
    `if { status 200 }
     ~~~~~~ "status" is not available in HTTP requests`,
    `if
~~ Nothing is tested behind "if", so it never holds`,
  ],
);

check(
  "variables",
  [variable("set")],
  [
    "txn.a_b.c",
    `foo.x
^^^^^ "foo.x" must begin with a scope and a dot: proc, sess, txn, req, res, check, psess, ptxn, preq, pres`,
    `txn.a-b
^^^^^^^ "txn.a-b" may hold letters, digits, "_" and "." only`,
  ],
);

describe("what is bound", () => {
  it("names in arguments by their kinds", () => {
    const { values } = read("nbsrv(be),add(txn.a)", [expression("http-request")]);
    const named = values.flatMap(({ data, refers }) => (refers === undefined ? [] : [`${refers} ${data}`]));
    assert.deepEqual(named, ["backend be", "variable txn.a"]);
  });

  it("servers with the backend they belong to", () => {
    const { values } = read("srv_conn(be/s1)", [expression("http-request")]);
    const [backend, server] = values.filter(({ refers }) => refers !== undefined);
    assert.deepEqual([backend?.data, server?.data, server?.owner], ["be", "s1", "backend be"]);
  });

  it("ACLs of the section, and those that are always there by their entry", () => {
    const { values } = read("if a METH_GET", [condition("http-request")]);
    const terms = values.filter(({ name }) => name === "acl");
    assert.deepEqual(
      terms.map(({ data, refers, owner, keyword }) => [data, refers, owner, keyword?.name]),
      [
        ["a", "acl", "frontend x", undefined],
        ["METH_GET", undefined, undefined, "METH_GET"],
      ],
    );
  });

  it("the whole word before its parts", () => {
    const { values } = read("src,lower", [expression("http-request")]);
    assert.deepEqual(
      values.map(({ word, token }) => `${word.value} ${token}`),
      ["src,lower string", "src function", "lower function"],
    );
  });
});

describe("a condition in words", () => {
  const said = (text: string) => read(text, [condition("http-request")]).values[0]?.keyword?.doc;

  it("names what is looked at and how", () => {
    const text = said("if { path_beg /api /v2 } !{ src 10.0.0.0/8 }");
    assert.equal(
      text?.en,
      "Holds when the path begins with `/api` or `/v2`, and not (the client's address is in `10.0.0.0/8`).",
    );
    assert.match(text?.zh ?? "", /路径.*`\/api` 或 `\/v2`/);
  });

  it("falls back to what is written", () => {
    assert.match(said("unless { foo bar }")?.en ?? "", /^Holds unless `foo bar`\.$/);
  });
});

it("a log format is shown with the values of some request", () => {
  const word = readWord('"%ci:%cp [%tr] %{+Q}r %[req.hdr(host)] %%"', 0);
  assert.equal(
    sampleLine(parseLogFormat(word), word),
    '192.0.2.7:51824 [06/Feb/2026:12:14:14.655] "GET /img/logo.png?v=2 HTTP/1.1" www.example.com %',
  );
});

describe("completion", () => {
  const context = (typed: string, names: Readonly<Record<string, readonly string[]>> = {}): SuggestContext => ({
    typed,
    version: "3.4",
    block: section("frontend"),
    names: (scope) => names[scope] ?? [],
  });
  const labels = (value: Value, typed: string, names?: Readonly<Record<string, readonly string[]>>, before = "") =>
    (value.suggest?.(wordsOf(before), context(typed, names)) ?? []).map(({ label }) => label);
  const request = expression("http-request");

  it("offers fetches of the stage", () => {
    const found = labels(request, "req.");
    assert.ok(found.includes("req.hdr") && !found.includes("res.hdr") && !found.includes("hdr_cnt"));
  });

  it("offers converters that take what comes before", () => {
    const found = labels(request, "src,");
    assert.ok(found.includes("ipmask") && found.includes("lower") && !found.includes("hmac_not"));
    assert.ok(!labels(request, "bool(1),").includes("ipmask"));
  });

  it("offers names and words within parentheses", () => {
    assert.deepEqual(labels(request, "nbsrv(", { backend: ["be", "st"] }), ["be", "st"]);
    assert.deepEqual(labels(request, "date(1,"), ["s", "ms", "us"]);
  });

  it("replaces the part that is typed", () => {
    const found = request.suggest?.([], context("src,low")) ?? [];
    assert.equal(found.find(({ label }) => label === "lower")?.from, 4);
  });

  it("puts gaps where arguments must come", () => {
    const found = request.suggest?.([], context("src,")) ?? [];
    assert.equal(found.find(({ label }) => label === "field")?.insert, "field(${1:index},${2:delimiters})");
  });

  it("offers aliases, expressions and flags in log formats", () => {
    const format = logFormat("log");
    assert.ok(labels(format, "a %").includes("ci"));
    assert.ok(labels(format, "a %{").includes("+Q"));
    assert.ok(labels(format, "a %[").includes("src"));
    assert.ok(labels(format, "%[src,").includes("ipmask"));
    assert.deepEqual(labels(format, "a %%"), []);
  });

  it("offers what conditions are made of", () => {
    const here = condition("http-request");
    assert.deepEqual(labels(here, ""), ["if", "unless"]);
    assert.deepEqual(labels(here, "", { acl: ["mine"] }, "if ").slice(0, 2), ["mine", "{ … }"]);
    assert.ok(labels(here, "", {}, "if { ").includes("path_beg"));
    assert.ok(labels(here, "", {}, "if { path -m ").includes("beg"));
    assert.ok(labels(here, "", {}, "if { method ").includes("GET"));
  });
});

describe("regular expressions", () => {
  const right = [
    "a+",
    "^/(x|y)",
    "[[:alpha:]]+",
    "(?i)x",
    "a*?",
    "a++",
    "\\d{2,3}",
    "[]a]",
    "(?<n>a)\\1",
    "\\Q(\\E",
    "a{,}",
  ];
  const wrong = ["(", "a)", "[a", "*a", "a**", "\\", "[z-a]", "a{3,2}", "(|*)", "\\1"];
  for (const one of right) it(`${one} is right`, () => assert.equal(regexFault(one), undefined));
  for (const one of wrong) it(`${one} is wrong`, () => assert.notEqual(regexFault(one), undefined));
});

describe("types", () => {
  it("are cast as the version does", () => {
    assert.equal(cast("addr", "str", "2.6"), undefined);
    assert.equal(cast("addr", "str", "2.9"), "made");
  });

  it("of a whole expression are those of the last converter that changes them", () => {
    const debug = { input: "same", out: "any" } as const;
    assert.equal(outputType("ipv4", [{ input: "str", out: "str" }], "3.4"), "str");
    assert.equal(outputType("str", [debug], "2.6"), "any");
  });
});

/** Newest first: an entry is judged by the newest version that knows it. */
const versions = ["3.5", "3.4", "3.2", "3.0", "2.8", "2.6", "2.4", "2.2", "2.0", "1.8", "1.6", "1.5"];

const inputs: Readonly<Record<SampleType, string>> = {
  any: "str(x)",
  same: "str(x)",
  bool: "bool(true)",
  sint: "int(1)",
  addr: "src",
  ipv4: "src",
  ipv6: "ipv6(::1)",
  str: "str(x)",
  bin: "bin(01)",
  meth: "method",
};

describe("the tables of samples", () => {
  const all: readonly (Fetch | Converter)[] = [...allFetches, ...allConverters];

  it("have no name twice", () => {
    for (const list of [allFetches, allConverters, aclKeywords, logAliases]) {
      assert.equal(new Set(list.map(({ name }) => name)).size, list.length);
    }
  });

  it("have a text in both languages", () => {
    for (const { name, doc } of [...all, ...aclKeywords, ...logAliases, ...predefinedAcls]) {
      assert.ok(doc.en.length > 0 && doc.zh.length > 0, name);
    }
  });

  it("name what exists", () => {
    for (const { name, fetch, match } of aclKeywords) assert.ok(findFetch(fetch) && findMethod(match), name);
    for (const { name, equivalent } of predefinedAcls) {
      const criterion = equivalent.replace(/[ (].*$/s, "");
      assert.ok(findFetch(criterion) ?? findAclKeyword(criterion), name);
    }
    for (const { name, aliasOf } of allFetches) assert.ok(aliasOf === undefined || findFetch(aliasOf), name);
  });

  it("have a letter for each place", () => {
    for (const { name, contexts } of allFetches) assert.match(contexts, /^[Y.]{22}$/, name);
  });

  const stageOf = ({ contexts }: Fetch): Stage => (contexts[20] === "Y" ? "config" : "anywhere");
  for (const entry of all) {
    const version = versions.find((one) => isKnownIn(entry, one)) ?? "3.5";
    const head = "input" in entry ? `${inputs[entry.input]},` : "";
    const errors = (line: string) =>
      read(head + line, [expression("input" in entry ? "anywhere" : stageOf(entry))], version).findings.filter(
        ({ severity = "error" }) => severity === "error",
      );
    for (const line of entry.ok) {
      it(`${entry.name} takes: ${line}`, () => assert.deepEqual(errors(line), []));
    }
    for (const line of entry.bad) {
      it(`${entry.name} refuses: ${line}`, () => assert.notEqual(errors(line).length, 0));
    }
  }
});
