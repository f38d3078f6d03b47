/** Conclusions about conditions are certain: what follows holds on every request that can be thought up. */
import assert from "node:assert/strict";
import fc from "fast-check";
import {
  and,
  type Formula,
  follows,
  isNeverTrue,
  not,
} from "../../../server/src/core/languages/haproxy/model/conditions/formula.ts";
import {
  covers,
  excludes,
  networkPattern,
  type Pattern,
  type RangePattern,
  rangePattern,
} from "../../../server/src/core/languages/haproxy/model/conditions/patterns.ts";
import { contradicts, implies } from "../../../server/src/core/languages/haproxy/model/conditions/relations.ts";
import { plainSubject, type Subject } from "../../../server/src/core/languages/haproxy/model/conditions/subjects.ts";
import { fact, type Test } from "../../../server/src/core/languages/haproxy/model/conditions/test.ts";
import { checkProblems } from "../../kit/check.ts";

/** What a test can see. Headers have several values, or none. */
interface Request {
  readonly path: string;
  readonly src_port: bigint;
  readonly "req.hdr": readonly string[];
  readonly ssl_fc: boolean;
}

const text = fc.string({ unit: fc.constantFrom("/", "a", "b", "A", ".", "?"), maxLength: 6 });
const number = fc.integer({ min: 0, max: 9 }).map(BigInt);
const range: fc.Arbitrary<RangePattern> = fc.tuple(fc.option(number), fc.option(number)).map(([from, size]) => ({
  kind: "range",
  from: from ?? undefined,
  to: size === null ? undefined : (from ?? 0n) + size,
}));

const methods = ["str", "beg", "end", "sub", "dir", "dom"] as const;
const textual: fc.Arbitrary<Pattern> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("string" as const),
      method: fc.constantFrom(...methods),
      text,
      ignoreCase: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: range.map((one) => ({ kind: "length" as const, range: one })) },
);

function subject(name: string, argument?: string): Subject {
  const found = plainSubject(name, argument);
  assert.ok(found);
  return found;
}

/** All patterns of a test are of one method, as in a file. */
function tests(name: keyof Request, argument?: string): fc.Arbitrary<Test> {
  return textual.chain((first) =>
    fc.array(text, { maxLength: 2 }).map((more) => {
      const others = more.map((one) => (first.kind === "string" ? { ...first, text: one } : first));
      const method = first.kind === "string" ? first.method : "len";
      return fact(subject(name, argument), method, [first, ...others]);
    }),
  );
}

const anyTest: fc.Arbitrary<Test> = fc.oneof(
  tests("path"),
  tests("req.hdr", "x-a"),
  fc.array(range, { minLength: 1, maxLength: 2 }).map((list) => fact(subject("src_port"), "int", list)),
  fc.constant(fact(subject("ssl_fc"), "bool", [])),
  fc.constant(fact(subject("req.hdr", "x-a"), "found", [])),
);

const request: fc.Arbitrary<Request> = fc.record({
  path: text,
  src_port: fc.integer({ min: 0, max: 20 }).map(BigInt),
  "req.hdr": fc.array(text, { maxLength: 2 }),
  ssl_fc: fc.boolean(),
});

const formula: fc.Arbitrary<Formula> = fc.array(
  fc.array(fc.record({ test: anyTest, negated: fc.boolean() }), { minLength: 1, maxLength: 2 }),
  { minLength: 1, maxLength: 3 },
);

/** As src/pattern.c does it, apart from how the conclusions are drawn. */
function matches(pattern: Pattern, value: string | bigint): boolean {
  if (typeof value === "bigint") return pattern.kind === "range" && lies(value, pattern);
  if (pattern.kind === "length") return lies(BigInt(Buffer.byteLength(value)), pattern.range);
  if (pattern.kind !== "string") return false;
  const [wanted, seen] = pattern.ignoreCase ? [pattern.text.toLowerCase(), value.toLowerCase()] : [pattern.text, value];
  const delimiters = pattern.method === "dir" ? /[/?]/ : /[/?.:]/;
  switch (pattern.method) {
    case "str":
      return seen === wanted;
    case "beg":
      return seen.startsWith(wanted);
    case "end":
      return seen.endsWith(wanted);
    case "sub":
      return wanted !== "" && seen.includes(wanted);
    case "dir":
    case "dom":
      return hasWord(seen, wanted, delimiters);
    case "reg":
    case "regm":
      return false;
  }
}

