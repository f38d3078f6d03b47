/** Graphs to draw: the pair of HAProxy nodes that everybody knows, a director of LVS with all methods, and many hosts. */
import type {
  AddressNode,
  Graph,
  GraphEdge,
  HostNode,
  Row,
  SendEdge,
  ServerNode,
  ServiceNode,
} from "../../server/src/core/topology/graph.ts";

const well = { problems: { error: 0, warning: 0, information: 0 }, messages: [] } as const;

/** The lines of a file, counted from 1. */
function at(host: string, line: number, length = 40, file = "keepalived.conf") {
  const uri = `file:///site/${host}/${file}`;
  return [{ uri, start: { line: line - 1, character: 0 }, end: { line: line - 1, character: length } }];
}

interface PairHost {
  readonly name: string;
  readonly address: string;
  readonly priority: number;
  readonly isMaster: boolean;
  readonly cluster?: string;
  readonly virtualRouterId?: number;
  readonly addressId?: string;
}

/** A host of a pair with one instance, a check of HAProxy, HAProxy, and what the kernel says. */
function pairHost({
  name,
  address,
  priority,
  isMaster,
  cluster = "web-vip",
  virtualRouterId = 51,
}: PairHost): HostNode {
  const kernel: Row = isMaster
    ? {
        kind: "kernel",
        id: `kernel ${name} nonlocal`,
        text: "net.ipv4.ip_nonlocal_bind = 1",
        sources: at(name, 2),
        ...well,
      }
    : {
        kind: "kernel",
        id: `kernel ${name} nonlocal`,
        text: "net.ipv4.ip_nonlocal_bind = 0",
        sources: at(name, 2),
        problems: { error: 1, warning: 0, information: 0 },
        messages: ["HAProxy does not start while another host holds 192.168.10.100"],
      };
  return {
    kind: "host",
    id: `host ${name}`,
    name,
    eventName: name,
    files: [`file:///site/${name}/keepalived.conf`],
    cluster: `cluster ${cluster}`,
    sources: at(name, 1),
    ...well,
    rows: [
      {
        kind: "interface",
        id: `interface ${name} eth0`,
        name: "eth0",
        addresses: [`${address}/24`],
        network: "192.168.10.0/24",
        sources: at(name, 12),
        ...well,
      },
      {
        kind: "instance",
        id: `instance ${name} VI_1`,
        name: "VI_1",
        virtualRouterId,
        version: 2,
        interface: "eth0",
        priority,
        state: isMaster ? "MASTER" : "BACKUP",
        interval: 1,
        takeover: isMaster ? undefined : 3648,
        syncGroup: undefined,
        isUnicast: false,
        sources: at(name, 10),
        ...well,
      },
      {
        kind: "tracker",
        id: `tracker ${name} script chk_haproxy`,
        name: "chk_haproxy",
        of: "script",
        weight: -5,
        interval: 1,
        fall: 3,
        canFail: true,
        sources: at(name, 3),
        problems: isMaster ? { error: 0, warning: 1, information: 0 } : well.problems,
        messages: isMaster ? ["The weight −5 is too small: lb1 stays MASTER when the check fails"] : [],
      },
      {
        kind: "listener",
        id: `listener ${name} http-in`,
        process: "HAProxy",
        name: "http-in",
        sockets: ["192.168.10.100:80"],
        sources: at(name, 8, 20, "haproxy.cfg"),
        ...well,
      },
      kernel,
    ],
  };
}

function addressNode(address: string, cluster: string, virtualRouterId = 51): AddressNode {
  return {
    kind: "address",
    id: `address ${address}`,
    address,
    prefixLength: 24,
    virtualRouterIds: [virtualRouterId],
    cluster: `cluster ${cluster}`,
    sources: at("lb1", 20),
    ...well,
  };
}

function serverNode(name: string, address: string, rows: readonly Row[] = []): ServerNode {
  return {
    kind: "server",
    id: `server ${name}`,
    name,
    address,
    port: 80,
    host: undefined,
    files: [],
    rows,
    sources: at("lb1", 30, 20, "haproxy.cfg"),
    ...well,
  };
}

function edge<Kind extends GraphEdge["kind"]>(kind: Kind, from: string, to: string) {
  return { kind, id: `${kind} ${from} > ${to}`, from, to };
}

