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
  const run = (args: readonly string[], input: string | Uint8Array = "") => {
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
    assert.match(stdout, /^No problems; 1 file checked\n$/);
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

  it("reads standard input for a dash, and knows it by its content or by --language", () => {
    const { status, stdout } = run(["check", "-"], wrong);
    assert.equal(status, 1);
    assert.match(stdout, /^<stdin>:3:23: error/);
    assert.match(run(["check", "-", "--stdin-filename", "lb1.conf"], right).stdout, /^No problems; 1 file checked$/m);
    assert.match(run(["check", "-"], "priority 100\n").stderr, /<stdin>: cannot tell the language/);
    assert.equal(run(["check", "--language", "keepalived", "-"], "priority 100\n").status, 1);
    assert.match(run(["check", "-", "--fix"], wrong).stderr, /--fix cannot change standard input/);
    assert.match(run(["check", "-", write("keepalived.conf", right)], right).stderr, /without other paths/);
  });

  it("checks files whose mere place tells what a host runs, as any others", () => {
    write("lb1/etc/haproxy/haproxy.cfg", "frontend web\n    bind :80\n    nonsense\n");
    write("lb1/etc/keepalived/keepalived.conf", right);
    write("lb1/etc/network/interfaces", "auto lo\n");
    const { status, stdout } = run(["check", "lb1"]);
    assert.equal(status, 1, stdout);
    assert.match(stdout, /^lb1\/etc\/haproxy\/haproxy\.cfg:3:5: error: /m);
    assert.match(stdout, /; 2 files checked$/m);
  });

  it("wants a configuration in every folder that it is given", () => {
    write("lb1/keepalived.conf", right);
    for (const name of ["lb2/notes.txt", "lb3/other.conf"]) write(name, "# nothing here\n");
    assert.equal(run(["check", "lb1"]).status, 0);
    assert.equal(run(["check", "."]).status, 0);
    const one = run(["check", "--format", "json", "lb1", "lb2"]);
    assert.deepEqual([one.status, one.stdout], [2, ""]);
    assert.equal(one.stderr, "ha-config: lb2: no configuration found in this folder\n");
    const two = run(["check", "lb2", "lb1", "lb3"]);
    assert.equal(two.stderr, "ha-config: lb2, lb3: no configuration found in these folders\n");
  });

  it("counts what it found and what can be fixed", () => {
    const unfinished = right.replace("virtual_ipaddress {", "virtual_ipaddress");
    const name = write("a/keepalived.conf", unfinished);
    assert.match(run(["check", name]).stdout, /^\d+ errors?.*; 1 file checked, 1 problem can be fixed with --fix$/m);
    assert.match(run(["check", "--locale", "zh-cn", name]).stdout, /；检查了 1 个文件，1 个问题可用 --fix 修复$/m);
    assert.doesNotMatch(run(["check", "-"], unfinished).stdout, /--fix/);
    write("b/keepalived.conf", wrong);
    assert.match(run(["check", "b", "a"]).stdout, /; 2 files checked, 1 problem can be fixed with --fix$/m);
  });

  it("shows the problems of a file once, whoever includes it", () => {
    write("shared.conf", wrong);
    write("lb1/keepalived.conf", "include ../shared.conf\n");
    write("lb2/keepalived.conf", "include ../shared.conf\n");
    assert.match(run(["check", "lb1", "lb2"]).stdout, /^1 error; 3 files checked$/m);
  });

  it("shows the problems of files that include one another", () => {
    write("keepalived.conf", `include b.conf\n${wrong}`);
    write("b.conf", "include keepalived.conf\n");
    const { status, stdout } = run(["check", "."]);
    assert.equal(status, 1);
    assert.match(stdout, /^keepalived\.conf:4:23: error: "300"/m);
  });

  it("puts the caret under the words, whatever stands before them", () => {
    const text = wrong.replace("    virtual_router_id 300", '\tvirtual_router_id\t"３００\u001b"');
    const [, line = "", carets = ""] = run(["check", write("keepalived.conf", text)]).stdout.split("\n");
    assert.equal(line, '        virtual_router_id   "３００␛"');
    assert.equal(carets, "                            ^^^^^^^^^");
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
    const { status, stdout } = run(["check", "--fix", name]);
    assert.equal(status, 0);
    assert.equal(stdout, "1 fix applied in 1 file\nNo problems; 1 file checked\n");
    assert.equal(readFileSync(path.join(folder, name), "utf8"), right);
    assert.match(run(["check", "--fix", name]).stdout, /^No safe fixes to apply\n/);
  });

  it("says nothing of fixes in formats for programs", () => {
    const name = write("keepalived.conf", right.replace("virtual_ipaddress {", "virtual_ipaddress"));
    const { stdout, stderr } = run(["check", "--fix", "--format", "json", name]);
    assert.deepEqual(Object.keys(JSON.parse(stdout)), ["version", "files"]);
    assert.equal(stderr, "");
  });

  it("does not fix a file whose bytes it could not read", () => {
    const text = `# caf\u00e9\n${right.replace("virtual_ipaddress {", "virtual_ipaddress")}`;
    const name = write("keepalived.conf", Buffer.from(text, "latin1"));
    const { status, stderr } = run(["check", "--fix", name]);
    assert.equal(status, 2);
    assert.match(stderr, /keepalived\.conf: --fix changes only regular files in UTF-8\n$/);
    assert.equal(readFileSync(path.join(folder, name), "latin1"), text);
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
    assert.match(
      run(["check", "--locale", "zh-cn", write("keepalived.conf", wrong)]).stdout,
      /^keepalived\.conf:3:23: 错误："300"超出范围.*\n(?:.*\n){2}1 个错误；检查了 1 个文件\n$/,
    );
  });

  it("explains rules and keywords", () => {
    assert.match(run(["explain", "virtual_router_id"]).stdout, /vrrp_instance/);
    assert.match(run(["explain", "keepalived/nopreempt-master"]).stdout, /preempt/);
    assert.equal(run(["explain", "virtual_router_ident"]).status, 2);
  });

  it("explains without Markdown, in lines that fit", () => {
    const { stdout } = run(["explain", "virtual_router_id"]);
    assert.match(stdout, /^keepalived › vrrp_instance\n\n {4}virtual_router_id 1-255\n\n/);
    assert.match(stdout, /\nhttps:\S+#VRRP_instance\(s\)\n$/);
    assert.doesNotMatch(stdout, /```|\]\(/);
    for (const word of ["keepalived/nopreempt-master", "virtual_router_id", "track_file"]) {
      for (const line of run(["explain", word, "--locale", "en"]).stdout.split("\n")) {
        assert.equal(line.length <= 100 || line.startsWith("https:"), true, line);
      }
    }
    assert.match(
      run(["explain", "--locale", "zh-cn", "nopreempt-master"]).stdout,
      /^keepalived\/nopreempt-master \(错误\)/,
    );
  });

  it("explains words of the preprocessor", () => {
    assert.match(run(["explain", "include"]).stdout, /^ {4}include PATTERN$/m);
    assert.match(run(["explain", "~SEQ"]).stdout, /^ {4}~SEQ\(/m);
    assert.equal(run(["explain", "${_ENV}"]).stdout, run(["explain", "_ENV"]).stdout);
  });

  it("prints its version, and its usage wherever it is asked for", () => {
    const manifest = JSON.parse(readFileSync(path.resolve(import.meta.dirname, "../../../package.json"), "utf8"));
    assert.deepEqual(run(["--version"]), { status: 0, stdout: `${manifest.version}\n`, stderr: "" });
    const { stdout: usage } = run(["--help"]);
    assert.match(usage, /ha-config check/);
    for (const args of [
      ["check", "--help"],
      ["check", "x.conf", "-h"],
      ["explain", "--help"],
      ["language-server", "--help"],
    ]) {
      assert.deepEqual(run(args), { status: 0, stdout: usage, stderr: "" }, args.join(" "));
    }
    assert.match(run(["check", "--", "--help"]).stderr, /--help: no such file or folder/);
  });

  describe("tells in one line what could not run: exit status 2", () => {
    const cases: readonly [args: readonly string[], message: RegExp][] = [
      [["check", "missing.conf"], /missing\.conf: no such file/],
      [["check", "/dev/zero"], /\/dev\/zero: cannot be read: not a regular file/],
      [["check", "--format", "xml"], /unknown format "xml"/],
      [["check", "--frob"], /^ha-config: Unknown option '--frob'; see ha-config --help$/m],
      [["check", "--format", "--fix"], /^ha-config: Option '--format' argument is ambiguous; see/],
      [["check", "--format"], /^ha-config: Option '--format <value>' argument missing; see/],
      [["explain", "--frob"], /^ha-config: Unknown option '--frob'; see/],
      [["check", "two\nlines"], /two␊lines: no such file/],
      [["check", "."], /\.: no configuration found in this folder/],
      [["check"], /\.: no configuration found in this folder/],
      [["toString"], /unknown command "toString"/],
      [["check", "--rule", "keepalived/unknown-keywrd=off"], /did you mean "keepalived\/unknown-keyword"/],
      [["check", "--keepalived-version", "new"], /not a version/],
      [["frob"], /unknown command "frob"/],
      [[], /no command/],
    ];
    for (const [args, message] of cases) {
      it(JSON.stringify(args.join(" ")), () => {
        const { status, stdout, stderr } = run(args);
        assert.deepEqual([status, stdout], [2, ""]);
        assert.match(stderr, message);
        assert.equal(stderr.trimEnd().split("\n").length, 1, stderr);
      });
    }
  });
});
