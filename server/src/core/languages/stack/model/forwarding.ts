/** Whether a host forwards packets, as far as its settings tell. */
import type { Host } from "../../../model/cluster/host.ts";
import type { KernelSetting } from "../../../model/facts.ts";
import type { Family } from "../../../net/address.ts";
import { written } from "../../sysctl-conf/model/effective.ts";
import { isScript } from "./realServers.ts";

/** net/ipv4/devinet.c: both write the same value; net/ipv6/addrconf.c knows one. */
const keys: Readonly<Record<Family, readonly string[]>> = {
  4: ["net.ipv4.ip_forward", "net.ipv4.conf.all.forwarding"],
  6: ["net.ipv6.conf.all.forwarding"],
};

/** Daemons that turn it on themselves. */
const routers: ReadonlySet<string> = new Set(["kube-proxy", "kubelet", "dockerd", "docker", "libvirtd", "containerd"]);

/** A host that surely does not forward: with the line that says so, where there is one. */
export interface NoForwarding {
  readonly setting: KernelSetting | undefined;
}

/** Undefined where a host forwards, on some interface at least, or nothing tells. */
export function noForwarding({ facts }: Host, family: Family): NoForwarding | undefined {
  const { settings, processes } = facts;
  if (settings.length === 0 || processes.some((name) => routers.has(name))) return undefined;
  const ofAny = settings.filter(({ key }) => isAbout(key, family));
  // One interface that forwards may be all that is needed; and what scripts do may come later than the files.
  const isOn = (line: KernelSetting) => !line.excludes && line.number !== 0;
  const isOther = (line: KernelSetting) => !keys[family].includes(line.key) || isScript(line.at.source.uri);
  if (ofAny.some((line) => isOn(line) && isOther(line))) return undefined;
  const deciding = keys[family].flatMap((key) => written(settings, key) ?? []);
  const last = deciding.reduce<KernelSetting | undefined>(
    (one, other) => (one === undefined || settings.indexOf(other) > settings.indexOf(one) ? other : one),
    undefined,
  );
  return last !== undefined && isOn(last) ? undefined : { setting: last };
}

function isAbout(key: string, family: Family): boolean {
  return keys[family].includes(key) || (key.startsWith(`net.ipv${family}.conf.`) && key.endsWith(".forwarding"));
}
