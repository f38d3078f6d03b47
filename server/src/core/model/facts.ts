/**
 * What configurations say about the hosts they are for, in words that no language owns: VRRP instances, listeners,
 * virtual servers, kernel settings. Languages make facts of what they have bound; hosts, clusters, the rules across
 * files, the election and the picture read facts and never trees.
 */
import type { Ruleset } from "../hostFiles/firewall/ruleset.ts";
import type { Address, Family } from "../net/address.ts";
import type { Bound } from "../schema/bound.ts";
import type { Location, Source } from "../schema/problem.ts";

/** A value with the words that state it. */
export interface Stated<T> {
  readonly value: T;
  readonly at: Location;
}

/** A value with the words that state it, or those of what it holds for, where it follows from nothing written. */
export interface Known<T> extends Stated<T> {
  readonly isWritten: boolean;
}

/** An address as it is written, without prefix length. */
export interface StatedAddress {
  readonly address: Address;
  /** As it is written, without prefix length. */
  readonly text: string;
  readonly prefixLength: number | undefined;
  readonly at: Location;
  /** The line that holds nothing else, where there is one. */
  readonly line: Bound | undefined;
}

/** What VRRP calls a virtual address, and the interface that its own line names. */
export interface VirtualAddress extends StatedAddress {
  readonly interface: string | undefined;
  /** Held with the others, but not part of the adverts (`virtual_ipaddress_excluded`). */
  readonly isExcluded: boolean;
  /** The instance goes to FAULT when the interface of the address goes down (`no_track` on the line says it does not). */
  readonly isTracked: boolean;
}

export type TrackerKind = "interface" | "script" | "file" | "process" | "bfd";

/** A command that is run again and again. Times in seconds. */
export interface ScriptCheck {
  readonly interval: number;
  /** How long a run may take. */
  readonly timeout: number;
  readonly rise: number;
  readonly fall: number;
  /** It counts as failed until it first succeeds. */
  readonly failsFirst: boolean;
  readonly command: string | undefined;
  readonly at: Location;
}

/** A process that is looked for, by a tracker of its own or by a script that does nothing else. */
export interface WatchedProcess {
  readonly name: string;
  readonly at: Location;
}

/** Something whose failure changes what an instance is: its priority by a weight, or FAULT without one. */
export interface Tracker {
  readonly kind: TrackerKind;
  readonly name: string;
  readonly at: Location;
  /** 0 means FAULT on failure; undefined where only the host knows it. */
  readonly weight: number | undefined;
  readonly weightAt: Location | undefined;
  /** The weight counts the other way round. */
  readonly isReversed: boolean;
  /** The daemon drops it: a weight in a sync group that keeps none, or one of an address owner. */
  readonly isIgnored: boolean;
  /** The statement in which it is defined. */
  readonly definition: Bound | undefined;
  readonly script: ScriptCheck | undefined;
  /** It belongs to the sync group and so to each of its members. */
  readonly isOfGroup: boolean;
}

export interface Authentication {
  readonly type: "PASS" | "AH";
  /** What is compared: the first eight characters (vrrp_parser.c: vrrp_auth_pass_handler). */
  readonly secret: string;
  readonly at: Location;
}

