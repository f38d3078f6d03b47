/** Settings of the kernel on which the services of a host depend, as they are: for a picture of the host. */
import type { Estate, Host } from "../../../model/cluster/host.ts";
import type { KernelSetting } from "../../../model/facts.ts";
import type { Location } from "../../../schema/problem.ts";
import { fill, type Text, text, verbatim } from "../../../text/localized.ts";
import { written } from "../../sysctl-conf/model/effective.ts";
import { neededSettings } from "./kernelNeeds.ts";

export interface KernelSettingLine {
  readonly key: string;
  readonly text: Text;
  /** The line that sets it, or what needs it. */
  readonly sources: readonly Location[];
}

const notSet = text("{0} is not set", "{0} 未设置");

/**
 * One line for each key that something of the host needs. Where none of its files sets anything of the kernel, these may
 * lie elsewhere, and nothing is said.
 */
export function kernelLines(host: Host, estate: Estate): readonly KernelSettingLine[] {
  const { settings } = host.facts;
  if (settings.length === 0) return [];
  return neededSettings(host, estate).map(({ key, at }): KernelSettingLine => {
    const found = settingFor(settings, key);
    if (found !== undefined) return { key, text: verbatim(`${found.key} = ${found.value ?? ""}`), sources: [found.at] };
    return { key, text: fill(notSet, key), sources: at === undefined ? [] : [at] };
  });
}

/** The line for a key; where none is for `all` interfaces, the greatest of those for single ones. */
function settingFor(settings: readonly KernelSetting[], key: string): KernelSetting | undefined {
  const found = written(settings, key);
  const [, head = "", tail = ""] = /^(net\.ipv4\.conf\.)all(\.arp_\w+)$/.exec(key) ?? [];
  if (found !== undefined || head === "") return found;
  const own = settings.filter((one) => one.key.startsWith(head) && one.key.endsWith(tail));
  return [...own].sort((a, b) => (b.number ?? 0) - (a.number ?? 0))[0];
}
