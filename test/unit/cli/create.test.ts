/** `ha-config create`: what belongs to configurations, printed or written. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { keepalivedConf } from "../../kit/estate.ts";

const main = path.resolve(import.meta.dirname, "../../../server/src/cli/main.ts");

describe("ha-config create", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "ha-config-test-"));
    put("lb1/keepalived.conf", keepalivedConf({ priority: "150" }));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const put = (name: string, text: string) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const read = (name: string) => readFileSync(path.join(folder, name), "utf8");
  const run = (...args: readonly string[]) => {
    const env = { ...process.env, LANG: "C", LC_ALL: "" };
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, "create", ...args], {
      cwd: folder,
      encoding: "utf8",
      env,
    });
    return { status, stdout, stderr };
  };

  it("prints the file alone, and says elsewhere what it is", () => {
    assert.deepEqual(run("backup", "lb1/keepalived.conf"), {
      status: 0,
      stdout: keepalivedConf({ priority: "140" }),
      stderr: "lb2/keepalived.conf:\n",
    });
    assert.equal(existsSync(path.join(folder, "lb2")), false);
  });

  it("writes it where that is wanted, and then has nothing left to do", () => {
    assert.deepEqual(run("backup", "--write"), { status: 0, stdout: "lb2/keepalived.conf\n", stderr: "" });
    assert.equal(read("lb2/keepalived.conf"), keepalivedConf({ priority: "140" }));
    const { status, stderr } = run("backup", "--write");
    assert.equal(status, 2);
    assert.match(stderr, /nothing to create: backup is there already, or does not apply/);
  });

  it("changes a file that is there, and makes one for each of several hosts", () => {
    put("lb2/keepalived.conf", keepalivedConf());
    put("lb1/rules.v4", "*filter\n:INPUT DROP [0:0]\n-A INPUT -j REJECT\nCOMMIT\n");
    const { status, stdout } = run("firewall", "--write", ".");
    assert.equal(status, 0);
    assert.deepEqual(stdout.split("\n").sort(), ["", "lb1/rules.v4", "lb2/nftables.d/vrrp.nft"]);
    assert.match(read("lb1/rules.v4"), /^-A INPUT -i eth0 -d 224\.0\.0\.18 -p 112 -j ACCEPT\n-A INPUT -j REJECT$/m);
    assert.match(read("lb2/nftables.d/vrrp.nft"), /ip protocol 112 accept/);
  });

  it("speaks Chinese in comments", () => {
    assert.match(run("firewall", "--locale", "zh-cn", "lb1").stdout, /VRRP 通告/);
  });

  it("says what can be created", () => {
    assert.match(
      run().stderr,
      /say what to create: backup \(.*\), sysctl \(.*\), firewall \(.*\); see ha-config --help/,
    );
    const { status, stderr } = run("firewal", "lb1");
    assert.equal(status, 2);
    assert.match(stderr, /cannot create "firewal", did you mean "firewall"\?/);
  });
});