function send(from: string, to: string, more: Partial<SendEdge> = {}): SendEdge {
  return { ...edge("send", from, to), method: undefined, port: 80, weight: undefined, isBackup: false, ...more };
}

/** Two hosts with HAProxy in front of two servers, as on every whiteboard. With `twoMasters` they do not hear each other. */
export function pairGraph({ twoMasters = false } = {}): Graph {
  const lb1 = pairHost({ name: "lb1", address: "192.168.10.11", priority: 100, isMaster: true });
  const spare = pairHost({ name: "lb2", address: "192.168.10.12", priority: 90, isMaster: false });
  const lb2: HostNode = {
    ...spare,
    rows: spare.rows.map((row) => (row.kind === "instance" && twoMasters ? { ...row, state: "MASTER" } : row)),
  };
  const service: ServiceNode = {
    kind: "service",
    id: "service servers",
    by: "haproxy",
    name: "servers",
    scheduler: "roundrobin",
    hosts: ["lb1", "lb2"],
    sources: at("lb1", 25, 20, "haproxy.cfg"),
    ...well,
  };
  const address = addressNode("192.168.10.100", "web-vip");
  return {
    nodes: [
      { kind: "clients", id: "clients", sources: [], ...well },
      address,
      lb1,
      lb2,
      service,
      serverNode("web1", "192.168.10.101"),
      serverNode("web2", "192.168.10.102"),
    ],
    edges: [
      edge("ask", "clients", address.id),
      { ...edge("hold", address.id, "instance lb1 VI_1"), isActive: true },
      { ...edge("hold", address.id, "instance lb2 VI_1"), isActive: twoMasters },
      { ...edge("elect", "instance lb1 VI_1", "instance lb2 VI_1"), isUnicast: false, isBroken: twoMasters },
      edge("serve", "listener lb1 http-in", service.id),
      edge("serve", "listener lb2 http-in", service.id),
      send(service.id, "server web1"),
      send(service.id, "server web2", { isBackup: true }),
    ],
    clusters: [{ id: "cluster web-vip", name: "web-vip", hosts: [lb1.id, lb2.id] }],
    problems: { error: 1, warning: 1, information: 0 },
    daemons: ["keepalived 2.2", "HAProxy 2.8"],
  };
}

/** Two directors of LVS in a sync group, with a virtual server that forwards by each method. */
export function lvsGraph(): Graph {
  const hosts = ["lvs1", "lvs2"].map((name, index): HostNode => {
    const instance = (id: string, address: string, router: number): Row => ({
      kind: "instance",
      id: `instance ${name} ${id}`,
      name: id,
      virtualRouterId: router,
      version: 3,
      interface: address,
      priority: 150 - 50 * index,
      state: index === 0 ? "MASTER" : "BACKUP",
      interval: 0.5,
      takeover: index === 0 ? undefined : 1805,
      syncGroup: "director",
      isUnicast: true,
      sources: at(name, 5),
      ...well,
    });
    return {
      kind: "host",
      id: `host ${name}`,
      name,
      eventName: name,
      files: [`file:///site/${name}/keepalived.conf`],
      cluster: "cluster lvs",
      sources: at(name, 1),
      ...well,
      rows: [
        {
          kind: "interface",
          id: `interface ${name} eth0`,
          name: "eth0",
          addresses: [`203.0.113.${11 + index}/24`],
          network: "203.0.113.0/24",
          sources: at(name, 1),
          ...well,
        },
        {
          kind: "interface",
          id: `interface ${name} eth1`,
          name: "eth1",
          addresses: [`10.0.0.${11 + index}/24`],
          network: "10.0.0.0/24",
          sources: at(name, 1),
          ...well,
        },
        instance("outside", "eth0", 51),
        instance("inside", "eth1", 52),
        {
          kind: "kernel",
          id: `kernel ${name} forward`,
          text: "net.ipv4.ip_forward = 1",
          sources: at(name, 1),
          ...well,
        },
      ],
    };
  });
  const addresses = [addressNode("203.0.113.10", "lvs", 51), addressNode("10.0.0.1", "lvs", 52)];
  const service: ServiceNode = {
    kind: "service",
    id: "service lvs",
    by: "keepalived",
    name: "TCP 203.0.113.10:80",
    scheduler: "wrr",
    hosts: ["lvs1", "lvs2"],
    sources: at("lvs1", 40),
    ...well,
  };
  const arp = (name: string): Row => ({
    kind: "kernel",
    id: `kernel ${name} arp`,
    text: "net.ipv4.conf.all.arp_ignore = 1",
    sources: at(name, 1),
    ...well,
  });
  const instanceNames = ["outside", "inside"];
  return {
    nodes: [
      { kind: "clients", id: "clients", sources: [], ...well },
      ...addresses,
      ...hosts,
      service,
      serverNode("real1", "10.0.0.21", [arp("real1")]),
      serverNode("real2", "10.0.0.22"),
      serverNode("real3", "198.51.100.23"),
    ],
    edges: [
      edge("ask", "clients", "address 203.0.113.10"),
      ...addresses.flatMap(({ id }, address) =>
        hosts.map(
          (host, index): GraphEdge => ({
            ...edge("hold", id, `instance ${host.name} ${instanceNames[address]}`),
            isActive: index === 0,
          }),
        ),
      ),
      ...instanceNames.map(
        (name): GraphEdge => ({
          ...edge("elect", `instance lvs1 ${name}`, `instance lvs2 ${name}`),
          isUnicast: true,
          isBroken: false,
        }),
      ),
      ...hosts.map((host) => edge("serve", `instance ${host.name} outside`, service.id)),
      send(service.id, "server real1", { method: "DR", weight: 3 }),
      send(service.id, "server real2", { method: "NAT", weight: 1 }),
      send(service.id, "server real3", { method: "TUN", weight: 1 }),
    ],
    clusters: [{ id: "cluster lvs", name: "lvs", hosts: hosts.map(({ id }) => id) }],
    problems: { error: 0, warning: 0, information: 0 },
    daemons: ["keepalived 2.3"],
  };
}