/** match_word, letter by letter. */
function hasWord(seen: string, wanted: string, delimiters: RegExp): boolean {
  const strip = new RegExp(`^(?:${delimiters.source})+|(?:${delimiters.source})+$`, "g");
  const word = wanted.replace(strip, "");
  if (word === "") return false;
  return [...seen].some((_letter, at) => {
    const before = at === 0 || delimiters.test(seen.charAt(at - 1));
    const end = at + word.length;
    return before && seen.slice(at, end) === word && (end === seen.length || delimiters.test(seen.charAt(end)));
  });
}

function lies(value: bigint, { from, to }: RangePattern): boolean {
  return (from === undefined || value >= from) && (to === undefined || value <= to);
}

function holds({ subject: seen, method, patterns }: Test, now: Request): boolean {
  const name = /^[\w.]+/.exec(seen?.key ?? "")?.[0] as keyof Request;
  const value = now[name];
  if (typeof value === "boolean") return value;
  const values = typeof value === "string" || typeof value === "bigint" ? [value] : value;
  return values.some((one) => method === "found" || (patterns ?? []).some((pattern) => matches(pattern, one)));
}

function isTrue(condition: Formula, now: Request): boolean {
  return condition.some((together) => together.every(({ test, negated }) => holds(test, now) !== negated));
}

