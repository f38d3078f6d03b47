/**
 * The commands that make nodes and networks, and those by which things happen to them. One network namespace for each
 * node, a bridge for each network, and a cable for each port whose other end lies beside the bridge.
 */
import { quote } from "../namespace.ts";
import type { Port } from "./layout.ts";
import type { EventKind, LabNode } from "./scenario.ts";
import { failureFile, prepared } from "./scripts.ts";
import { sketchOf } from "./sketch.ts";
import { descriptor, workFolder } from "./world.ts";

/** Parts of /etc that the daemon and what it calls look at; all else there is the node's own. */
const sharedSettings = "passwd group nsswitch.conf protocols services iproute2 alternatives ld.so.cache";

/** Makes networks, nodes and their files. */
export function build(nodes: readonly LabNode[], ports: readonly Port[]): string {
  const networks = [...new Set(ports.map((port) => port.network))];
  return [
    ...networks.map((network) => {
      // Without the delays of a real switch: it forwards from the first packet on.
      const name = bridge(network);
      return `ip link add ${name} type bridge stp_state 0 forward_delay 0 mcast_snooping 0 && ip link set ${name} up`;
    }),
    ...nodes.flatMap((node) => [
      `ip netns add ${node.name}`,
      `ip -n ${node.name} link set lo up`,
      // An address that is still looked for twins cannot be sent from, which delays the first adverts by seconds.
      // And a link that goes down would take addresses along that the set-up of a real host puts back.
      inside(node.name, `sysctl -qw ${["all", "default"].flatMap(ofAddresses).join(" ")}`),
      ...write(node),
    ]),
    ...ports.map((port) => plug(ports, port)),
    ...nodes.flatMap(({ name, sysctls = [] }) =>
      sysctls.length === 0 ? [] : [inside(name, `sysctl -qw ${sysctls.map(quote).join(" ")}`)],
    ),
  ].join(" &&\n");
}

/** Reports every address that comes or goes on a node, with the time. */
export function watch(node: string, channel: number): string {
  return `$hurry ip -n ${node} -ts -o monitor address </dev/null >&${descriptor(channel)} 2>&1 &`;
}

/** Reports every advert that a node sends, with the time, at the far end of its cable. */
export function eavesdrop(channel: number): string {
  const protocols = "ip proto 112 or ip proto 51 or ip6 proto 112";
  // Between its two lines of greeting it has begun to listen.
  return `tcpdump -i any -Q in -l -n -tt -Z root '${protocols}' </dev/null >&${descriptor(channel)} 2>&1 &`;
}

/** Makes an address come and go, by which one sees that the watch is awake. */
export function wave(node: string): string {
  return `ip -n ${node} address add ${signal}/32 dev lo; ip -n ${node} address del ${signal}/32 dev lo; sleep 0.01`;
}

/** Never on a real interface. */
export const signal = "127.1.1.1";

/** Starts the daemon of a node; what it says goes to the channel. Prints `launched` where none was running. */
export function start(node: LabNode, channel: number): string {
  return `start ${node.name} ${quote(fileOf(node, node.main))} ${descriptor(channel)}`;
}

/** Succeeds while the daemon of a node runs. */
export function isRunning(node: string): string {
  return `is_running ${node}`;
}

/** Prints what the daemon of a node knows of itself; nothing where it is gone or stands still. */
export function tell(node: string): string {
  return `tell ${node}`;
}

export interface Target {
  readonly node: LabNode;
  readonly channel: number;
  readonly ports: readonly Port[];
  readonly argument: string;
}

/** What is done for an event. */
export const deeds: Readonly<Record<EventKind, (target: Target) => string>> = {
  "power-off": ({ node, ports }) => [`end ${node.name}`, ...portsOf(ports, node.name).map(unplug)].join("; "),
  "power-on": (target) => {
    const mine = portsOf(target.ports, target.node.name);
    return [...mine.map((port) => plug(target.ports, port)), start(target.node, target.channel)].join(" && ");
  },
  crash: ({ node }) => `end ${node.name}`,
  stop: ({ node }) => `stop ${node.name}`,
  start: ({ node, channel }) => start(node, channel),
  freeze: ({ node }) => `stand ${node.name} STOP`,
  thaw: ({ node }) => `stand ${node.name} CONT`,
  "link-down": ({ node, argument }) => `ip -n ${node.name} link set ${argument} down`,
  "link-up": ({ node, argument }) => `ip -n ${node.name} link set ${argument} up`,
  detach: (target) => `ip link set ${farEnd(target)} nomaster`,
  attach: (target) => `ip link set ${farEnd(target)} master ${bridge(portNamed(target).network)}`,
  "script-fail": (target) => `touch ${failureOf(target)}`,
  "script-ok": (target) => `rm -f ${failureOf(target)}`,
  "drop-vrrp": ({ node, argument }) => inside(node.name, `nft -f - <<'END'\n${dropping(argument)}\nEND`),
  "allow-vrrp": ({ node }) => inside(node.name, "nft 'delete table ip laboratory; delete table ip6 laboratory'"),
  reload: (target) => `${put(target.node, target.node.main, replacement(target))} && signal ${target.node.name} HUP`,
};

