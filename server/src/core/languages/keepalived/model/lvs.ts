/**
 * Virtual and real servers as the daemon sees them after it has read the whole file: which of them it keeps, and what
 * they take over from the blocks around them (keepalived/check/check_parser.c, check_data.c: validate_check_config,
 * ipwrapper.c: link_vsg_to_vs).
 */
import type { Configuration } from "../../../model/configuration.ts";
import { type Address, type Family, familyOf, sameAddress } from "../../../net/address.ts";
import type { Bound } from "../../../schema/bound.ts";
import type { Word } from "../../../syntax/ast.ts";
import { addressIn } from "../values/endpoint.ts";

export type Method = "NAT" | "DR" | "TUN";

/** An address with its port; what is undefined cannot be known. */
export interface Endpoint {
  readonly word: Word;
  readonly address: Address | undefined;
  readonly family: Family | undefined;
  /** 0 where no port is written. */
  readonly port: number | undefined;
  readonly portWord: Word | undefined;
  /** The daemon refuses the address. */
  readonly bad: boolean;
}

export interface Server {
  readonly bound: Bound;
  readonly endpoint: Endpoint;
  readonly method: Method;
}

/** A server whose family is not that of its service. */
export interface Stranger {
  readonly bound: Bound;
  readonly endpoint: Endpoint;
  readonly family: Family;
  /** A `TUN` that stands after the server and so comes too late. */
  readonly late: Bound | undefined;
}

export interface Service {
  readonly bound: Bound;
  /** Of a service that is named by its address. */
  readonly endpoint: Endpoint | undefined;
  /** Of a service that is named by a group. */
  readonly group: Group | undefined;
  readonly family: Family | undefined;
  /** The real servers that the daemon keeps, without later copies of one another. */
  readonly servers: readonly Server[];
  readonly sorry: Server | undefined;
  readonly strangers: readonly Stranger[];
  readonly copies: readonly { readonly bound: Bound; readonly of: Bound }[];
  /** Lines that were read against a family, with that family: `ip_family` and `persistence_granularity`. */
  readonly against: readonly { readonly bound: Bound; readonly family: Family }[];
  /** A forwarding method is wanted by some server and none is written. */
  readonly methodMissing: boolean;
}

export interface Group {
  readonly bound: Bound;
  readonly entries: readonly Bound[];
  readonly has4: boolean;
  readonly has6: boolean;
}

/** The last statement of any of these names: a keyword and its aliases. */
export function last(block: Bound, ...names: readonly string[]): Bound | undefined {
  return block.children.findLast((child) => names.includes(child.keyword?.name ?? ""));
}

export const methodNames = ["lb_kind", "lvs_method"];
export const schedulerNames = ["lb_algo", "lvs_sched"];

/** A number that a block sets, `otherwise` where it sets none, undefined where only the host knows. */
export function setting(block: Bound, keyword: string, otherwise: number): number | undefined {
  const value = block.find(keyword)?.values[0];
  if (value === undefined) return otherwise;
  if (value.word.unknown === true) return undefined;
  return typeof value.data === "number" && !Number.isNaN(value.data) ? value.data : otherwise;
}

export function weightOf(server: Bound): number | undefined {
  const inherited = server.parent === undefined ? 1 : setting(server.parent, "weight", 1);
  return inherited === undefined && !server.has("weight") ? undefined : setting(server, "weight", inherited ?? 1);
}

/** Bound statements never change, so what is read from one is read once, however many rules ask. */
const endpoints = new WeakMap<Bound, Endpoint | undefined>();

/** The address and port that a statement begins with. */
export function endpointOf(statement: Bound): Endpoint | undefined {
  if (!endpoints.has(statement)) endpoints.set(statement, readEndpoint(statement));
  return endpoints.get(statement);
}

function readEndpoint(statement: Bound): Endpoint | undefined {
  const value = statement.value("address");
  if (value === undefined) return undefined;
  const { word } = value;
  const port = statement.value("port");
  const known = word.unknown !== true;
  const address = known ? addressIn(word.value) : undefined;
  const number = port === undefined ? 0 : port.word.unknown === true ? undefined : Number(port.data);
  return {
    word,
    address,
    family: address === undefined ? undefined : familyOf(word.value),
    port: Number.isNaN(number) ? undefined : number,
    portWord: port?.word,
    bad: known && address === undefined,
  };
}

