/** The graph of files of several hosts, as lines: who holds what, what listens, and where requests go. */
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
import { drawnGraph, drawnService, drawnTree } from "../../kit/topology.ts";

const pair = `
#- lb1/keepalived.conf
vrrp_script chk {
    script "/usr/bin/pgrep haproxy"
    interval 2
    fall 3
    weight -20
}
vrrp_instance WEB {
    interface eth0
    virtual_router_id 51
    priority 110
    unicast_src_ip 10.0.0.1
    unicast_peer {
        10.0.0.2
    }
    virtual_ipaddress {
        10.0.0.10/24
    }
    track_script {
        chk
    }
}
#- lb2/keepalived.conf
vrrp_instance WEB {
    interface eth0
    virtual_router_id 51
    priority 100
    unicast_src_ip 10.0.0.2
    unicast_peer {
        10.0.0.1
    }
    virtual_ipaddress {
        10.0.0.10/24
    }
}
`;
const proxies = ["lb1", "lb2"].map(
  (host) => `#- ${host}/haproxy.cfg
frontend shop
    bind 10.0.0.10:80
    bind :8080
    use_backend api if { path_beg /api }
    default_backend web
listen db
    bind 10.0.0.10:5432
    balance leastconn
    server db1 10.0.1.9:5432
    server db2 10.0.1.10:5432 backup
backend web
    balance roundrobin
    server web1 10.0.1.1:80 weight 10
    server web2 web2.example.com:80
backend api
    server web1 10.0.1.1:80
backend idle
    disabled
    server gone 10.0.1.77:80
`,
);

