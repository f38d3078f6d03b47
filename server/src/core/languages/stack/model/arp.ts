/**
 * How quiet a host is about ARP: arp_ignore and arp_announce where requests reach it. The kernel takes the greater value
 * of `all` and of the interface (include/linux/inetdevice.h: IN_DEV_ARP_IGNORE, IN_DEV_ARP_ANNOUNCE).
 */
import type { Host } from "../../../model/cluster/host.ts";
import type { KernelSetting } from "../../../model/facts.ts";
import { derived } from "../../../model/gather.ts";
import { effective } from "../../sysctl-conf/model/effective.ts";
import { exchange } from "../../sysctl-conf/syntax/key.ts";

export type ArpKey = "arp_ignore" | "arp_announce";

export interface ArpState {
  readonly key: ArpKey;
  /** 0 where nothing is set, which is the kernel's default. */
  readonly number: number;
  /** The line that decides; undefined where there is none. */
  readonly setting: KernelSetting | undefined;
}

/**
 * Values of arp_ignore with which a host does not answer for an address on another interface. Measured: the values that
 * are reserved answer; 3 is quiet only for addresses of host scope, which no file shows.
 */
export const quietIgnore: ReadonlySet<number> = new Set([1, 2, 3, 8]);
/** With it a host answers for no address at all, not even for those of the interface that is asked. */
export const answersNothing = 8;

/** What holds on a host; undefined where a line cannot be read. `interface` is the one that is surely asked. */
export function arpState(host: Host, key: ArpKey, asked: string | undefined): ArpState | undefined {
  const { facts } = host;
  const general = `net.ipv4.conf.*.${key}`;
  const lines = facts.settings.filter((line) => line.key.startsWith("net.ipv4.conf.") && line.key.endsWith(`.${key}`));
  if (lines.some(({ excludes, number }) => !excludes && number === undefined)) return undefined;
  // Where no file names the interface: each that a line is about, and one of which no line tells.
  const own = asked === undefined ? [...lines.map(namedIn), "-"] : [asked, ...interfacesOf(host)];
  const names = new Set(own.flatMap((name) => (name === undefined || isNoLink(name) ? [] : [name])));
  const deciding = [...names].flatMap((name) => effective(facts.settings, general, name)?.entry ?? []);
  const number = Math.max(0, ...deciding.map((line) => line.number ?? 0));
  return { key, number, setting: deciding.find((line) => (line.number ?? 0) === number) };
}

/** The interfaces of which a host has addresses, none twice. */
const interfacesOf = derived(({ addresses }: Host): readonly (string | undefined)[] => [
  ...new Set(addresses.map((one) => one.interface)),
]);

/** The interface that a line is about; undefined for all of them. */
function namedIn({ key, isGlob }: KernelSetting): string | undefined {
  const name = exchange(key.split(".")[3] ?? "");
  return isGlob || name === "all" || name === "default" ? undefined : name;
}

/** Whether an interface by its name has no wire, so that no request ever arrives on it. */
export function isNoLink(name: string): boolean {
  return name === "lo" || name.startsWith("dummy") || name.startsWith("tunl");
}
