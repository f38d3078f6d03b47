/** Whether a host forwards packets, as far as its settings tell. */
import type { Host } from "../../../model/cluster/host.ts";
import type { KernelSetting } from "../../../model/facts.ts";
import type { Family } from "../../../net/address.ts";
import { written } from "../../sysctl-conf/model/effective.ts";
import { mayMean } from "./otherMeans.ts";

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
export function noForwarding(host: Host, family: Family): NoForwarding | undefined {
  const { settings, processes } = host.facts;
  if (settings.length === 0 || processes.some((name) => routers.has(name))) return undefined;
  if (mayMean(host, (text) => /ip_forward|[./]forwarding/.test(text))) return undefined;
  const ofAny = settings.filter(({ key }) => isAbout(key, family));
  // Measured: the interface on which the answers come in is all that needs to forward.
  const isOn = (line: KernelSetting) => !line.excludes && line.number !== 0;
  const isOther = ({ key }: KernelSetting) => !keys[family].includes(key);
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
