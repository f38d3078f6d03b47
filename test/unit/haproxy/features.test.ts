/** What editors ask for in a haproxy.cfg: hover, completion, names, outline, tokens. */
import assert from "node:assert/strict";
import { folds, outline } from "../../../server/src/core/features/outline.ts";
import { tokens, tokenTypes } from "../../../server/src/core/features/tokens.ts";
import { haproxy } from "../../../server/src/core/languages/haproxy/index.ts";
import { SectionedDocument } from "../../../server/src/core/text/document.ts";
import { folder, load } from "../../kit/check.ts";
import { chooseAt, completeAt, definitionAt, hoverAt, referencesAt, renameAt } from "../../kit/verbs.ts";

const file = "haproxy.cfg";

const inFrontend = (line: string) => `
defaults
    mode http
    timeout connect 5s
    timeout client 30s
    timeout server 30s
frontend web
    bind :80
    acl is_api path_beg /api
    ${line}
    default_backend app
backend app
    server s1 192.0.2.1:80 check
userlist staff
    user alice insecure-password x
`;

const inBackend = (line: string) => `${inFrontend("")}backend other
    ${line}
    server s1 192.0.2.9:80 check
`;

describe("completion in haproxy.cfg", () => {
  const has = (drawing: string, ...wanted: readonly string[]) => {
    const labels = completeAt(drawing, file);
    assert.deepEqual(
      wanted.filter((label) => !labels.includes(label)),
      [],
      labels.slice(0, 40).join(" "),
    );
    return labels;
  };
  const hasNot = (labels: readonly string[], ...unwanted: readonly string[]) =>
    assert.deepEqual(
      unwanted.filter((label) => labels.includes(label)),
      [],
    );

  it("offers sections and snippets of sections at the root", () => {
    hasNot(has("$0", "global", "frontend", "backend", "haproxy-starter", "backend-http", ".if"), "bind", "rate-limit");
  });

  it("offers what the section takes, and the next section", () => {
    hasNot(has(inFrontend("$0"), "bind", "option", "option httpclose", "rate-limit", "backend"), "server", "nbthread");
    hasNot(has(inBackend("$0"), "server", "balance", "http-check", "source-persistence"), "bind", "tls-defaults");
  });

  it("offers actions behind their rule set", () => {
    hasNot(has(inFrontend("http-request $0"), "deny", "set-header", "redirect"), "http-request", "set-dst-tos");
    hasNot(has(inFrontend("option $0"), "httplog", "forwardfor"), "option");
    has(inBackend("http-check $0"), "send", "expect");
  });

  it("offers only what can be negated behind no", () => {
    hasNot(has(inFrontend("no $0"), "option", "log"), "bind", "acl", "default_backend", "frontend");
  });

  it("offers samples in a log format, converters behind them, names in their arguments", () => {
    hasNot(has(inFrontend("http-request set-header X %[req.$0]"), "req.hdr", "req.cook"), "lower");
    hasNot(has(inFrontend('http-request set-header X "%[src,$0]"'), "ipmask"), "src", "req.hdr");
    has(inFrontend("http-request set-header X %[$0]"), "src", "ssl_fc");
    has(inFrontend('log-format "%$0"'), "ci", "ST");
    assert.deepEqual(completeAt(inFrontend("http-request allow if { http_auth($0) }"), file), ["staff"]);
  });

  it("offers ACLs in conditions and criteria in braces", () => {
    hasNot(has(inFrontend("use_backend app if $0"), "is_api", "LOCALHOST", "{ … }"), "path_beg");
    hasNot(has(inFrontend("use_backend app if { $0 }"), "path_beg", "src", "ssl_fc"), "is_api", "bind");
    has(inFrontend("use_backend app if { path -$0 }"), "-i", "-m", "-f");
  });

  it("offers options of servers and binds, and names", () => {
    hasNot(has(inBackend("server s2 192.0.2.2:80 $0"), "check", "inter", "backup"), "accept-proxy");
    hasNot(has(inFrontend("bind :81 $0"), "ssl", "crt", "accept-proxy"), "check");
    assert.deepEqual(completeAt(inFrontend("use_backend $0"), file), ["app"]);
    assert.deepEqual(completeAt(inBackend("mode $0"), file), ["haterm", "http", "log", "spop", "tcp"]);
  });

  it("puts what most files hold, and the person's own names, first", () => {
    const first = (line: string, count: number) => completeAt(inFrontend(line), file).slice(0, count);
    assert.ok(first("http-request $0", 12).includes("deny"));
    assert.ok(first("http-request set-header X %[req.hdr(host),$0", 10).includes("lower"));
    assert.deepEqual(first("use_backend app if $0", 2), ["is_api", "{ … }"]);
    assert.deepEqual(completeAt("$0", file).slice(0, 5), ["backend", "defaults", "frontend", "global", "listen"]);
  });

  it("goes on behind a word that something must follow", () => {
    const chosen = (line: string, label: string) => chooseAt(inFrontend(line), label, file).split("\n")[8];
    assert.equal(chosen("http-request $0", "set-header"), "    http-request set-header $0");
    assert.equal(chosen("http-request $0", "set-var"), "    http-request set-var($0)");
    assert.equal(chosen("stick-table type ip $0", "size"), "    stick-table type ip size ");
    assert.equal(chosen("http-request deny if { $0", "req.hdr"), "    http-request deny if { req.hdr(${1:name})");
  });

  it("replaces only the part of an expression that is typed", () => {
    const chosen = chooseAt(inFrontend("http-request set-header X a%[src,ipm$0]"), "ipmask", file);
    assert.match(chosen, /^ {4}http-request set-header X a%\[src,ipmask\(\$\{1:mask4\}\)\]$/m);
  });
});

