/** The graph of whole workspaces: templates, several sites, many hosts, the examples, hostile names; and what stays. */
import assert from "node:assert/strict";
import path from "node:path";
import { pairConfiguration } from "../../../bench/documents/pairs.ts";
import { root } from "../../../scripts/paths.ts";
import { takeInPaths } from "../../../server/src/cli/inputs.ts";
import { defaultSettings, Service } from "../../../server/src/core/service.ts";
import { toDot } from "../../../server/src/core/topology/export/dot.ts";
import { toMermaid } from "../../../server/src/core/topology/export/mermaid.ts";
import { toTree } from "../../../server/src/core/topology/export/tree.ts";
import type { Graph, GraphNode } from "../../../server/src/core/topology/graph.ts";
import { partFor } from "../../../server/src/core/topology/part.ts";
import { diskFiles } from "../../../server/src/files/diskFiles.ts";
import { keepalivedConf, uriOf, workspaceOf } from "../../kit/estate.ts";
import { drawnGraph, drawnService } from "../../kit/topology.ts";

import { pair, proxies } from "../../kit/topologyDrawings.ts";

describe("the graph of a workspace", () => {
  it("is empty where no file tells of a host", () => {
    const graph = workspaceOf({}).topology("en");
    assert.deepEqual(graph.nodes, []);
    assert.equal(toTree(graph, "en"), "No hosts: no file tells of one\n");
    assert.equal(toMermaid(graph, "en"), "flowchart LR\n");
  });

  it("draws templates as far as they can be read", () => {
    const graph = drawnGraph(`
#- lb1/keepalived.conf
vrrp_instance WEB {
    interface {{ iface }}
    virtual_router_id {{ id }}
    priority {{ priority }}
    virtual_ipaddress {
        {{ vip }}
        10.0.0.10
    }
}
#- lb1/haproxy.cfg
frontend web
    bind "\${VIP}:80"
    use_backend %[req.hdr(host)]
backend pool
    server s1 "\${HOST}:80"
`);
    const names = graph.nodes.map((node) => ("name" in node ? node.name : node.kind));
    assert.ok(names.includes("lb1") && names.includes("pool"), names.join());
    assert.ok(graph.nodes.some((node) => node.kind === "host" && node.rows.some(({ kind }) => kind === "listener")));
  });

  it("keeps apart what has one name at several sites", () => {
    const files = Object.fromEntries(
      ["berlin", "paris"].flatMap((site, at) =>
        ["lb1", "lb2"].map((host) => [
          `${site}/${host}/keepalived.conf`,
          keepalivedConf({ address: `192.0.2.${10 + at}/24`, priority: host === "lb1" ? "110" : "100" }),
        ]),
      ),
    );
    const { nodes, clusters } = workspaceOf(files).topology("en");
    assert.deepEqual(
      clusters.map(({ name }) => name),
      ["lb1, lb2 (berlin)", "lb1, lb2 (paris)"],
    );
    const ids = nodes.flatMap((node) => [node.id, ...(node.kind === "host" ? node.rows.map(({ id }) => id) : [])]);
    assert.equal(new Set(ids).size, ids.length);
    const hosts = nodes.flatMap((node) => (node.kind === "host" ? [node.eventName] : []));
    assert.equal(new Set(hosts).size, 4);
  });

  it("is the same object until something that it says has changed, and then most of its nodes are", () => {
    const service = drawnService(pair);
    const before = service.topology("en");
    assert.equal(service.topology("en"), before);
    const uri = uriOf("lb2/keepalived.conf");
    const end = { line: 12, character: 0 };
    service.change(uri, [{ range: { start: end, end }, text: "# nothing\n" }]);
    assert.equal(service.topology("en"), before, "a comment behind everything");
    service.change(uri, [
      { range: { start: { line: 3, character: 13 }, end: { line: 3, character: 16 } }, text: "90" },
    ]);
    const after = service.topology("en");
    assert.notEqual(after, before);
    const changed = after.nodes.filter((node, at) => node !== before.nodes[at]).map(({ id }) => id);
    // What is said of lb1 names the priority of lb2.
    assert.deepEqual(
      changed.filter((id) => id !== "host lb1"),
      ["host lb2"],
    );
    const line = { line: 0, character: 0 };
    service.change(uri, [{ range: { start: line, end: line }, text: "\n" }]);
    assert.notEqual(service.topology("en"), after, "lines have moved");
    const fresh = drawnService(pair);
    fresh.change(uri, [{ text: service.workspace.document(uri)?.text ?? "" }]);
    assert.deepEqual(service.topology("en"), fresh.topology("en"));
  });

  it("is cut down to what has to do with a file", () => {
    const far = "#- far/keepalived.conf\nvrrp_instance X {\n interface eth0\n virtual_router_id 9\n}\n";
    const graph = drawnGraph(pair + proxies.join("") + far);
    const names = ({ nodes }: Graph) => nodes.flatMap((node: GraphNode) => (node.kind === "host" ? [node.name] : []));
    assert.deepEqual(names(graph), ["lb1", "lb2", "far"]);
    assert.deepEqual(names(partFor(graph, uriOf("lb2/haproxy.cfg"))), ["lb1", "lb2"]);
    assert.deepEqual(names(partFor(graph, uriOf("far/keepalived.conf"))), ["far"]);
    assert.deepEqual(partFor(graph, uriOf("nowhere.conf")).nodes, []);
    const ids = new Set(partFor(graph, uriOf("far/keepalived.conf")).edges.map(({ id }) => id));
    assert.equal(ids.size, 0);
  });

  it("has 300 hosts with one MASTER for each address", () => {
    const files = Array.from({ length: 150 }, (_, at) =>
      ([1, 2] as const).map((node) => [`site${at}/lb${node}/keepalived.conf`, pairConfiguration(at, node)] as const),
    );
    const { nodes, edges, clusters } = workspaceOf(Object.fromEntries(files.flat())).topology("en");
    assert.equal(nodes.filter(({ kind }) => kind === "host").length, 300);
    assert.equal(clusters.length, 150);
    const active = edges.filter((edge) => edge.kind === "hold" && edge.isActive);
    assert.equal(active.length, 300);
    assert.equal(new Set(active.map(({ from }) => from)).size, 300);
  });

  for (const name of ["cluster", "cluster-fixed"]) {
    it(`draws examples/${name}`, () => {
      const graph = exampleGraph(name);
      const kinds = new Map<string, number>();
      for (const { kind } of graph.nodes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      assert.equal(kinds.get("host"), 2);
      assert.equal(kinds.get("clients"), 1);
      assert.ok((kinds.get("service") ?? 0) > 15);
      const isFine = name === "cluster-fixed";
      assert.equal(graph.problems.error === 0, isFine);
      assert.equal(
        graph.edges.some((edge) => edge.kind === "elect" && edge.isBroken),
        !isFine,
      );
      for (const node of graph.nodes.filter(({ kind }) => kind === "address")) {
        const holders = graph.edges.filter(
          ({ kind, from, ...edge }) => kind === "hold" && from === node.id && "isActive" in edge && edge.isActive,
        );
        if (isFine) assert.equal(holders.length, 1, node.id);
      }
      checkEnds(graph);
    });
  }

  it("takes hostile names for text", () => {
    const evil = `<img/src=x>"];%%|]--><script>`;
    const graph = drawnGraph(`
#- lb1/keepalived.conf
vrrp_instance ${evil} {
    interface eth0
    virtual_router_id 1
    virtual_ipaddress {
        10.0.0.10
    }
}
#- lb1/haproxy.cfg
frontend a\\"]
    bind :80
    default_backend \`b\`
backend \`b\`
    server #amp;x 10.0.0.1:80
    server \\"\\\\x 10.0.0.2:80
`);
    checkEnds(graph);
    const mermaid = toMermaid(graph, "en");
    for (const line of mermaid.split("\n")) {
      assert.match(
        line,
        /^ *(?:flowchart LR|end|subgraph \w+\["[^"<>[\]]*"\]|n\d+.*|class(?:Def)? [\w,:;#-]+ [\w:,#-]+|)$/,
      );
      assert.doesNotMatch(line, /<(?!br>)|`|script>/);
    }
    const dot = toDot(graph, "en");
    for (const line of dot.split("\n")) {
      const outside = line.replace(/"(?:[^"\\]|\\.)*"/g, "");
      assert.doesNotMatch(outside, /["\\<`]/, line);
    }
  });
});

/** Each edge leads from something that is there to something that is there. */
function checkEnds({ nodes, edges, clusters }: Graph): void {
  const rows = nodes.flatMap((node) => (node.kind === "host" || node.kind === "server" ? node.rows : []));
  const all = [...nodes, ...rows].map(({ id }) => id);
  const ids = new Set(all);
  assert.equal(ids.size, all.length, "ids are unlike each other");
  for (const { id, from, to } of edges) assert.ok(ids.has(from) && ids.has(to), id);
  assert.equal(new Set(edges.map(({ id }) => id)).size, edges.length);
  for (const { hosts } of clusters) for (const host of hosts) assert.ok(ids.has(host), host);
}

function exampleGraph(name: string): Graph {
  const host = {
    ...diskFiles,
    failed(rule: string, error: unknown) {
      throw new Error(`rule ${rule} failed`, { cause: error });
    },
  };
  const service = new Service(host, defaultSettings);
  takeInPaths(service, [path.join(root, "examples", name)], undefined);
  return service.topology("en");
}
