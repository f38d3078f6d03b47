/** `ha-config simulate` as scripts see it: the JSON of the contract, what people read, exit status. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { storyOf } from "../../kit/story.ts";

const main = path.resolve(import.meta.dirname, "../../../server/src/cli/main.ts");
const { files: pair } = storyOf("lb1: priority 150; check web weight -20\nlb2: priority 100");

describe("ha-config simulate", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "ha-config-test-"));
    const low = pair["lb1/keepalived.conf"]?.replace("150", "90") ?? "";
    for (const [name, text] of Object.entries({
      ...pair,
      "lb1/keepalived-90.conf": low,
      "empty/haproxy.cfg": "defaults\n",
    })) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
  });
  after(() => rmSync(folder, { recursive: true }));

  const run = (...args: readonly string[]) => {
    const env = { ...process.env, LANG: "C", LC_ALL: "" };
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, "simulate", ...args], {
      cwd: folder,
      encoding: "utf8",
      env,
    });
    return { status, stdout, stderr };
  };
  const both = ["lb1/keepalived.conf", "lb2/keepalived.conf"] as const;

  it("prints the JSON of the contract", () => {
    const { status, stdout, stderr } = run(...both, "--event", "10s power-off lb1", "--format", "json");
    assert.equal(status, 0, stderr);
    const { version, virtualAddresses, instances, explanations, races } = JSON.parse(stdout);
    assert.equal(version, 1);
    assert.deepEqual(virtualAddresses, [
      {
        address: "192.0.2.10",
        candidates: ["lb1", "lb2"],
        holders: [
          { t: 0, hosts: [] },
          { t: 3414.1, hosts: ["lb1"] },
          { t: 10000, hosts: [] },
          { t: 13023.5, hosts: ["lb2"] },
        ],
      },
    ]);
    assert.deepEqual(instances[0], {
      host: "lb1",
      name: "VI_1",
      virtualRouterId: 51,
      states: [
        { t: 0, state: "BACKUP", priority: 150 },
        { t: 3414.1, state: "MASTER", priority: 150 },
        { t: 10000, state: "INIT", priority: 150 },
      ],
    });
    const takeover = explanations.find(({ t }: { t: number }) => t > 13_000);
    assert.deepEqual([takeover.host, takeover.instance], ["lb2", "VI_1"]);
    assert.deepEqual(takeover.because[0], {
      path: "lb2/keepalived.conf",
      range: { start: { line: 3, character: 13 }, end: { line: 3, character: 16 } },
    });
    assert.deepEqual(races, []);
  });

  it("takes late starts, addresses, an end, and a file to reload that makes no host of its own", () => {
    const { status, stdout, stderr } = run(
      ...["--format", "json", "--start", "lb2=1s", "--address", "lb1=192.0.2.1@eth0", "--until", "20s", "."],
      ...["--event", "10s reload lb1 lb1/keepalived-90.conf"],
    );
    assert.equal(status, 0, stderr);
    const { virtualAddresses, instances, explanations, until } = JSON.parse(stdout);
    assert.deepEqual(
      virtualAddresses[0].holders.map(({ hosts }: { hosts: string[] }) => hosts.join("+")),
      ["", "lb1", "lb1+lb2", "lb2"],
    );
    assert.deepEqual(
      instances.map(({ host }: { host: string }) => host),
      ["lb1", "lb2"],
    );
    assert.equal(until, 20_000);
    const paths = explanations.flatMap(({ because }: { because: { path: string }[] }) =>
      because.map((one) => one.path),
    );
    assert.ok(paths.includes("lb1/keepalived-90.conf"));
  });

  it("tells people who held what when, and why", () => {
    const { status, stdout } = run(...both, "--event", "10s crash lb1");
    assert.equal(status, 0);
    const lines = stdout.split("\n");
    assert.deepEqual(lines.slice(0, 6), [
      "Who holds 192.0.2.10",
      "      from         for  held by",
      "   0.000 s      3.41 s  nobody",
      "   3.414 s      9.61 s  lb1",
      "  13.024 s  to the end  lb1 + lb2 (several at once)",
      "",
    ]);
    assert.ok(lines.includes("  lb2  VI_1  VRID 51  0.000 s BACKUP 100 → 13.024 s MASTER 100"), stdout);
    const why = lines.indexOf("  13.024 s  lb2 has heard no advert for 3.61 s: it takes over with priority 100");
    assert.ok(why > 0, stdout);
    assert.match(lines[why + 1] ?? "", /^ {14}lb2\/keepalived\.conf:4:14, /);
  });

  it("answers what everybody asks, as a table and as JSON", () => {
    const { status, stdout } = run(...both, "--all");
    assert.equal(status, 0);
    assert.match(stdout, /^ {2}lb1 loses power {2,}fine {2,}lb2 after 3\.61 s$/m);
    assert.match(stdout, /^ {2}web fails on lb1 {2,}BAD {2,}stays on lb1$/m);
    const { version, answers } = JSON.parse(run(...both, "--all", "--format", "json").stdout);
    assert.equal(version, 1);
    const [first] = answers;
    assert.deepEqual(
      [first.title, first.verdict, first.events],
      ["lb1 loses power", "fine", ["11414.1ms power-off lb1"].map((one) => one.replace("11414.1", String(first.at)))],
    );
  });

  it("speaks Chinese", () => {
    const { stdout } = run(...both, "--all", "--locale", "zh-cn");
    assert.match(stdout, /^ {2}lb1 断电 +正常 +3\.61 秒后转到 lb2$/m);
  });

  it("finds nothing to simulate where no file has VRRP: exit status 0", () => {
    const { status, stdout } = run("empty");
    assert.deepEqual([status, stdout], [0, "No file has a VRRP instance: there is nothing to simulate\n"]);
  });

  const wrong: readonly (readonly [readonly string[], string])[] = [
    [["--event", "1s stop lb3"], '--event "1s stop lb3": There is no host "lb3"; there are lb1, lb2'],
    [["--address", "lb1=x"], '--address "lb1=x": "x" is no IP address'],
    [["--start", "lb1"], '--start "lb1": A late start is stated as "HOST=TIME", such as "lb1=2s"'],
    [["--until", "soon"], '--until "soon": "soon" is no time; write "1500ms" or "2s"'],
    [["--format", "svg"], 'unknown format "svg"'],
    [["--all", "--event", "1s stop lb1"], "--all asks questions of its own: leave --event out"],
    [["--all", "--until", "1s"], "--all ends when all is settled: leave --until out"],
  ];
  for (const [args, said] of wrong) {
    it(`says in one line what it does not understand: ${said}`, () => {
      const { status, stdout, stderr } = run(...both, ...args);
      assert.deepEqual([status, stdout, stderr], [2, "", `ha-config: ${said}; see ha-config --help\n`]);
    });
  }
});