/** Same address and same port as they are written. */
export function sameEndpoint(a: Endpoint, b: Endpoint): boolean {
  if (a.address === undefined || b.address === undefined || a.port === undefined) return false;
  return sameAddress(a.address, b.address) && a.port === b.port;
}

/** The group of that name that the daemon uses: the first one that it keeps. */
export function groupNamed(configuration: Configuration, name: string): Group | undefined {
  for (const { bound } of configuration.definitions("virtual_server_group", name)) {
    const group = readGroup(bound);
    if (group !== undefined) return group;
  }
  return undefined;
}

/** The group with its entries, or undefined if the daemon takes it out again. */
function readGroup(bound: Bound): Group | undefined {
  const group = { bound, ...readEntries(bound) };
  return group.entries.length === 0 || isMixed(group) ? undefined : group;
}

/** The entries of a group that the daemon takes in. */
export function readEntries(group: Bound): Omit<Group, "bound"> {
  const entries = group.children.filter(
    (entry) => entry.value("fwmark") !== undefined || endpointOf(entry)?.bad === false,
  );
  const families = entries.map(
    (entry) => endpointOf(entry)?.family ?? familyNamed(String(entry.value("family")?.data ?? "")),
  );
  return { entries, has4: families.includes(4), has6: families.includes(6) };
}

/** Both families beside a mark of no family. */
export function isMixed({ entries, has4, has6 }: Omit<Group, "bound">): boolean {
  return has4 && has6 && entries.some((entry) => isMark(entry) && entry.value("family") === undefined);
}

export function isMark(statement: Bound): boolean {
  const mark = statement.value("fwmark");
  // A service with mark 0 has none (check_data.c: alloc_vs); in a group 0 is a mark like others.
  return mark !== undefined && (mark.data !== 0 || statement.keyword === undefined);
}

export function familyNamed(name: string): Family | undefined {
  return name === "inet" ? 4 : name === "inet6" ? 6 : undefined;
}

/** The virtual servers that the daemon keeps until the end of its checks: with servers, and the group they name. */
export function services(configuration: Configuration): readonly Service[] {
  const blocks = configuration.all("virtual_server");
  const groups = configuration.all("virtual_server_group");
  const before = kept.get(blocks);
  if (before?.groups === groups) return before.services;
  const found = blocks.flatMap((bound) => {
    const service = serviceOf(configuration, bound);
    return service === undefined || service.servers.length === 0 ? [] : [service];
  });
  kept.set(blocks, { groups, services: found });
  return found;
}

/** The services of a configuration, by its lists of blocks, which are new ones after each change. */
const kept = new WeakMap<
  readonly Bound[],
  { readonly groups: readonly Bound[]; readonly services: readonly Service[] }
>();

/** One virtual server with its group; undefined if the daemon drops it for its group, or may do so. */
export function serviceOf(configuration: Configuration, bound: Bound): Service | undefined {
  const service = readService(bound);
  const named = bound.value("group");
  if (service === undefined || named === undefined) return service;
  const group = named.word.unknown === true ? undefined : groupNamed(configuration, String(named.data));
  return group === undefined || !fits(service.family, group) ? undefined : { ...service, group };
}

/** Whether the service, or a part of its group, is named by an address. */
export function hasAddress({ bound, group }: Service): boolean {
  return group === undefined ? !isMark(bound) : group.entries.some((entry) => !isMark(entry));
}

/** Whether the daemon keeps a service of a group; it drops one that it takes for the other family. */
export function fits(family: Family | undefined, group: Group): boolean {
  if (family === undefined) return true;
  return family === 4 ? !group.has6 : !group.has4;
}

const readServices = new WeakMap<Bound, Service | undefined>();

/** Reads one virtual server; undefined where its head is wrong. Its group is left out. */
export function readService(bound: Bound): Service | undefined {
  if (!readServices.has(bound)) readServices.set(bound, makeService(bound));
  return readServices.get(bound);
}

function makeService(bound: Bound): Service | undefined {
  const endpoint = endpointOf(bound);
  if (endpoint?.bad === true) return undefined;
  const named = endpoint ?? bound.value("fwmark") ?? bound.value("group");
  if (named === undefined) return undefined;
  const reader = new ServiceReader(bound, endpoint);
  return { bound, endpoint, group: undefined, ...reader.read() };
}

interface Read {
  readonly bound: Bound;
  readonly endpoint: Endpoint;
  /** What was known when the daemon had read the server's block. */
  method: Method | undefined;
}

