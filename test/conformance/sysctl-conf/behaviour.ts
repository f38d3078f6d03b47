/**
 * How the values of `all` and of an interface combine, seen from outside: a neighbour asks by ARP for an address on
 * `lo`, sends from an address that is routed elsewhere, and a program binds to an address that is not there.
 */
import { effective } from "../../../server/src/core/languages/sysctl-conf/model/effective.ts";
import type { Entry } from "../../../server/src/core/languages/sysctl-conf/model/entries.ts";
import { quote } from "../namespace.ts";
import type { Host } from "./host.ts";

export interface Observation {
  readonly text: string;
  readonly wanted: boolean;
  readonly seen: boolean;
}

const virtual = "198.51.100.10";
const hardware = "02:00:00:00:00:01";
const foreign = "203.0.113.7";

/** A neighbour behind eth0, in a namespace of its own that asks once and gives up quickly. */
const setup = [
  "ip netns add neighbour",
  `ip link add link0 address ${hardware} type veth peer name link1 netns neighbour`,
  "ip addr add 192.0.2.1/24 dev link0",
  "ip link set link0 up",
  `ip addr add ${virtual}/32 dev lo`,
  "ip -n neighbour addr add 192.0.2.2/24 dev link1",
  "ip -n neighbour link set lo up",
  "ip -n neighbour link set link1 up",
  `ip -n neighbour addr add ${foreign}/32 dev lo`,
  `ip -n neighbour route add ${virtual}/32 dev link1`,
  `ip route add ${foreign}/32 dev eth1`,
  "ip netns exec neighbour sysctl -qw net.ipv4.neigh.link1.mcast_solicit=1 net.ipv4.neigh.link1.retrans_time_ms=50",
].join(" && ");

/** Waits until the neighbour has its answer or has given up, which takes it a few hundredths of a second. */
const asksByArp = [
  `ip -n neighbour neigh flush dev link1 nud all`,
  `ip -n neighbour neigh replace ${virtual} dev link1 use`,
  `while ip -n neighbour neigh show ${virtual} | grep -q INCOMPLETE; do :; done`,
  `ip -n neighbour neigh show ${virtual}`,
].join("; ");

/** By ARP it would have to ask with that address, which the check drops as well. */
const knowsHost = `ip -n neighbour neigh replace 192.0.2.1 lladdr ${hardware} dev link1 nud permanent`;
const sendsFromElsewhere = `const s = require("node:dgram").createSocket("udp4"); s.bind(0, "${foreign}", () => s.send("x", 9, "192.0.2.1", () => s.close()))`;
const binds = `require("node:net").createServer().listen(0, "${foreign}", function () { this.close() }).on("error", () => console.log("refused"))`;

/** Loads every combination of values and says what is seen and what was to be expected. */
export async function observe(
  host: Host,
  entriesOf: (text: string) => readonly Entry[],
): Promise<readonly Observation[]> {
  const trouble = await host.ask(setup);
  if (trouble !== "") throw new Error(`The neighbour could not be made: ${trouble}`);
  const found: Observation[] = [];
  const add = async (text: string, wanted: (entries: readonly Entry[]) => boolean, see: () => Promise<boolean>) => {
    const complaints = await host.load(text);
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
    found.push({ text, wanted: wanted(entriesOf(text)), seen: await see() });
  };
  const holds = (entries: readonly Entry[], key: string) => effective(entries, key, "link0")?.number ?? 0;
  for (const [all, own] of pairs([0, 1, 2])) {
    await add(
      lines("arp_ignore", all, own),
      (entries) => holds(entries, "net.ipv4.conf.*.arp_ignore") === 0,
      async () => / lladdr /.test(await host.ask(asksByArp)),
    );
    await add(
      lines("rp_filter", all, own),
      (entries) => holds(entries, "net.ipv4.conf.*.rp_filter") === 1,
      async () => {
        const before = await dropped(host);
        await host.ask(
          `${knowsHost}; ip netns exec neighbour ${quote(process.execPath)} -e ${quote(sendsFromElsewhere)}`,
        );
        return (await dropped(host)) > before;
      },
    );
  }
  for (const value of [0, 1]) {
    await add(
      `net.ipv4.ip_nonlocal_bind = ${value}\n`,
      (entries) => effective(entries, "net.ipv4.ip_nonlocal_bind")?.number === 1,
      async () => !(await host.ask(`${quote(process.execPath)} -e ${quote(binds)}`)).includes("refused"),
    );
  }
  return found;
}

function pairs(sizes: readonly number[]): readonly (readonly [number, number])[] {
  return sizes.flatMap((one) => sizes.map((other) => [one, other] as const));
}

function lines(name: string, all: number, own: number): string {
  return `net.ipv4.conf.all.${name} = ${all}\nnet.ipv4.conf.link0.${name} = ${own}\n`;
}

/** Packets that the check of their way back has dropped. */
async function dropped(host: Host): Promise<number> {
  const [names = "", counts = ""] = (await host.ask("grep ^TcpExt: /proc/net/netstat")).split("\n");
  return Number(counts.split(" ")[names.split(" ").indexOf("IPReversePathFilter")] ?? 0);
}
