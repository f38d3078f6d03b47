/** Kernel settings that the configurations of hosts rely on, and why: whatever is not set already. */
import type { Estate, Host } from "../../../model/cluster/host.ts";
import type { RealServer, VirtualServer } from "../../../model/facts.ts";
import { derived } from "../../../model/gather.ts";
import { type Family, formatAddress, sameAddress } from "../../../net/address.ts";
import type { Location } from "../../../schema/problem.ts";
import { fill, type Text, text } from "../../../text/localized.ts";
import { effective } from "../../sysctl-conf/model/effective.ts";
import { virtualListeners } from "./virtualListeners.ts";

export interface KernelNeed {
  readonly key: string;
  readonly value: number;
  readonly why: Text;
  /** What needs it. */
  readonly at: Location | undefined;
}

const reasons = {
  bind: text("{0} binds {1}, which this node does not hold all the time", "{0} 绑定 {1}，而本节点并非始终持有该地址"),
  forward: text(
    "IPVS forwards the packets of {0} to real servers by NAT",
    "IPVS 以 NAT 方式将 {0} 的数据包转发到真实服务器",
  ),
  ignore: text(
    "Only the director answers ARP requests for {0}, not this real server",
    "{0} 的 ARP 请求只由调度器应答，本真实服务器不应答",
  ),
  announce: text("and none of its own ARP requests come from {0}", "本机发出的 ARP 请求也不以 {0} 为源地址"),
};

/** What a host needs and does not set. */
export function missingSettings(host: Host, estate: Estate): readonly KernelNeed[] {
  return neededSettings(host, estate).filter((need) => !isMet(host, need));
}

/** What a host needs, each key once. */
export function neededSettings(host: Host, estate: Estate): readonly KernelNeed[] {
  const byKey = new Map<string, KernelNeed>();
  for (const need of [...bindNeeds(host), ...forwardingNeeds(host), ...arpNeeds(host, estate)]) {
    if (!byKey.has(need.key)) byKey.set(need.key, need);
  }
  return [...byKey.values()];
}

/** ip(7): a process may bind an address that the host does not have. */
export function bindNeeds(host: Host): readonly KernelNeed[] {
  return virtualListeners(host).map(({ listener, address }) => ({
    key: bindKey(address.address.family),
    value: 1,
    why: fill(reasons.bind, processTitles.get(listener.process) ?? listener.process, address.text),
    at: listener.at,
  }));
}

export function bindKey(family: Family): string {
  return `net.ipv${family}.ip_nonlocal_bind`;
}

/** As people write them. */
const processTitles: ReadonlyMap<string, string> = new Map([["haproxy", "HAProxy"]]);

/** Replies of real servers behind NAT go through the director (ipvsadm(8), `--masquerading`). */
export function forwardingNeeds({ facts }: Pick<Host, "facts">): readonly KernelNeed[] {
  return facts.virtualServers.flatMap((service) =>
    service.servers
      .filter(({ method }) => method === "NAT")
      .map(({ address, methodAt, at }) => ({
        key: forwardingKey(address.family),
        value: 1,
        why: fill(reasons.forward, serviceName(service)),
        at: methodAt ?? at,
      })),
  );
}

export function forwardingKey(family: Family): string {
  return family === 4 ? "net.ipv4.ip_forward" : "net.ipv6.conf.all.forwarding";
}

function serviceName({ address, mark, port }: VirtualServer): string {
  if (address === undefined) return `fwmark ${mark ?? ""}`.trim();
  return port === 0 ? formatAddress(address) : `${formatAddress(address)} (${port})`;
}

/**
 * A real server that gets packets for the virtual address itself has that address, and must keep quiet about it
 * (ip-sysctl: arp_ignore, arp_announce).
 */
export function arpNeeds(host: Host, estate: Estate): readonly KernelNeed[] {
  const [service] = servedBy(host, estate);
  if (service === undefined) return [];
  const name = service.address === undefined ? "" : formatAddress(service.address);
  return [
    { key: "net.ipv4.conf.all.arp_ignore", value: 1, why: fill(reasons.ignore, name), at: undefined },
    { key: "net.ipv4.conf.all.arp_announce", value: 2, why: fill(reasons.announce, name), at: undefined },
  ];
}

/** IPv4 services of other hosts that reach this one with their own address; a node that may hold it answers for it. */
function servedBy(host: Host, estate: Estate): readonly VirtualServer[] {
  const holds = ({ address }: VirtualServer) =>
    host.facts.instances.some(({ addresses }) =>
      addresses.some((one) => address !== undefined && sameAddress(one.address, address)),
    );
  return directServices(estate)
    .filter(({ director, service }) => director !== host && !holds(service))
    .filter(({ service }) => service.servers.some((server) => server.method !== "NAT" && isServer(host, server)))
    .map(({ service }) => service);
}

const directServices = derived(({ hosts }: Estate) =>
  hosts.flatMap((director) =>
    director.facts.virtualServers
      .filter(({ address, servers }) => address?.family === 4 && servers.some(({ method }) => method !== "NAT"))
      .map((service) => ({ director, service })),
  ),
);

/** Whether a real server is this host. */
export function isServer({ addresses }: Pick<Host, "addresses">, { address }: Pick<RealServer, "address">): boolean {
  return addresses.some((one) => sameAddress(one.address, address));
}

function isMet({ facts }: Host, { key, value }: KernelNeed): boolean {
  const set = (name: string, on?: string) => effective(facts.settings, name, on)?.number ?? 0;
  if (key === forwardingKey(4)) return set(key) !== 0 || set("net.ipv4.conf.all.forwarding") !== 0;
  // What holds on an interface is the greater of its own number and that of all (ip-sysctl: arp_ignore).
  const onInterface = /^(net\.ipv4\.conf\.)all(\.arp_\w+)$/.exec(key);
  const [, head = "", tail = ""] = onInterface ?? [];
  const own = facts.settings.filter(
    (one) => onInterface !== null && one.key.startsWith(head) && one.key.endsWith(tail),
  );
  const names = own
    .map((one) => one.key.slice(head.length, -tail.length))
    .filter((name) => !/^(?:lo|default)$/.test(name));
  return set(key) >= value || names.some((name) => set(`${head}${name}${tail}`) >= value);
}