/** Rules against protocol 112 (RFC 9568 section 5.1.1.4), for each family by itself: not every kernel has both in one. */
function dropping(direction: string): string {
  const hook = direction === "in" ? "input" : "output";
  const table = (family: string, match: string) =>
    `table ${family} laboratory { chain ${hook} { type filter hook ${hook} priority 0; ${match} 112 drop; }; }`;
  return [table("ip", "ip protocol"), table("ip6", "ip6 nexthdr")].join("\n");
}

function ofAddresses(scope: string): readonly string[] {
  return [`net.ipv6.conf.${scope}.accept_dad=0`, `net.ipv6.conf.${scope}.keep_addr_on_down=1`];
}

function bridge(network: number): string {
  return `net${network}`;
}

/** The IPv6 address that the kernel gives a port by itself (RFC 4291, appendix A). */
export function linkLocalOf(ports: readonly Port[], port: Port): string {
  return `fe80::ff:fe00:${cardOf(ports, port)}`;
}

function cardOf(ports: readonly Port[], port: Port): string {
  return (1 + ports.indexOf(port)).toString(16).padStart(2, "0");
}

/** The port whose cable ends in this device. */
export function portOf(ports: readonly Port[], device: string): Port | undefined {
  return device.startsWith("port") ? ports[Number(device.slice("port".length))] : undefined;
}

function portsOf(ports: readonly Port[], node: string): readonly Port[] {
  return ports.filter((port) => port.node === node);
}

function portNamed({ node, ports, argument }: Target): Port {
  const port = ports.find((one) => one.node === node.name && one.interface === argument);
  if (port === undefined) throw new Error(`Node ${node.name} has no interface ${argument}.`);
  return port;
}

function failureOf({ node, argument }: Target): string {
  if (!sketchOf(node).scripts.includes(argument)) throw new Error(`Node ${node.name} has no script ${argument}.`);
  return failureFile(node.name, argument);
}

function replacement({ node, argument }: Target): string {
  if (!node.files.has(argument)) throw new Error(`Node ${node.name} has no file ${argument}.`);
  return prepared(node, argument);
}

/** The end of a port's cable that lies beside the bridge. */
function farEnd(target: Target): string {
  return `port${target.ports.indexOf(portNamed(target))}`;
}

function plug(ports: readonly Port[], port: Port): string {
  const { node, interface: name, network, addresses } = port;
  const far = `port${ports.indexOf(port)}`;
  return [
    // The same after power was off, as that of a real card: neighbours remember it.
    `ip link add ${name} netns ${node} address 02:00:00:00:00:${cardOf(ports, port)} type veth peer name ${far}`,
    `ip link set ${far} master ${bridge(network)} up`,
    `ip -n ${node} link set ${name} up`,
    ...addresses.map(({ address, prefix }) => `ip -n ${node} address add ${address}/${prefix} dev ${name}`),
  ].join(" && ");
}

function unplug({ node, interface: name }: Port): string {
  return `ip -n ${node} link del ${name}`;
}

function inside(node: string, command: string): string {
  return `ip netns exec ${node} ${command}`;
}

function write(node: LabNode): string[] {
  const folder = `${workFolder}/${node.name}`;
  return [
    `mkdir -p ${folder}/root/etc ${folder}/failed`,
    `for part in ${sharedSettings}; do [ ! -e /etc/$part ] || cp -RP /etc/$part ${folder}/root/etc; done`,
    ...[...node.files.keys()].map((path) => put(node, path, prepared(node, path))),
  ];
}

function put(node: LabNode, path: string, text: string): string {
  const place = quote(`${workFolder}/${node.name}/root/${path}`);
  const mode = text.startsWith("#!") ? 755 : 644;
  return `mkdir -p "$(dirname ${place})" && printf %s ${quote(text)} >${place} && chmod ${mode} ${place}`;
}

/** Where the daemon finds a file. */
function fileOf(node: LabNode, path: string): string {
  return path.startsWith("etc/") ? `/${path}` : `${workFolder}/${node.name}/root/${path}`;
}