describe("the graph of a cluster", () => {
  it("shows who holds an address while all is well, and when the other takes over", () => {
    assert.equal(
      drawnTree(pair),
      `Cluster lb1, lb2
  10.0.0.10/24, VRID 51 ← lb1
  Host lb1
    eth0, 10.0.0.1
    WEB, MASTER, priority 110, VRID 51, VRRPv2, eth0
    script chk, weight -20, every 2 s, falls after 3
  Host lb2
    eth0, 10.0.0.2
    WEB, BACKUP, priority 100, VRID 51, VRRPv2, eth0, takes over after 3.61 s
`,
    );
  });

  it("leads from listeners over backends to servers, each of which is drawn once", () => {
    const tree = drawnTree(pair + proxies.join(""));
    assert.match(tree, /^ {4}HAProxy shop, 10\.0\.0\.10:80, :8080 → api, web$/m);
    assert.match(tree, /^ {4}HAProxy db, 10\.0\.0\.10:5432 → db$/m);
    assert.equal(
      tree.slice(tree.indexOf("Services")),
      `Services
  db, HAProxy, leastconn
    → db1, 10.0.1.9:5432
    → db2, 10.0.1.10:5432, backup
  web, HAProxy, roundrobin
    → web1, 10.0.1.1:80, weight 10
    → web2, web2.example.com:80
  api, HAProxy
    → web1, 10.0.1.1:80
`,
    );
    const { nodes } = drawnGraph(pair + proxies.join(""));
    const services = nodes.filter(({ kind }) => kind === "service");
    assert.deepEqual(
      services.map((node) => (node.kind === "service" ? node.hosts : [])),
      [
        ["lb1", "lb2"],
        ["lb1", "lb2"],
        ["lb1", "lb2"],
      ],
    );
  });

  it("says how LVS forwards, and shows what the kernel of a real server must be told", () => {
    const tree = drawnTree(`${pair}virtual_server 10.0.0.10 443 {
    lb_algo wlc
    lb_kind DR
    protocol TCP
    real_server 10.0.0.21 443 {
        weight 2
    }
    real_server 10.0.0.22 443 {
        weight 1
    }
    sorry_server 10.0.0.99 443
}
#- web1/sysctl.d/60.conf
net.ipv4.conf.all.arp_ignore = 1
#- web1/network/interfaces
iface eth0 inet static
    address 10.0.0.21/24
`);
    assert.match(tree, /WEB, BACKUP.* → TCP 10\.0\.0\.10:443$/m);
    assert.equal(
      tree.slice(tree.indexOf("Services")),
      `Services
  TCP 10.0.0.10:443, keepalived, wlc
    → web1, 10.0.0.21:443, DR, weight 2
    → 10.0.0.22:443, DR, weight 1
    → 10.0.0.99:443, DR, weight 1, backup

Servers
  web1, 10.0.0.21:443
    net.ipv4.conf.all.arp_ignore = 1
    net.ipv4.conf.all.arp_announce is not set
`,
    );
    assert.doesNotMatch(tree, /Host web1/);
  });

  it("shows nonlocal_bind where something binds a virtual address, and the file of the firewall", () => {
    const tree = drawnTree(`${pair}#- lb2/haproxy.cfg
frontend web
    bind 10.0.0.10:80
#- lb2/sysctl.d/1.conf
net.ipv4.tcp_syncookies = 1
net.ipv4.ip_nonlocal_bind = 1
#- lb2/nftables.conf
table inet filter {
    chain input {
        type filter hook input priority 0; policy accept;
    }
}
`);
    assert.match(tree, /^ {4}net\.ipv4\.ip_nonlocal_bind = 1$/m);
    assert.match(tree, /^ {4}nftables\.conf$/m);
    assert.doesNotMatch(tree, /syncookies/);
  });

  it("makes two masters plain", () => {
    const graph = drawnGraph(pair.replace("virtual_router_id 51", "virtual_router_id 15"));
    const held = graph.edges.filter((edge) => edge.kind === "hold" && edge.isActive);
    assert.deepEqual(
      held.map(({ to }) => to),
      ["instance lb1 WEB", "instance lb2 WEB"],
    );
    assert.ok(graph.edges.some((edge) => edge.kind === "elect" && edge.isBroken));
    assert.match(toTree(graph, "en"), /VRID 15 \/ 51 .*← two masters: lb1, lb2/);
    assert.match(toTree(graph, "zh-cn"), /双主：lb1、lb2/);
    const [address] = graph.nodes.filter(({ kind }) => kind === "address");
    assert.deepEqual(address?.kind === "address" && address.virtualRouterIds, [15, 51]);
  });

  it("has the lines of each part, and what is wrong in them", () => {
    const drawing = pair.replace("virtual_router_id 51", "virtual_router_id 15");
    const graph = drawnGraph(drawing);
    const [host] = graph.nodes.filter((node) => node.kind === "host");
    assert.ok(host?.kind === "host");
    const row = host.rows.find(({ id }) => id === "instance lb1 WEB");
    const [name, block] = row?.sources ?? [];
    assert.deepEqual(name, {
      uri: uriOf("lb1/keepalived.conf"),
      start: { line: 6, character: 14 },
      end: { line: 6, character: 17 },
    });
    assert.deepEqual([block?.start.line, block?.end.line], [6, 20]);
    assert.ok((row?.problems.error ?? 0) + (row?.problems.warning ?? 0) > 0);
    assert.ok((row?.messages.length ?? 0) > 0 && (row?.messages.length ?? 9) <= 3);
    const script = host.rows.find(({ kind }) => kind === "tracker");
    assert.deepEqual(
      script?.sources.map(({ start }) => start.line),
      [0, 0, 18],
    );
  });

  it("tells instances of a sync group, trackers of other kinds, and a passive node", () => {
    const tree = drawnTree(`
#- lb1/keepalived.conf
vrrp_sync_group BOTH {
    group {
        A
        B
    }
}
vrrp_track_process proxy {
    process haproxy
}
${["A", "B"]
  .map(
    (name, at) => `vrrp_instance ${name} {
    interface eth${at}
    virtual_router_id ${at + 1}
    priority 100
    virtual_ipaddress {
        10.0.${at}.10/24
    }
    track_process {
        proxy
    }
    track_interface {
        eth9
    }
}
`,
  )
  .join("")}`);
    assert.match(tree, /^Host lb1$/m);
    assert.match(tree, /A, MASTER, .*sync group BOTH$/m);
    assert.match(tree, /^ {4}process proxy, FAULT on failure$/m);
    assert.match(tree, /^ {4}interface eth9, FAULT on failure$/m);
  });
});

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
