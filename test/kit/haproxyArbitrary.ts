/** Random texts that look like haproxy.cfg: configurations as people write them, broken in some places. */
import fc from "fast-check";
import { allConverters, allFetches, logAliases } from "../../server/src/core/languages/haproxy/samples/index.ts";
import { root } from "../../server/src/core/languages/haproxy/schema/index.ts";
import { tableLines } from "./haproxyLines.ts";

const names = ["web", "app", "api", "static", "x", "s1", "is_api", "internal"];
const name = fc.constantFrom(...names);

/** Lines of the table by their section's word, right and wrong ones. */
const bySection = new Map<string, string[]>();
for (const { section, text } of [...tableLines((one) => one.ok), ...tableLines((one) => one.bad, true)]) {
  const [word = ""] = section.split(" ");
  bySection.set(word, [...(bySection.get(word) ?? []), text]);
}

const fetch = fc
  .constantFrom(...allFetches.flatMap((one) => one.ok ?? []), "src", "path", "req.hdr(host)", "status", "var(txn.a)")
  .map((line) => line.split(" ")[0] ?? "src");
const converter = fc.constantFrom(
  "lower",
  "field(1,:)",
  "map(a.map)",
  "nope",
  ...allConverters.slice(0, 40).map((one) => one.name),
);
const expression = fc
  .tuple(fetch, fc.array(converter, { maxLength: 2 }))
  .map(([first, rest]) => [first, ...rest].join(","));
const pattern = fc.constantFrom(
  "/api",
  "-i",
  "-m beg",
  "10.0.0.0/8",
  "gt 5",
  "a b",
  "-f list.txt",
  "(a|b)",
  '"a b"',
  "--",
);
const criterion = fc
  .tuple(expression, fc.array(pattern, { maxLength: 3 }))
  .map(([test, rest]) => [test, ...rest].join(" "));
const term = fc.oneof(
  name,
  name.map((one) => `!${one}`),
  criterion.map((test) => `{ ${test} }`),
  criterion.map((test) => `!{ ${test} }`),
  fc.constantFrom("or", "||", "and", "{", "}", "{}", "{path /x}", "TRUE", "!"),
);
const condition = fc
  .tuple(fc.constantFrom("if", "unless", "iff", ""), fc.array(term, { maxLength: 4 }))
  .map(([word, terms]) => ` ${word} ${terms.join(" ")}`);
const format = fc
  .array(
    fc.oneof(
      expression.map((one) => `%[${one}]`),
      fc.constantFrom(
        ...logAliases.map((one) => `%${one.name}`),
        "%%",
        "%",
        "%{+Q}o",
        "%{+Z,-E}ci",
        "%(a:str)ci",
        "\\ ",
        "text",
      ),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(""));

const heads = [
  "http-request deny",
  "http-request set-header X-A",
  "http-request set-var(txn.a)",
  "http-request redirect location",
  "http-response set-status 503",
  "tcp-request content accept",
  "use_backend app",
  "acl is_api",
  "log-format",
  "stick on",
  "server s1 192.0.2.1:80 check",
  "bind :80 ssl",
];
const rule = fc
  .tuple(
    fc.constantFrom(...heads),
    fc.oneof(format, expression, criterion, fc.constant("")),
    fc.oneof(condition, fc.constant("")),
  )
  .map((parts) => parts.join(" "));

const preprocessor = fc.constantFrom(
  ".if feature(OPENSSL) && !defined(A)",
  ".if version_before(2.8)",
  '.if streq("$A",b)',
  ".elif 1",
  ".else",
  ".endif",
  '.alert "no"',
  '.notice "x"',
  ".diag x",
);
const template = fc.constantFrom(
  "{% if a %}",
  "{% endif %}",
  "{% for s in all %}",
  "<% x %>",
  "{{ a }} {{ b }}:80",
  "{{- x }}",
);

function line(section: string): fc.Arbitrary<string> {
  const own = bySection.get(section) ?? ["maxconn 1"];
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...own) },
    { weight: 4, arbitrary: rule },
    { weight: 1, arbitrary: fc.constantFrom(...[...bySection.values()].flat()) },
    { weight: 1, arbitrary: preprocessor },
    { weight: 1, arbitrary: template },
    {
      weight: 1,
      arbitrary: fc.constantFrom("# why", "", "no option httplog", "option", "http-request", "# ha-config-ignore"),
    },
  );
}

/** A section with some lines. */
const section = fc
  .constantFrom(...root.keywords)
  .chain((keyword) =>
    fc.tuple(
      fc.constant(keyword),
      name,
      fc.constantFrom("", "", " from web", " x"),
      fc.array(line(keyword.name), { maxLength: 7 }),
    ),
  )
  .map(([keyword, called, more, lines]) => {
    const header = keyword.args.length === 0 ? keyword.name : `${keyword.name} ${called}${more}`;
    return `${header}\n${lines.map((one) => `    ${one}\n`).join("")}`;
  });

const fragments = [
  ...[
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "%",
    "%[",
    "%{",
    "%%",
    ",",
    ":",
    "!",
    "/",
    "-",
    "@",
    '"',
    "'",
    "\\",
    "#",
    "$",
    " ",
    "\t",
  ],
  ...[
    "\n",
    "\r\n",
    "\n\n",
    "\0",
    "\ufeff",
    "\u3000",
    "\ud800",
    "é中😀",
    '"${A}"',
    '"$A"',
    "${A[*]}",
    '"$"',
    "\\x4",
    "\\x41",
  ],
  ...[
    "frontend ",
    "backend b\n",
    "global\n",
    "defaults\n",
    "no ",
    " if ",
    " unless ",
    " or ",
    "{% if %}",
    "{{ a }}",
    "<%= a %>",
  ],
  ...[".if 1\n", ".endif\n", ".else\n", "www.example.com", "::1", "65536", "10s", "1k"],
];

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  taken: fc.nat(12),
  put: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...fragments) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
  ),
});

/** Sections as people write them, with a few slips. */
export const anyConfiguration = fc
  .tuple(fc.array(section, { maxLength: 6 }), fc.array(mutation, { maxLength: 4 }))
  .map(([sections, mutations]) =>
    mutations.reduce((text, { at, taken, put }) => {
      const start = Math.floor(at * (text.length + 1));
      return text.slice(0, start) + put + text.slice(start + taken);
    }, sections.join("\n")),
  );

/** Texts to put in by an edit: lines, and pieces that break them. */
export const anyPiece = fc.oneof(
  fc.constantFrom(...fragments),
  rule.map((one) => `    ${one}\n`),
  section,
);
