/**
 * What a configuration of kube-proxy says of the host that it runs on, for those who look at several files: its mode,
 * whether it keeps ARP quiet, and which virtual servers it leaves alone.
 */
import type { Configuration } from "../../../model/configuration.ts";
import type { Bound } from "../../../schema/bound.ts";
import type { Location } from "../../../schema/problem.ts";
import { doubt } from "../template.ts";

/** A setting, and where it stands: the value, or the name of the block or document where it would stand. */
export interface Fact<T> extends Location {
  readonly value: T;
  readonly isWritten: boolean;
}

export interface KubeProxyFacts {
  /** The whole configuration. */
  readonly bound: Bound;
  /** As kube-proxy takes it on Linux; undefined where only a template's engine knows it. */
  readonly mode: Fact<string | undefined>;
  /** Whether it sets arp_ignore to 1 and arp_announce to 2 for all interfaces; only in mode ipvs. */
  readonly strictArp: Fact<boolean | undefined>;
  readonly scheduler: Fact<string | undefined>;
  /** Networks whose virtual servers it leaves alone; all others it deletes in mode ipvs (pkg/proxy/ipvs/proxier.go: cleanLegacyService). */
  readonly excludeCidrs: readonly Fact<string>[];
  readonly clusterCidrs: readonly string[];
  /** A template's engine may add to it, or makes part of the networks that are left alone. */
  readonly isPartial: boolean;
}

/** The facts of each document of a file. */
export function kubeProxyFacts(configuration: Configuration): readonly KubeProxyFacts[] {
  return configuration.all("KubeProxyConfiguration").map(factsOf);
}

function factsOf(bound: Bound): KubeProxyFacts {
  const ipvs = bound.find("ipvs");
  const place = ipvs ?? bound;
  const excludes = ipvs?.find("excludeCIDRs");
  const excluded = excludes?.children ?? [];
  return {
    bound,
    mode: fact(bound, "mode", (data) => (data === undefined || data === "" ? "iptables" : String(data))),
    strictArp: fact(place, "strictARP", (data) => data === true),
    scheduler: fact(place, "scheduler", (data) => (data === undefined || data === "" ? "rr" : String(data))),
    excludeCidrs: excluded.flatMap((entry) =>
      entry.values.map((value) => ({ ...entry.at(value.word), value: String(value.data), isWritten: true })),
    ),
    clusterCidrs: (bound.string("clusterCIDR") ?? "").split(",").filter((one) => one !== ""),
    isPartial: doubt(bound.source.section.text) === "all" || [ipvs, excludes, ...excluded].some(hasUnknown),
  };
}

/** The mode of a configuration, as far as it is known. */
export function modeOf(bound: Bound): string | undefined {
  return factsOf(bound).mode.value;
}

function fact<T>(
  block: Bound,
  name: string,
  read: (data: string | number | boolean | undefined) => T,
): Fact<T | undefined> {
  const found = block.find(name);
  if (found === undefined) return { ...block.at(block.head), value: read(undefined), isWritten: false };
  const [value] = found.values;
  return {
    ...found.at(value?.word ?? found.head),
    value: hasUnknown(found) ? undefined : read(value?.data),
    isWritten: true,
  };
}

function hasUnknown(bound: Bound | undefined): boolean {
  return bound?.statement.words.some(({ unknown }) => unknown === true) === true;
}