describe("hover in haproxy.cfg", () => {
  const hover = (line: string) => hoverAt(inFrontend(line), "en", file);

  it("explains rules by the action, wherever one points", () => {
    assert.match(hover("http-re$0quest deny if is_api"), /^```\nhttp-request deny\n {4}\[.*Modes: `http`/s);
    assert.equal(hover("http-request de$0ny if is_api"), hover("http-re$0quest deny if is_api"));
    assert.match(hover("no option http$0close"), /^```\noption httpclose/);
  });

  it("explains samples, converters, criteria and aliases", () => {
    assert.match(hover("http-request set-header X %[sr$0c,lower]"), /^```\nsrc\n/);
    assert.match(hover("http-request set-header X %[src,lo$0wer]"), /^```\nlower\n/);
    assert.match(hover("http-request deny if { path_b$0eg /a }"), /^```\npath_beg/);
    assert.match(hover('log-format "%c$0i"'), /^```\n%ci\n/);
    assert.match(hover('log-format "%ci $0x"'), /Looks like `192\.0\.2\.\d+ x`/);
  });

  it("says what a condition means, and where names are defined", () => {
    assert.match(hover("http-request deny i$0f is_api"), /Holds when ACL `is_api` holds/);
    assert.match(
      hover("http-request deny if is_$0api"),
      /acl is_api path_beg \/api\n```\n\nDefined in haproxy.cfg, line 8/,
    );
    assert.match(hover("use_backend ap$0p if is_api"), /backend app\n {4}server s1 192\.0\.2\.1:80 check\n```/);
  });

  it("knows sections, options of lines and the preprocessor", () => {
    assert.match(hoverAt("front$0end web\n", "en", file), /^```\nfrontend NAME \[from DEFAULTS\]\n```/);
    assert.match(hover("bind :81 ss$0l"), /^```\nssl\n/);
    assert.match(hoverAt(".i$0f feature(OPENSSL)\n.endif\n", "en", file), /^```\n\.if /);
    assert.match(hoverAt(inFrontend("timeout cl$0ient 5s"), "zh-cn", file), /手册/);
  });
});

const twoFiles = `
defaults base
    mode http
frontend web from base
    bind :80
    acl is_api path_beg /api
    use_backend api if is_api
    default_backend app
backend app from base
    acl is_api path /x
    use-server s1 if is_api
    server s1 192.0.2.1:80 check
#- haproxy.d/20-api.cfg
backend api from base
    server s1 192.0.2.2:80 check track app/s1
frontend other from base
    bind :81
    default_backend api
`;