/** One VRRP instance: what RFC 9568 calls a VRRP router's part in a virtual router. Times in seconds. */
export interface VrrpInstance {
  readonly name: string;
  readonly at: Location;
  readonly block: Bound;
  /** Lines of it may be out of view, or its values are the host's: nothing is certain. */
  readonly isPartial: boolean;
  readonly virtualRouterId: Stated<number> | undefined;
  readonly family: Family | undefined;
  readonly interface: Stated<string> | undefined;
  /** Undefined where only the host knows it. */
  readonly version: 2 | 3 | undefined;
  /** What sets the version: in the instance, or for the whole file. */
  readonly versionAt: Location | undefined;
  /** The configured priority; undefined where only the host knows it. */
  readonly priority: Known<number> | undefined;
  readonly state: Stated<"MASTER" | "BACKUP"> | undefined;
  readonly advertInterval: Known<number> | undefined;
  readonly nopreempt: Location | undefined;
  readonly preemptDelay: Stated<number> | undefined;
  readonly strict: boolean;
  readonly strictAt: Location | undefined;
  /** The line because of which packets to the addresses are dropped; undefined where they are taken. */
  readonly refusal: Bound | undefined;
  /** `undefined` where there is none. It counts in version 2 only. */
  readonly authentication: Authentication | undefined;
  /** Something is written of authentication that cannot be read here. */
  readonly authenticationIsUnknown: boolean;
  readonly addresses: readonly VirtualAddress[];
  /** An address of the list is known to the host only. */
  readonly addressesAreUnknown: boolean;
  readonly source: StatedAddress | undefined;
  readonly peers: readonly StatedAddress[];
  /** A peer of the list is known to the host only. */
  readonly peersAreUnknown: boolean;
  readonly isUnicast: boolean;
  /** Of the instance, or what holds for the whole file; undefined for that of the standard. */
  readonly multicastGroup: StatedAddress | undefined;
  /** The list of addresses is compared only in the first advert of each MASTER (`skip_check_adv_addr`). */
  readonly skipsAddressCheck: boolean;
  /** Adverts of hosts that are no peers are dropped (`check_unicast_src`). */
  readonly checksSource: boolean;
  /** A MASTER answers adverts of lower priority with its own (`lower_prio_no_advert`). */
  readonly answersLower: boolean;
  /** A MASTER that gives way to a higher priority sends one last advert (`higher_prio_send_advert`). */
  readonly answersHigher: boolean;
  /** How long the daemon takes no part after its start (`vrrp_startup_delay`). */
  readonly startupDelay: number;
  /** How many adverts may be missed (`down_timer_adverts`). */
  readonly missedAdverts: number;
  readonly tracksInterface: boolean;
  readonly usesVirtualMac: boolean;
  readonly trackers: readonly Tracker[];
  /** The sync group that it belongs to. */
  readonly group: string | undefined;
}

export interface SyncGroup {
  readonly name: string;
  readonly at: Location;
  readonly members: readonly Stated<string>[];
  /** All names that are written are known. */
  readonly isComplete: boolean;
}

/** An address and port that a process listens on. */
export interface Listener {
  /** The process. */
  readonly process: string;
  /** What it belongs to, such as a frontend's name. */
  readonly owner: string;
  /** Undefined for every address of its families. */
  readonly address: Address | undefined;
  readonly families: readonly Family[];
  readonly transport: "tcp" | "udp";
  readonly from: number;
  readonly to: number;
  readonly at: Location;
  readonly line: Bound;
  /** Binding works even where the host does not hold the address (`transparent`, the BSD and Linux socket options). */
  readonly bindsForeign: boolean;
}

/** A server that a proxy sends to: its name and address. */
export interface ProxyServer {
  readonly name: string;
  readonly owner: string;
  readonly address: Address;
  readonly port: number | undefined;
  readonly at: Location;
}

/** A server of a backend, known by address or only by name. */
export interface ProxyTarget {
  readonly name: string;
  /** As it is written, without port: an address, or a name that the host resolves. */
  readonly host: string;
  readonly address: Address | undefined;
  /** Undefined where it follows from the connection, or only the host knows it. */
  readonly port: number | undefined;
  readonly weight: number | undefined;
  readonly isBackup: boolean;
  readonly at: Location;
}

/** A section of a proxy: it takes connections, sends them on, or both. */
export interface ProxySection {
  readonly process: string;
  readonly name: string;
  /** By this, sections of one process are told apart. */
  readonly owner: string;
  /** It sends to servers of its own. */
  readonly sends: boolean;
  /** Addresses that it listens on, as they are written; local sockets are left out. */
  readonly sockets: readonly Stated<string>[];
  /** Owners of the sections that it hands over to, as far as their names are written. */
  readonly routes: readonly Stated<string>[];
  readonly scheduler: Stated<string> | undefined;
  readonly targets: readonly ProxyTarget[];
  readonly at: Location;
  readonly block: Bound;
}

export type ForwardingMethod = "NAT" | "DR" | "TUN";
export type ServiceProtocol = "TCP" | "UDP" | "SCTP";

export interface RealServer {
  readonly address: Address;
  /** 0 for the port of the service. */
  readonly port: number;
  readonly method: ForwardingMethod;
  /** What sets the method, for it alone or for all servers; undefined where nothing does. */
  readonly methodAt: Location | undefined;
  readonly weight: number | undefined;
  readonly weightAt: Location | undefined;
  readonly at: Location;
}

