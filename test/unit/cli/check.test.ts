/** The command line as scripts see it: output formats, exit status, one line for what could not run. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const main = path.resolve(import.meta.dirname, "../../../server/src/cli/main.ts");
const wrong =
  "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 300\n    virtual_ipaddress {\n        192.0.2.1\n    }\n}\n";
const right = wrong.replace("300", "30");

describe("ha-config", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "ha-config-test-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string | Uint8Array) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
    return name;
  };
  const run = (args: readonly string[], input = "") => {
    const env = { ...process.env, LANG: "C", LC_ALL: "" };
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
      cwd: folder,
      encoding: "utf8",
      input,
      env,
    });
    return { status, stdout, stderr };
  };

  it("finds nothing in a right file: exit status 0", () => {
    const { status, stdout } = run(["check", write("keepalived.conf", right)]);
    assert.equal(status, 0, stdout);
    assert.match(stdout, /No problems in 1 files/);
  });

  it("shows the place and the line of an error: exit status 1", () => {
    const { status, stdout } = run(["check", write("keepalived.conf", wrong)]);
    assert.equal(status, 1);
    assert.match(
      stdout,
      /^keepalived\.conf:3:23: error: "300" is not in the range 1 to 255 \[keepalived\/invalid-value\]$/m,
    );
    assert.match(stdout, /^ {26}\^\^\^$/m);
  });

  it("prints the JSON of the contract", () => {
    write("a/keepalived.conf", wrong);
    write("b/keepalived.conf", right);
    const output = JSON.parse(run(["check", "--format", "json", "."]).stdout);
    assert.equal(output.version, 1);
    assert.deepEqual(
      output.files.map((file: { path: string; language: string }) => [file.path, file.language]),
      [
        ["a/keepalived.conf", "keepalived"],
        ["b/keepalived.conf", "keepalived"],
      ],
    );
    const [diagnostic] = output.files[0].diagnostics;
    assert.deepEqual(diagnostic, {
      range: { start: { line: 2, character: 22 }, end: { line: 2, character: 25 } },
      severity: "error",
      code: "keepalived/invalid-value",
      message: '"300" is not in the range 1 to 255',
      related: [],
      fixes: [],
    });
    assert.deepEqual(output.files[1].diagnostics, []);
  });

  it("prints SARIF and workflow commands", () => {
    const name = write("keepalived.conf", wrong);
    const sarif = JSON.parse(run(["check", "--format", "sarif", name]).stdout);
    assert.equal(sarif.version, "2.1.0");
    assert.equal(sarif.runs[0].results[0].locations[0].physicalLocation.region.startLine, 3);
    assert.match(run(["check", "--format", "github", name]).stdout, /^::error file=keepalived\.conf,line=3,col=23,/);
  });

  it("reads standard input under a name", () => {
    const { status, stdout } = run(["check", "--stdin-filename", "lb1/keepalived.conf"], wrong);
    assert.equal(status, 1);
    assert.match(stdout, /^lb1\/keepalived\.conf:3:23/);
  });

  it("judges by the version that is given", () => {
    const name = write("keepalived.conf", "global_defs {\n    json_version 2\n}\n");
    assert.equal(run(["check", name]).status, 0);
    assert.match(run(["check", "--keepalived-version", "2.2.7", name]).stdout, /needs version 2\.2\.8/);
  });

  it("changes severities and switches rules off", () => {
    const name = write("keepalived.conf", wrong);
    assert.equal(run(["check", "--rule", "keepalived/invalid-value=off", name]).stdout.includes("300"), false);
    assert.match(run(["check", "--rule", "keepalived/invalid-value=warning", name]).stdout, /warning: "300"/);
  });

  it("heeds comments that switch a rule off", () => {
    const text = wrong.replace("300", "300 # ha-config-ignore keepalived/invalid-value");
    assert.equal(run(["check", write("keepalived.conf", text)]).stdout.includes("not in the range"), false);
  });

  it("applies safe fixes", () => {
    const name = write("keepalived.conf", right.replace("virtual_ipaddress {", "virtual_ipaddress"));
    assert.equal(run(["check", name]).status, 1);
    assert.equal(run(["check", "--fix", name]).status, 0);
    assert.equal(readFileSync(path.join(folder, name), "utf8"), right);
  });

  it("recognises a file by its content, or by --language", () => {
    assert.equal(run(["check", write("some.txt", right)]).status, 0);
    assert.equal(run(["check", write("other.txt", "priority 100\n")]).status, 2);
    assert.equal(run(["check", "--language", "keepalived", "other.txt"]).status, 1);
  });

  it("reads includes", () => {
    write("conf.d/vi.conf", wrong);
    const { stdout } = run(["check", write("keepalived.conf", "include conf.d/*.conf\n")]);
    assert.match(stdout, /^conf\.d\/vi\.conf:3:23: error/m);
  });

  it("takes bytes that are no text", () => {
    const { status } = run([
      "check",
      "--language",
      "keepalived",
      write(
        "keepalived.conf",
        Uint8Array.from({ length: 5000 }, (_, i) => (i * 131) % 256),
      ),
    ]);
    assert.equal(status, 1);
  });

  it("speaks Chinese when asked", () => {
    assert.match(run(["check", "--locale", "zh-cn", write("keepalived.conf", wrong)]).stdout, /错误: "300"超出范围/);
  });

  it("explains rules and keywords", () => {
    assert.match(run(["explain", "virtual_router_id"]).stdout, /vrrp_instance/);
    assert.match(run(["explain", "keepalived/nopreempt-master"]).stdout, /preempt/);
    assert.equal(run(["explain", "virtual_router_ident"]).status, 2);
  });

  it("tells in one line what could not run: exit status 2", () => {
    const cases: readonly [args: readonly string[], message: RegExp][] = [
      [["check", "missing.conf"], /missing\.conf: no such file/],
      [["check", "/dev/zero"], /\/dev\/zero: cannot be read: not a regular file/],
      [["check", "--format", "xml"], /unknown format "xml"/],
      [["check", "--frob"], /frob/],
      [["check", "--rule", "keepalived/unknown-keywrd=off"], /did you mean "keepalived\/unknown-keyword"/],
      [["check", "--keepalived-version", "new"], /not a version/],
      [["frob"], /unknown command "frob"/],
      [[], /no command/],
    ];
    for (const [args, message] of cases) {
      const { status, stdout, stderr } = run(args);
      assert.equal(status, 2, args.join(" "));
      assert.equal(stdout, "");
      assert.match(stderr, message);
      assert.equal(stderr.trimEnd().split("\n").length, 1, stderr);
    }
  });
});
