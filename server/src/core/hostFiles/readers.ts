/**
 * Which files of a host are read, by their paths. A path is seen from a folder that holds the host's files, which may be
 * its root or any folder that somebody made for it: `etc/network/interfaces`, `lb1/interfaces`, `lb1/ifcfg-eth0`.
 */
import type { HostFact, HostFileFacts } from "./facts.ts";
import { readFirewalldZone } from "./firewall/firewalld.ts";
import { readIptablesSave } from "./firewall/iptablesSave.ts";
import { readNftables } from "./firewall/nftables.ts";
import { readHostName, readHosts } from "./names.ts";
import { readIfcfg } from "./network/ifcfg.ts";
import { readInterfaces } from "./network/interfaces.ts";
import { readNetplan } from "./network/netplan.ts";
import { readNetworkd } from "./network/networkd.ts";
import { readNetworkManager } from "./network/networkManager.ts";
import { isDaemonConfiguration, readDaemonConfiguration, readUnit } from "./processes.ts";
import { readScript } from "./script.ts";

interface HostFileReader {
  readonly id: string;
  /** Whether it reads the file at a path with slashes. */
  readonly matches: (path: string) => boolean;
  /** Facts with ranges within the text. Total: any text has some, perhaps none. */
  readonly read: (text: string, path: string) => HostFileFacts;
}

const named = (pattern: RegExp) => (path: string) => pattern.test(path);

export const hostFileReaders: readonly HostFileReader[] = [
  { id: "interfaces", matches: named(/(?:^|\/)(?:interfaces|interfaces\.d\/[\w.-]+)$/), read: readInterfaces },
  { id: "ifcfg", matches: named(/(?:^|\/)ifcfg-[^/]+$/), read: readIfcfg },
  { id: "NetworkManager", matches: named(/\.nmconnection$/), read: readNetworkManager },
  { id: "networkd", matches: named(/\.network$/), read: readNetworkd },
  {
    id: "netplan",
    matches: named(/(?:(?:^|\/)netplan\/[^/]+|(?:^|\/)(?:\d\d-[^/]+|netplan))\.ya?ml$/),
    read: readNetplan,
  },
  { id: "hostname", matches: named(/(?:^|\/)hostname$/), read: readHostName },
  { id: "hosts", matches: named(/(?:^|\/)hosts$/), read: readHosts },
  { id: "nftables", matches: named(/(?:^|\/)nftables\.(?:conf|rules)$|\.nft$/), read: readNftables },
  {
    id: "iptables-save",
    matches: named(/(?:^|\/)(?:(?:[\w.-]*\.)?rules\.v[46]|ip6?tables(?:[.-](?:rules|save|conf))*)$/),
    read: readIptablesSave,
  },
  { id: "firewalld", matches: named(/(?:^|\/)zones\/[^/]+\.xml$/), read: readFirewalldZone },
  { id: "unit", matches: named(/\.service$|\.service\.d\/[^/]+\.conf$/), read: readUnit },
  { id: "daemon", matches: isDaemonConfiguration, read: readDaemonConfiguration },
  { id: "script", matches: named(/\.sh$|(?:^|\/)rc\.local$|(?:^|\/)init\.d\/[^/]+$/), read: readScript },
];

/** What all readers that know the path find in the text. */
export function readHostFile(path: string, text: string): HostFileFacts {
  const readers = hostFileReaders.filter((reader) => reader.matches(path));
  return readers.flatMap((reader): readonly HostFact[] => reader.read(text, path));
}