/** Pairs of hosts with an address each, a service for ten pairs, and a server for each service. */
export function manyGraph(hosts: number): Graph {
  const pairs = Array.from({ length: Math.ceil(hosts / 2) }, (_, index) => {
    const cluster = `pair-${index + 1}`;
    const address = addressNode(`10.0.${index % 250}.100`, cluster, (index % 255) + 1);
    const members = [0, 1].map((which) =>
      pairHost({
        name: `lb${2 * index + which + 1}`,
        address: `10.0.${index % 250}.${11 + which}`,
        priority: 100 - 10 * which,
        isMaster: which === 0,
        cluster,
        virtualRouterId: (index % 255) + 1,
      }),
    );
    return { cluster, address, members };
  });
  const groups = Array.from({ length: Math.ceil(pairs.length / 10) }, (_, index) => `pool${index + 1}`);
  return {
    nodes: [
      { kind: "clients", id: "clients", sources: [], ...well },
      ...pairs.map(({ address }) => address),
      ...pairs.flatMap(({ members }) => members),
      ...groups.map(
        (name): ServiceNode => ({
          kind: "service",
          id: `service ${name}`,
          by: "haproxy",
          name,
          scheduler: "leastconn",
          hosts: [],
          sources: [],
          ...well,
        }),
      ),
      ...groups.map((name, index) => serverNode(`web-${name}`, `10.9.0.${index + 1}`)),
    ],
    edges: [
      ...pairs.flatMap(({ address, members }, index): readonly GraphEdge[] => [
        edge("ask", "clients", address.id),
        ...members.map(
          (member, which): GraphEdge => ({
            ...edge("hold", address.id, `instance ${member.name} VI_1`),
            isActive: which === 0,
          }),
        ),
        ...members.map((member) =>
          edge("serve", `listener ${member.name} http-in`, `service ${groups[Math.floor(index / 10)]}`),
        ),
      ]),
      ...groups.map((name) => send(`service ${name}`, `server web-${name}`)),
    ],
    clusters: pairs.map(({ cluster, members }) => ({
      id: `cluster ${cluster}`,
      name: cluster,
      hosts: members.map(({ id }) => id),
    })),
    problems: { error: pairs.length, warning: pairs.length, information: 0 },
    daemons: ["keepalived 2.2", "HAProxy 2.8"],
  };
}