class ServiceReader {
  readonly #bound: Bound;
  #family: Family | undefined;
  #familyKnown: boolean;
  #method: Method | undefined;
  #sorry: Read | undefined;
  readonly #servers: Read[] = [];
  readonly #strangers: Read[] = [];
  readonly #against: { bound: Bound; family: Family }[] = [];

  constructor(bound: Bound, endpoint: Endpoint | undefined) {
    this.#bound = bound;
    this.#family = endpoint?.family;
    this.#familyKnown = endpoint === undefined || endpoint.family !== undefined;
  }

  read(): Omit<Service, "bound" | "endpoint" | "group"> {
    for (const child of this.#bound.children) this.#statement(child);
    const strangers: Stranger[] = this.#strangers.map(({ bound, endpoint }) => ({
      bound,
      endpoint,
      family: this.#family ?? 4,
      late: this.#tunnelAfter(bound),
    }));
    const sorry = this.#sorry;
    const sorryFits = sorry === undefined || this.#accept(sorry);
    if (sorry !== undefined && !sorryFits) {
      strangers.push({ bound: sorry.bound, endpoint: sorry.endpoint, family: this.#family ?? 4, late: undefined });
    }
    const kept: Read[] = [];
    const copies: { bound: Bound; of: Bound }[] = [];
    for (const server of this.#servers) {
      const first = kept.find((other) => sameEndpoint(other.endpoint, server.endpoint));
      if (first === undefined) kept.push(server);
      else copies.push({ bound: server.bound, of: first.bound });
    }
    const all = sorry !== undefined && sorryFits ? [...kept, sorry] : kept;
    return {
      family: this.#familyKnown ? this.#family : undefined,
      servers: kept.map((server) => this.#finished(server)),
      sorry: sorry !== undefined && sorryFits ? this.#finished(sorry) : undefined,
      strangers,
      copies,
      against: this.#against,
      methodMissing: this.#method === undefined && all.some((server) => server.method === undefined),
    };
  }

  #finished({ bound, endpoint, method }: Read): Server {
    return { bound, endpoint, method: method ?? this.#method ?? "NAT" };
  }

  #statement(child: Bound): void {
    switch (child.keyword?.name) {
      case "ip_family":
        this.#declare(child, familyNamed(child.name));
        break;
      case "persistence_granularity":
        this.#declare(child, child.name.includes(".") ? 4 : 6);
        break;
      case "lb_kind":
      case "lvs_method":
        this.#method = methodIn(child) ?? this.#method;
        break;
      case "sorry_server": {
        const endpoint = endpointOf(child);
        if (endpoint?.bad === false) this.#sorry = { bound: child, endpoint, method: this.#method };
        break;
      }
      case "sorry_server_lvs_method":
        if (this.#sorry !== undefined) this.#sorry.method = methodIn(child) ?? this.#sorry.method;
        break;
      case "real_server": {
        const endpoint = endpointOf(child);
        if (endpoint?.bad !== false) break;
        const own = last(child, "lvs_method");
        const server = { bound: child, endpoint, method: (own && methodIn(own)) ?? this.#method };
        (this.#accept(server) ? this.#servers : this.#strangers).push(server);
        break;
      }
    }
  }

  /** A line that sets the family, where nothing above it has. */
  #declare(bound: Bound, family: Family | undefined): void {
    if (bound.nameWord.unknown === true || !this.#familyKnown) this.#familyKnown = this.#family !== undefined;
    else if (this.#family === undefined) this.#family = family;
    else this.#against.push({ bound, family: this.#family });
  }

  /** Only tunnels may lead to the other family. The first server decides where nothing else does. */
  #accept({ endpoint, method }: Read): boolean {
    if (method === "TUN" || !this.#familyKnown) return true;
    if (endpoint.family === undefined) {
      if (this.#family === undefined) this.#familyKnown = false;
      return true;
    }
    this.#family ??= endpoint.family;
    return this.#family === endpoint.family;
  }

  /** The line that would have made a tunnel to the server if it stood above it. */
  #tunnelAfter(server: Bound): Bound | undefined {
    if (server.has("lvs_method")) return undefined;
    const { children } = this.#bound;
    return children
      .slice(children.indexOf(server))
      .find((child) => methodNames.includes(child.keyword?.name ?? "") && methodIn(child) === "TUN");
  }
}

function methodIn(statement: Bound): Method | undefined {
  const { name } = statement;
  return name === "NAT" || name === "DR" || name === "TUN" ? name : undefined;
}
