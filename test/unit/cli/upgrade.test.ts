/** `check --upgrade-to`: what breaks or changes with a newer version. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const main = path.resolve(import.meta.dirname, "../../../server/src/cli/main.ts");
const proxies = `global
    nbproc 1
defaults
    mode http
    timeout connect 5s
    timeout client 30s
    timeout server 30s
    option forceclose
listen app
    bind :8080 process 1/2
    reqadd X-Proto:\\ https
    server s1 192.0.2.11:80
    server s1 192.0.2.12:80
`;

describe("ha-config check --upgrade-to", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "ha-config-test-"));
    writeFileSync(path.join(folder, "haproxy.cfg"), proxies);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = (...args: readonly string[]) => {
    const env = { ...process.env, LANG: "C", LC_ALL: "" };
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, "check", ...args], {
      cwd: folder,
      encoding: "utf8",
      env,
    });
    return { status, stdout, stderr };
  };

  it("tells what breaks, and how the line reads then", () => {
    const { status, stdout } = run("haproxy.cfg", "--haproxy-version", "2.4", "--upgrade-to", "2.8");
    assert.equal(status, 1);
    assert.match(stdout, /^ {4}- nbproc 1$/m);
    assert.match(stdout, /^ {4}\+ option httpclose$/m);
    assert.match(stdout, /^ {4}\+ bind :8080 thread 2$/m);
    assert.match(stdout, /^HAProxy 2\.4 → 2\.8: 3 errors; 1 file checked, 3 problems can be fixed with --fix$/m);
    // What is refused today is no matter of the upgrade.
    assert.doesNotMatch(stdout, /reqadd|server named/);
  });

  it("says so where nothing breaks", () => {
    const { status, stdout } = run("haproxy.cfg", "--haproxy-version", "2.7", "--upgrade-to", "2.8");
    assert.equal(status, 0);
    assert.equal(stdout, "HAProxy 2.7 → 2.8: nothing breaks or changes; 1 file checked\n");
  });

  it("lists the same in the format for programs, with fixes", () => {
    const { stdout } = run("haproxy.cfg", "--haproxy-version", "2.4", "--upgrade-to", "2.8", "--format", "json");
    const [file] = JSON.parse(stdout).files;
    assert.deepEqual(
      file.diagnostics.map((one: { code: string; fixes: { safety: string }[] }) => [one.code, one.fixes[0]?.safety]),
      Array.from({ length: 3 }, () => ["haproxy/removed-keyword", "safe"]),
    );
  });

  it("applies the safe fixes of what breaks, and no others", () => {
    run("haproxy.cfg", "--haproxy-version", "2.4", "--upgrade-to", "2.8", "--fix");
    const written = readFileSync(path.join(folder, "haproxy.cfg"), "utf8");
    const expected = proxies
      .replace("    nbproc 1\n", "")
      .replace("forceclose", "httpclose")
      .replace("process 1/2", "thread 2");
    assert.equal(written, expected);
  });

  it("wants to know which language is meant where there are several", () => {
    writeFileSync(path.join(folder, "keepalived.conf"), "global_defs {\n    router_id lb1\n}\n");
    const { status, stderr } = run("--haproxy-version", "2.4", "--upgrade-to", "2.8");
    assert.equal(status, 2);
    assert.match(stderr, /--upgrade-to (?:keepalived|haproxy)=2\.8 or --upgrade-to/);
    const args = ["--haproxy-version", "2.4", "--keepalived-version", "2.0"];
    const both = run(...args, "--upgrade-to", "haproxy=2.8", "--upgrade-to", "keepalived=2.3");
    assert.equal(both.status, 1);
    assert.match(both.stdout, /^HAProxy 2\.4 → 2\.8: keepalived 2\.0 → 2\.3: 3 errors/m);
  });

  for (const [args, message] of [
    [["--upgrade-to", "3.4"], /HAProxy 3\.4 is not newer than 3\.4/],
    [["--haproxy-version", "3.2", "--upgrade-to", "2.8"], /2\.8 is not newer than 3\.2/],
    [["--upgrade-to", "99"], /HAProxy 99 is not known here/],
    [["--upgrade-to", "new"], /"new" is not a version/],
    [["--upgrade-to", "nginx=1.0"], /unknown language "nginx"/],
  ] as const) {
    it(`refuses ${args.join(" ")}`, () => {
      const { status, stdout, stderr } = run("haproxy.cfg", ...args);
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, message);
    });
  }
});