describe("conditions", () => {
  it("a pattern that covers another matches all that it does, one that excludes it nothing", () => {
    fc.assert(
      fc.property(textual, textual, text, text, (a, b, before, behind) => {
        const own = a.kind === "string" ? a.text : before;
        for (const value of [own, own + behind, before + own, before + own + behind, own.toUpperCase(), behind]) {
          const [isA, isB] = [matches(a, value), matches(b, value)];
          if (covers(b, a)) assert.ok(!isA || isB, `${value}: covered`);
          if (excludes(a, b)) assert.ok(!isA || !isB, `${value}: excluded`);
        }
      }),
      { numRuns: 4000 },
    );
  });

  it("tests that imply or contradict each other do so on every request", () => {
    fc.assert(
      fc.property(anyTest, anyTest, fc.array(request, { minLength: 8, maxLength: 8 }), (a, b, requests) => {
        for (const now of requests) {
          if (implies(a, b)) assert.ok(!holds(a, now) || holds(b, now));
          if (contradicts(a, b)) assert.ok(!holds(a, now) || !holds(b, now));
        }
      }),
      { numRuns: 4000 },
    );
  });

  it("what follows from a condition holds whenever it does", () => {
    fc.assert(
      fc.property(formula, formula, fc.array(request, { minLength: 12, maxLength: 12 }), (a, b, requests) => {
        const contrary = not(a);
        const both = and(a, b);
        for (const now of requests) {
          if (follows(a, b)) assert.ok(!isTrue(a, now) || isTrue(b, now));
          if (isNeverTrue(a)) assert.ok(!isTrue(a, now));
          if (contrary !== undefined) assert.equal(isTrue(contrary, now), !isTrue(a, now));
          if (both !== undefined) assert.equal(isTrue(both, now), isTrue(a, now) && isTrue(b, now));
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("a condition follows from itself, from itself and more, and holds or does not", () => {
    fc.assert(
      fc.property(formula, formula, (a, b) => {
        assert.ok(follows(a, a));
        assert.ok(follows(a, [...b, ...a]));
        const both = and(a, b);
        if (both !== undefined) assert.ok(follows(both, a));
        const contrary = not(a);
        if (contrary !== undefined && a.length === 1) assert.ok(follows([[]], [...a, ...contrary]));
      }),
    );
  });

  it("networks lie within each other or apart", () => {
    const network = (written: string) => {
      const found = networkPattern(written);
      assert.ok(found, written);
      return found;
    };
    assert.ok(covers(network("10.0.0.0/8"), network("10.1.0.0/255.255.0.0")));
    assert.ok(covers(network("2001:db8::/32"), network("2001:db8::1")));
    assert.ok(!covers(network("10.1.0.0/16"), network("10.0.0.0/8")));
    assert.ok(!covers(network("::/0"), network("10.0.0.1")));
    assert.ok(excludes(network("10.0.0.0/9"), network("10.128.0.0/9")));
    assert.ok(!excludes(network("10.0.0.0/8"), network("10.128.0.0/9")));
    assert.ok(!excludes(network("::ffff:10.0.0.0/104"), network("192.0.2.0/24")));
    assert.equal(networkPattern("10.0.0.0/255.0.255.0"), undefined);
    assert.equal(networkPattern("host.example.com"), undefined);
  });

  it("numbers are read with their operators", () => {
    assert.deepEqual(rangePattern("5", "gt"), { kind: "range", from: 6n, to: undefined });
    assert.deepEqual(rangePattern("5", "lt"), { kind: "range", from: undefined, to: 4n });
    assert.deepEqual(rangePattern("1024:", "eq"), { kind: "range", from: 1024n, to: undefined });
    assert.equal(rangePattern("1.5", "gt"), undefined);
  });
});

/** A first and a second `use_backend`, and whether no request gets to the second. */
const pairs: readonly (readonly [string, string, boolean])[] = [
  ["if { path_beg /api }", "if { path_beg /api/v2 }", true],
  ["if { path_beg /api/v2 }", "if { path_beg /api }", false],
  ["if { path /a /b }", "if { path /b }", true],
  ["if { path /a }", "if { path /a /b }", false],
  ["if { path_beg -i /API }", "if { path_beg /api/v2 }", true],
  ["if { path_beg /api }", "if { path_beg -i /api/v2 }", false],
  ["if { path,lower -m beg /api }", "if { path_beg /api/v2 }", false],
  ["if { path,lower -m beg /api }", "if { path,lower -m str /api/x }", true],
  ["if { hdr(Host) -m end .example.com }", "if { req.hdr(host) www.example.com }", true],
  ["if { hdr(host) a }", "if { hdr(x-host) a }", false],
  ["if { src 10.0.0.0/8 }", "if { src 10.1.0.0/16 } { path /x }", true],
  ["if { src -f /dev/null }", "if { src -f /dev/null } METH_POST", true],
  ["if { dst_port gt 1000 }", "if { dst_port 2000:3000 }", true],
  ["if { dst_port gt 1000 }", "if { dst_port ge 1000 }", false],
  ["if METH_GET", "if { method HEAD }", true],
  ["if { ssl_fc }", "if { ssl_fc } { path /x }", true],
  ["unless { ssl_fc }", "if !{ ssl_fc }", true],
  ["unless { ssl_fc } { path /x }", "if { path /y }", true],
  ["if a", "if { path /a2 }", true],
  ["if a b", "if a", false],
  ["if a or b", "if b c", true],
  ["if a", "if a", true],
  ["if random", "if random", false],
  ["if { nbsrv(x) eq 0 }", "if { nbsrv(x) lt 2 }", false],
  ["if { nbsrv(x) le 1 }", "if { nbsrv(x) eq 0 }", true],
  ["if { var(txn.a) -m str b }", "if { var(txn.a) -m beg b }", false],
  ["if { var(txn.a) -m found }", "if { var(txn.a) -m beg b }", true],
  ["if { cook(a) -m found }", "if { cook(a) b }", true],
  ["if { path_reg ^/api }", "if { path_beg /api }", false],
  ["if { path_reg ^/api }", "if { path_reg ^/api } b", true],
  ["if { path_sub x }", "if { path_dir x }", true],
  ["if { path_dir api }", "if { path /v1/api }", true],
  ['if { path "$WHERE" }', 'if { path "$WHERE" }', false],
];

describe("conditions of lines", () => {
  for (const [first, second, isShadowed] of pairs) {
    it(`${second} behind ${first}`, () => {
      const drawing = [
        "frontend www",
        "    mode http",
        "    bind :80",
        "    acl a path /a1",
        "    acl a path /a2",
        "    acl b hdr(x-b) 1",
        "    acl c src 192.0.2.0/24",
        "    acl random rand(100) lt 50",
        `    use_backend x ${first}`,
        `    use_backend x ${second}`,
        ...(isShadowed ? ["#   ^^^^^^^^^^^"] : []),
        "backend x",
        "",
      ].join("\n");
      checkProblems(drawing, {
        name: "haproxy.cfg",
        settings: { versions: { haproxy: "3.4" }, together: [] },
        only: (problem) => problem.code === "haproxy/rule-shadowed",
      });
    });
  }
});