/** One address and port, or mark, that LVS distributes. */
export interface VirtualServer {
  /** Who sets it up: the daemon that checks the servers, or rules that are loaded. */
  readonly by: "keepalived" | "ipvsadm";
  readonly address: Address | undefined;
  readonly mark: number | undefined;
  readonly port: number;
  readonly protocol: ServiceProtocol;
  readonly family: Family | undefined;
  readonly scheduler: Stated<string> | undefined;
  /** Seconds; undefined where sessions are not kept together. */
  readonly persistence: number | undefined;
  readonly persistenceAt: Location | undefined;
  readonly servers: readonly RealServer[];
  /** Answers where no real server is left. */
  readonly sorry: RealServer | undefined;
  readonly at: Location;
  /** Some of it is known to the host only. */
  readonly isPartial: boolean;
}

/** One side of the daemon that copies the connections of LVS. */
export interface SyncDaemon {
  readonly by: "keepalived" | "ipvsadm";
  readonly role: "master" | "backup" | "follows";
  readonly interface: string | undefined;
  readonly id: number | undefined;
  readonly port: number;
  readonly group: Address | undefined;
  readonly at: Location;
  readonly idAt: Location | undefined;
  /** Some of it is known to the host only. */
  readonly isPartial: boolean;
}

/** A sysctl key as it is set: `net.ipv4.conf.eth0.rp_filter`. Later ones win. */
export interface KernelSetting {
  /** With dots between names; a slash stands for a dot within one. */
  readonly key: string;
  /** The key stands for every key that it matches. */
  readonly isGlob: boolean;
  /** Globs leave what matches alone. */
  readonly excludes: boolean;
  /** Undefined where there is none, or only the host knows it. */
  readonly value: string | undefined;
  /** The value where it is one number. */
  readonly number: number | undefined;
  readonly at: Location;
  readonly valueAt: Location | undefined;
}

/** kube-proxy on a host. */
export interface KubeProxy {
  readonly mode: Stated<string> | undefined;
  readonly strictArp: Known<boolean> | undefined;
  readonly excludesAddresses: readonly Stated<string>[];
  readonly at: Location;
  /** Some of it is known to a template's engine only. */
  readonly isPartial: boolean;
}

/** An address that the host has whatever VRRP decides. */
export interface HostAddressFact {
  readonly interface: string | undefined;
  readonly address: Address;
  readonly prefixLength: number | undefined;
  readonly at: Location;
}

/** What a host does with packets that come in or go out. */
export interface Firewall {
  readonly ruleset: Ruleset;
  /** The file; ranges of its rules are offsets of this section. */
  readonly source: Source;
}

/** A name that stands for an address, as /etc/hosts has it. */
export interface NamedAddress {
  readonly name: string;
  readonly address: Address;
}

/** Everything that one configuration says. */
export interface Facts {
  readonly instances: readonly VrrpInstance[];
  readonly groups: readonly SyncGroup[];
  readonly watched: readonly WatchedProcess[];
  readonly listeners: readonly Listener[];
  /** Something listens where only the host knows. */
  readonly listenersAreUnknown: boolean;
  /** Addresses that connections to servers come from. */
  readonly outgoing: readonly Address[];
  readonly proxyServers: readonly ProxyServer[];
  readonly proxies: readonly ProxySection[];
  readonly virtualServers: readonly VirtualServer[];
  /** What empties the table of virtual servers when its daemon starts. */
  readonly serviceFlushes: readonly Location[];
  readonly syncDaemons: readonly SyncDaemon[];
  readonly settings: readonly KernelSetting[];
  readonly addresses: readonly HostAddressFact[];
  readonly kubeProxies: readonly KubeProxy[];
  readonly firewalls: readonly Firewall[];
  readonly names: readonly NamedAddress[];
  /** Processes that the host runs because this file is there. */
  readonly processes: readonly string[];
  /** Something that the daemon would read is not known here. */
  readonly isPartial: boolean;
}

export const noFacts: Facts = {
  instances: [],
  groups: [],
  watched: [],
  listeners: [],
  listenersAreUnknown: false,
  outgoing: [],
  proxyServers: [],
  proxies: [],
  virtualServers: [],
  serviceFlushes: [],
  syncDaemons: [],
  settings: [],
  addresses: [],
  kubeProxies: [],
  firewalls: [],
  names: [],
  processes: [],
  isPartial: false,
};