/** The drawing with the cursor in the words. */
const at = (words: string) => twoFiles.replace(words.replace("$0", ""), () => words);

describe("names in haproxy.cfg", () => {
  it("lead from a frontend to the backend in another file", () => {
    assert.deepEqual(definitionAt(at("use_backend a$0pi"), file), ["haproxy.d/20-api.cfg:1: api"]);
    const all = ["haproxy.cfg:6: api", "haproxy.d/20-api.cfg:1: api", "haproxy.d/20-api.cfg:5: api"];
    assert.deepEqual(referencesAt(at("use_backend a$0pi"), file), all);
    assert.deepEqual(renameAt(at("use_backend a$0pi"), "v2", file), all);
    assert.deepEqual(renameAt(at("use_backend a$0pi"), "a b", file), []);
  });

  it("of ACLs belong to their section", () => {
    assert.deepEqual(referencesAt(at("acl is_a$0pi path_beg"), file), [
      "haproxy.cfg:5: is_api",
      "haproxy.cfg:6: is_api",
    ]);
    assert.deepEqual(referencesAt(at("use-server s1 if is_$0api"), file), [
      "haproxy.cfg:10: is_api",
      "haproxy.cfg:9: is_api",
    ]);
  });

  it("of servers belong to their backend", () => {
    assert.deepEqual(definitionAt(at("track app/s$01"), file), ["haproxy.cfg:11: s1"]);
    assert.deepEqual(definitionAt(at("track a$0pp/s1"), file), ["haproxy.cfg:8: app"]);
    assert.deepEqual(renameAt(at("server s$01 192.0.2.1"), "one", file), [
      "haproxy.cfg:10: s1",
      "haproxy.cfg:11: s1",
      "haproxy.d/20-api.cfg:2: s1",
    ]);
  });

  it("of defaults lead to those who take them over", () => {
    assert.deepEqual(referencesAt(at("defaults b$0ase"), file), [
      "haproxy.cfg:1: base",
      "haproxy.cfg:3: base",
      "haproxy.cfg:8: base",
      "haproxy.d/20-api.cfg:1: base",
      "haproxy.d/20-api.cfg:3: base",
    ]);
  });
});

describe("outline and tokens of haproxy.cfg", () => {
  const text = "# a\n# b\nglobal\n    maxconn 5\n\n# c\n# d\nfrontend web from base\n    bind :80\n    # e\n\n# f\n";
  const document = new SectionedDocument(text, haproxy.split);

  it("names sections by their names", () => {
    const names = outline(haproxy, document).map(({ name, detail }) => `${name} (${detail})`);
    assert.deepEqual(names, ["global ()", "web (frontend from base)"]);
  });

  it("folds sections up to what belongs to the next one", () => {
    const lines = folds(haproxy, document).map((fold) => {
      const line = (offset: number) => document.positionIn(fold.section, offset).line + 1;
      return `${fold.kind} ${line(fold.start)}-${line(fold.end)}`;
    });
    assert.deepEqual(lines, ["comment 1-2", "block 3-4", "comment 6-7", "block 8-10"]);
  });

  it("colours what a word holds rather than the word", () => {
    const drawing = inFrontend('http-request set-header X "a %ci %[src,ipmask(24)]" if is_api !{ ssl_fc } LOCALHOST');
    const { service } = load(drawing, file);
    const [lines, data] = [drawing.slice(1).split("\n"), tokens(service.workspace, folder + file, 8, 9)];
    const drawn: string[] = [];
    let character = 0;
    for (let index = 0; index < data.length; index += 5) {
      const [, right = 0, length = 0, type = 0] = data.slice(index, index + 4);
      character += right;
      drawn.push(`${lines[8]?.slice(character, character + length)}:${tokenTypes[type]}`);
    }
    assert.deepEqual(drawn, [
      "http-request:property",
      "set-header:function",
      "X:string",
      "ci:macro",
      "src:function",
      "ipmask:function",
      "24:number",
      "if:keyword",
      "is_api:class",
      "ssl_fc:function",
      "LOCALHOST:macro",
    ]);
  });
});
