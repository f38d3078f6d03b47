/** `ha-config topology` as scripts see it. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../../..");
const main = path.join(root, "server/src/cli/main.ts");

function run(...args: readonly string[]) {
  const env = { ...process.env, LANG: "C", LC_ALL: "" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, "topology", ...args], {
    cwd: root,
    encoding: "utf8",
    env,
    maxBuffer: 1 << 26,
  });
  return { status, stdout, stderr };
}

describe("ha-config topology", () => {
  it("prints a tree, in both languages", () => {
    const { status, stdout } = run("examples/pair");
    assert.equal(status, 0);
    assert.match(stdout, /^Cluster lb1, lb2\n {2}192\.0\.2\.10\/24, VRID 51 ← lb1\n/);
    assert.match(run("examples/pair", "--locale", "zh-cn").stdout, /^集群 lb1, lb2\n.* VI_1，MASTER，优先级 150/s);
  });

  it("prints JSON with paths, each of which has its range", () => {
    const { status, stdout } = run("examples/cluster", "--format", "json");
    assert.equal(status, 0, "errors in the files are no reason not to draw them");
    assert.doesNotMatch(stdout, /file:/);
    const graph = JSON.parse(stdout) as {
      version: number;
      nodes: readonly { kind: string; sources: readonly { path: string; range: { start: { line: number } } }[] }[];
      edges: readonly object[];
    };
    assert.equal(graph.version, 1);
    assert.ok(graph.edges.length > 100);
    const [address] = graph.nodes.filter(({ kind }) => kind === "address");
    assert.equal(address?.sources[0]?.path, "examples/cluster/lb1/etc/keepalived/conf.d/10-front.conf");
    assert.equal(typeof address?.sources[0]?.range.start.line, "number");
  });

  it("prints what Mermaid and Graphviz draw", () => {
    assert.match(run("examples/haproxy", "--format", "mermaid").stdout, /^flowchart LR\n/);
    assert.match(run("examples/haproxy", "--format", "dot").stdout, /^digraph topology \{\n.*\}\n$/s);
  });

  it("says in one line what it could not do: exit status 2", () => {
    for (const args of [["--format", "png"], ["nowhere"], ["--fromat", "json"]]) {
      const { status, stderr, stdout } = run(...args);
      assert.equal(status, 2, stderr);
      assert.equal(stdout, "");
      assert.match(stderr, /^ha-config: [^\n]+\n$/);
    }
  });
});
