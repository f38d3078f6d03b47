/**
 * What the topology preview draws: hosts with what runs on them, virtual addresses, the ways from clients to servers. Made
 * from the estate, without places and colours. Ids stay the same while names stay the same, so that a picture can move
 * what has changed instead of drawing anew. Plain values that go through JSON.
 */
import type { InstanceState } from "../vrrp/simulation/timeline.ts";

/** Lines of a file, zero-based, characters in UTF-16. */
export interface SourceRange {
  readonly uri: string;
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** How many problems of each severity lie in the lines that something was made of. */
export interface ProblemCounts {
  readonly error: number;
  readonly warning: number;
  readonly information: number;
}

interface Part {
  /** Unlike that of any other node or row. */
  readonly id: string;
  /** Lines that say it, the most important first; none where it follows from several. */
  readonly sources: readonly SourceRange[];
  readonly problems: ProblemCounts;
  /** The messages of the worst problems, in the reader's language; at most three. */
  readonly messages: readonly string[];
}

/** Everybody outside. There is one, where there are virtual addresses or listeners. */
export interface ClientsNode extends Part {
  readonly kind: "clients";
}

/** A virtual address of VRRP. */
export interface AddressNode extends Part {
  readonly kind: "address";
  readonly address: string;
  readonly prefixLength: number | undefined;
  /** The VRIDs under which it is advertised: more than one is a mistake. */
  readonly virtualRouterIds: readonly number[];
  readonly cluster: string;
}

/** A VRRP instance of a host. */
export interface InstanceRow extends Part {
  readonly kind: "instance";
  readonly name: string;
  readonly virtualRouterId: number | undefined;
  readonly version: number | undefined;
  readonly interface: string | undefined;
  /** What it advertises while all is well; undefined where no file tells. */
  readonly priority: number | undefined;
  /** What it is while all is well. */
  readonly state: InstanceState;
  /** Seconds between adverts. */
  readonly interval: number | undefined;
  /** Milliseconds from the last advert of the MASTER until it takes over. */
  readonly takeover: number | undefined;
  readonly syncGroup: string | undefined;
  readonly isUnicast: boolean;
}

/** An interface of a host that takes part. */
export interface InterfaceRow extends Part {
  readonly kind: "interface";
  readonly name: string;
  /** Addresses of the host on it. */
  readonly addresses: readonly string[];
  /** Interfaces of one network have the same. */
  readonly network: string;
}

/** Something whose failure changes an instance. */
export interface TrackerRow extends Part {
  readonly kind: "tracker";
  readonly name: string;
  readonly of: "script" | "process" | "file" | "bfd" | "interface";
  /** 0 means FAULT; undefined where instances differ, or only the host knows it. */
  readonly weight: number | undefined;
  /** Seconds between runs of a script. */
  readonly interval: number | undefined;
  /** Bad runs until it counts as failed. */
  readonly fall: number | undefined;
  /** It can be failed and healed in a simulation, by this name. */
  readonly canFail: boolean;
}

/** A process that listens, with the sockets of one frontend. */
export interface ListenerRow extends Part {
  readonly kind: "listener";
  readonly process: string;
  readonly name: string;
  /** As they are written: `:80`, `192.0.2.10:443`. */
  readonly sockets: readonly string[];
}

/** A setting or rule of the kernel that decides whether the above works. */
export interface KernelRow extends Part {
  readonly kind: "kernel";
  /** Such as `net.ipv4.ip_nonlocal_bind = 1`, or the name of a file of rules. */
  readonly text: string;
}

export type Row = InstanceRow | InterfaceRow | TrackerRow | ListenerRow | KernelRow;

export interface HostNode extends Part {
  readonly kind: "host";
  readonly name: string;
  /** What events of a simulation call it: its name, or its id in the cluster model where several have the name. */
  readonly eventName: string;
  /** The files that it reads. */
  readonly files: readonly string[];
  readonly cluster: string;
  /** Interfaces, instances, trackers, listeners, kernel, in this order. */
  readonly rows: readonly Row[];
}

/** What sends on: a backend of HAProxy, or a virtual server of LVS. The same on several hosts is one node. */
export interface ServiceNode extends Part {
  readonly kind: "service";
  readonly by: "haproxy" | "keepalived" | "ipvsadm";
  /** `web`, or `TCP 192.0.2.10:80`. */
  readonly name: string;
  /** `roundrobin`, `wlc`; undefined for the default that the file does not write. */
  readonly scheduler: string | undefined;
  /** Names of the hosts that have it. */
  readonly hosts: readonly string[];
}

export interface ServerNode extends Part {
  readonly kind: "server";
  /** Its name in the proxy, or that of the host that it is. */
  readonly name: string;
  readonly address: string;
  /** Undefined where it follows from the connection, or there are several. */
  readonly port: number | undefined;
  /** The id of the host's card, where it has one: it is a load balancer as well. */
  readonly host: string | undefined;
  /** The files of a host without a card. */
  readonly files: readonly string[];
  /** What the files of a host without a card say: interfaces, then kernel. */
  readonly rows: readonly Row[];
}

export type GraphNode = ClientsNode | AddressNode | HostNode | ServiceNode | ServerNode;

interface Line {
  readonly id: string;
  /** The id of a node, or of a row. */
  readonly from: string;
  readonly to: string;
}

/** Clients ask for an address, or for a listener of a host without any. */
export interface AskEdge extends Line {
  readonly kind: "ask";
}

/** An address may be held by an instance of a host. */
export interface HoldEdge extends Line {
  readonly kind: "hold";
  /** The instance holds it while all is well. */
  readonly isActive: boolean;
}

/** Two instances elect between them. */
export interface ElectEdge extends Line {
  readonly kind: "elect";
  readonly isUnicast: boolean;
  /** Both are MASTER while all is well: they do not hear each other, or refuse what they hear. */
  readonly isBroken: boolean;
}

/** A listener, an instance or a host hands over to a service. */
export interface ServeEdge extends Line {
  readonly kind: "serve";
}

/** A service sends to a server. */
export interface SendEdge extends Line {
  readonly kind: "send";
  /** How LVS forwards; undefined for a proxy. Answers of DR and TUN go straight to the clients. */
  readonly method: "DR" | "NAT" | "TUN" | undefined;
  readonly port: number | undefined;
  readonly weight: number | undefined;
  /** Only where all others are gone. */
  readonly isBackup: boolean;
}

export type GraphEdge = AskEdge | HoldEdge | ElectEdge | ServeEdge | SendEdge;

/** Hosts that share virtual routers. */
export interface GraphCluster {
  readonly id: string;
  readonly name: string;
  /** Ids of host nodes. */
  readonly hosts: readonly string[];
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly clusters: readonly GraphCluster[];
  /** Of all files that the graph was made of. */
  readonly problems: ProblemCounts;
  /** Versions by daemon: `keepalived 2.2`. */
  readonly daemons: readonly string[];
}
