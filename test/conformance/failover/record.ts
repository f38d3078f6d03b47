/** What is heard of the nodes of a run, line by line, made into who held what and which states there were. */
import { addressKey, isLinkLocal6, parseAddress } from "../../../server/src/core/net/address.ts";
import type { Port } from "./layout.ts";
import { portOf, signal } from "./machine.ts";
import type { HolderChange, LogLine, SentAdvert, StateChange } from "./scenario.ts";

/** `[2026-01-02T03:04:05.678901] Deleted 2: eth0    inet 10.0.0.1/24 …`, as `ip -ts -o monitor address` prints. */
const monitored = /^\[(\S+)\] ?(Deleted )?\d+: (\S+)\s+inet6? ([^\s/]+)/;
/** `1700000000.123456 port0 M   IP 10.0.0.1 > 224.0.0.18: VRRPv3, Advertisement, vrid 51, prio 100, …`, as tcpdump prints. */
const heard = /^(\d+\.\d+) (\S+) .*\bvrid (\d+), prio (\d+),/;
/** What tcpdump says when it listens. */
const listening = /^listening on /;
/** The date that the daemon puts before what it says. */
const date = /^\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}: /;
const entering = /^\((.+)\) entering (\w+) state/i;
/** In what the daemon tells of itself when it is asked (keepalived/vrrp/vrrp_data.c). */
const told = /^ VRRP Instance = (.+)\n(?: {3}.*\n)*? {3}State = (\w+)$/gm;
/** The last thing that the daemon says before it works (keepalived/vrrp/vrrp_scheduler.c). */
export const working = /^VRRP sockpool: /;

export class Record {
  readonly holders = new Map<string, HolderChange[]>();
  readonly states = new Map<string, Map<string, StateChange[]>>();
  readonly log: LogLine[] = [];
  readonly adverts: SentAdvert[] = [];
  /** Adverts are listened to. */
  listens = false;
  /** Nodes whose watch is awake. */
  readonly awake = new Set<string>();
  /** Nodes whose daemon has begun to work. */
  readonly working = new Set<string>();
  /** When something changed last. */
  lastChange = 0;
  readonly #nodes: readonly string[];
  readonly #ports: readonly Port[];
  readonly #own: ReadonlySet<string>;
  readonly #virtual: ReadonlySet<string>;
  #start = now();

  /** `virtual` are the addresses that files name. */
  constructor(nodes: readonly string[], ports: readonly Port[], virtual: readonly string[]) {
    this.#nodes = nodes;
    this.#ports = ports;
    this.#own = new Set(ports.flatMap(({ addresses }) => addresses.map(({ address }) => addressKey(address))));
    this.#virtual = new Set(virtual.map(addressKey));
    for (const node of nodes) this.states.set(node, new Map());
  }

  /** Times count from now on. */
  begin(): void {
    this.#start = now();
    this.lastChange = 0;
  }

  /** Milliseconds since the beginning. */
  get time(): number {
    return now() - this.#start;
  }

  /** Takes a line of a node: each node has its own channel, and the last one is that of the adverts. */
  hear(channel: number, line: string): void {
    const node = this.#nodes[channel];
    if (node === undefined) {
      this.#overhear(line);
      return;
    }
    const [, time = "", deleted, , address = ""] = monitored.exec(line) ?? [];
    if (address !== "") this.#move(node, moment(time) - this.#start, address, deleted === undefined);
    else this.#hearDaemon(node, line.replace(date, ""));
  }

  #overhear(line: string): void {
    if (listening.test(line)) this.listens = true;
    const [, time, device = "", routerId, priority] = heard.exec(line) ?? [];
    const node = portOf(this.#ports, device)?.node;
    if (node === undefined) return;
    const at = 1000 * Number(time) - this.#start;
    this.adverts.push({ at, node, routerId: Number(routerId), priority: Number(priority) });
  }

  #move(node: string, at: number, address: string, comes: boolean): void {
    if (address === signal) {
      this.awake.add(node);
      return;
    }
    if (!this.#isVirtual(address)) return;
    const changes = this.holders.get(address) ?? [];
    const before = changes.at(-1)?.hosts ?? [];
    if (before.includes(node) === comes) return;
    const hosts = comes ? [...before, node].sort() : before.filter((host) => host !== node);
    this.holders.set(address, [...changes, { at, hosts }]);
    this.lastChange = this.time;
  }

  #hearDaemon(node: string, text: string): void {
    const at = this.time;
    this.log.push({ at, node, text });
    if (working.test(text)) {
      this.working.add(node);
      this.lastChange = at;
    }
    const [, instance = "", state = ""] = entering.exec(text) ?? [];
    if (instance === "") return;
    const states = this.states.get(node);
    states?.set(instance, [...(states.get(instance) ?? []), { at, state: state.toUpperCase() }]);
    this.lastChange = at;
  }

  /** Every interface has a link-local address of its own; such an address is virtual only where a file names it. */
  #isVirtual(text: string): boolean {
    const address = parseAddress(text);
    const key = addressKey(text);
    if (address === undefined || this.#own.has(key)) return false;
    return !isLinkLocal6(address) || this.#virtual.has(key);
  }
}

/** Milliseconds since 1970 of a time with microseconds. */
function moment(text: string): number {
  return Date.parse(`${text.slice(0, 23)}Z`) + (Number(text.slice(23)) || 0) / 1000;
}

/** The states of a daemon's instances, by name, of what it tells of itself. */
export function statesTold(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(told)].map(([, instance = "", state = ""]) => [instance, state]));
}

function now(): number {
  return performance.timeOrigin + performance.now();
}
