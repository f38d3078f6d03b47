/** The graph of files of several hosts, as lines: who holds what, what listens, and where requests go. */
import assert from "node:assert/strict";
import { toTree } from "../../../server/src/core/topology/export/tree.ts";
import { uriOf } from "../../kit/estate.ts";
import { drawnGraph, drawnTree } from "../../kit/topology.ts";

import { pair, proxies } from "../../kit/topologyDrawings.ts";

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
