/** Rules about the order of rules: their fixes, and what is too uncertain to be said. */
import assert from "node:assert/strict";
import type { Problem } from "../../../server/src/core/schema/problem.ts";
import { checkProblems, folder, load } from "../../kit/check.ts";

const settings = { versions: { haproxy: "3.4" }, together: [] };

function frontend(...lines: readonly string[]): string {
  const inside = ["mode http", "bind :80", ...lines].map((line) => (line.startsWith("#") ? line : `    ${line}`));
  return ["frontend www", ...inside, "backend app", ""].join("\n");
}

/** The section after the first fix of each problem of a rule, in turn; undefined where it has none. */
function fixed(text: string, code: string): (string | undefined)[] {
  const { service } = load(text, "haproxy.cfg", settings);
  const problems = (service.problems(`${folder}haproxy.cfg`).get(`${folder}haproxy.cfg`) ?? []).filter(
    (problem) => problem.code === code,
  );
  return problems.map(applied);
}

function applied({ fixes, source }: Problem): string | undefined {
  const edits = fixes?.[0]?.edits.toSorted((a, b) => b.start - a.start);
  return edits?.reduce(
    (text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end),
    source.section.text,
  );
}

/** Lines, and whether the condition of the last one is said never to hold. */
const rewritten: readonly (readonly [boolean, ...string[]])[] = [
  [true, "http-request set-path /x", "use_backend app if { path /y }"],
  [true, "http-request set-path /x if { path /y }", "use_backend app if { path /y }"],
  [false, "http-request set-path /x if { src 192.0.2.1 }", "use_backend app if { path /y }"],
  [true, "http-request set-path /v2%[path]", "use_backend app if { path_beg /y }"],
  [false, "http-request set-path /v2%[path]", "use_backend app if { path_beg /v2/y }"],
  [true, "http-request set-path %[path,regsub(^/a/,/)]", "use_backend app if { path_beg /a/ }"],
  [false, "http-request set-path %[path]", "use_backend app if { path_beg /a/ }"],
  [true, "http-request replace-path ^/api(/.*)?$ /\\1", "use_backend app if { path_beg /api }"],
  [false, "http-request replace-path /a/(.*) /a/b/\\1", "use_backend app if { path_beg /a/ }"],
  [false, "http-request replace-path /a/(.*) /\\1", "use_backend app if { path_beg / }"],
  [false, "http-request replace-path (.*)/ /\\1", "use_backend app if { path_beg /a/ }"],
  [
    false,
    "http-request replace-path /a/(.*) /\\1",
    "http-request set-uri %[var(txn.u)]",
    "use_backend app if { path_beg /a/ }",
  ],
  [false, "http-request del-header X-A", "use_backend app if !{ hdr(x-a) -m found }"],
  [false, "http-request del-header X-A", "use_backend app if { hdr_cnt(x-a) eq 0 }"],
  [false, "http-request del-header X-A", "http-request set-header x-a 1", "use_backend app if { hdr(x-a) 1 }"],
  [false, "http-request set-header X-A a", "use_backend app if { hdr(x-a) a }"],
  [true, "http-request set-header X-A a", "use_backend app if { hdr(x-a) b }"],
  [false, "http-request add-header X-A a", "use_backend app if { hdr(x-a) b }"],
];

describe("rules in their order", () => {
  for (const [isGone, ...lines] of rewritten) {
    it(`sees what is left of a request: ${lines.join("; ")}`, () => {
      const last = lines.at(-1) ?? "";
      const start = 4 + last.indexOf("{");
      const mark = `#${" ".repeat(start - 1)}${"^".repeat(last.indexOf("}") + 5 - start)}`;
      checkProblems(frontend(...lines, ...(isGone ? [mark] : [])), {
        name: "haproxy.cfg",
        settings,
        only: ({ code }) => code === "haproxy/request-rewritten",
      });
    });
  }

  it("moves a rule up to where it is run", () => {
    const text = frontend(
      "use_backend app if { path /a }",
      "http-request deny if { path /b }",
      "http-request deny if { path /c }",
    );
    const [first, second] = fixed(text, "haproxy/rule-order");
    assert.match(first ?? "", /path \/b.*path \/a.*path \/c/s);
    assert.equal(second, undefined);
  });

  it("does not move a rule above the ACLs that it needs, nor out of a condition", () => {
    const deny = "http-request deny if b";
    for (const between of [
      ["acl b path /b", deny],
      [".if defined(A)", deny, ".endif"],
    ]) {
      const found = fixed(frontend("acl c path /c", "use_backend app if c", ...between), "haproxy/rule-order");
      assert.deepEqual(found, [undefined]);
    }
  });

  it("moves the narrower rule in front of the wider one", () => {
    const text = frontend("use_backend app if { path_beg /a }", "use_backend app2 if { path_beg /a/b }");
    assert.match(fixed(text, "haproxy/rule-shadowed")[0] ?? "", /app2.*app if/s);
  });

  it("says to whom a redirect to https is for", () => {
    const text = frontend("bind :443 ssl crt /etc/a.pem", "http-request redirect scheme https code 301");
    assert.match(fixed(text, "haproxy/redirect-loop")[0] ?? "", /code 301 if !\{ ssl_fc \}\n/);
  });
});
