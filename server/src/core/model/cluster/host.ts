/** What one machine would read, and what that says about it. */
import type { Address } from "../../net/address.ts";
import type { Location } from "../../schema/problem.ts";
import type { Text } from "../../text/localized.ts";
import type { Configuration } from "../configuration.ts";
import type { Facts } from "../facts.ts";

/** A file that a host reads, and why we think so. */
export interface HostFile {
  readonly uri: string;
  readonly reason: Text;
}

/** An address that a host has whatever VRRP decides, and how we know. */
export interface HostAddress {
  readonly interface: string | undefined;
  readonly address: Address;
  readonly text: string;
  readonly prefixLength: number | undefined;
  readonly at: Location | undefined;
  readonly reason: Text;
  /** Only files of others tell of it. */
  readonly isGuess?: boolean;
}

export interface Host {
  /** Unlike that of any other host in the workspace. */
  readonly id: string;
  readonly name: string;
  /** The URI of the folder that holds this host and its neighbours. */
  readonly site: string;
  /** `.ha-config.json` says that it is one. */
  readonly isStated: boolean;
  readonly files: readonly HostFile[];
  readonly configurations: readonly Configuration[];
  /** What all of its configurations say together. */
  readonly facts: Facts;
  readonly addresses: readonly HostAddress[];
}

/** One instance on one host. */
export interface Member {
  readonly host: Host;
  readonly instance: Facts["instances"][number];
}

/** The instances, one of each host, that would elect a MASTER among themselves, or are meant to. */
export interface VirtualRouter {
  readonly id: string;
  /** In the order of the hosts. */
  readonly members: readonly Member[];
  /** Why the instances are taken for one virtual router. */
  readonly reasons: readonly Text[];
}

/** Hosts that share virtual routers. A host that shares none is a cluster of its own. */
export interface Cluster {
  readonly id: string;
  readonly name: string;
  readonly hosts: readonly Host[];
  readonly routers: readonly VirtualRouter[];
}

/** A stretch of addresses on one link, as `.ha-config.json` states it. */
export interface Network {
  readonly name: string;
  /** The URI of the folder that it is stated for: hosts elsewhere may have networks of the same numbers. */
  readonly site: string;
  /** Such as `192.0.2.0/24`. */
  readonly ranges: readonly { readonly address: Address; readonly prefixLength: number }[];
  readonly carriesMulticast: boolean;
  /** VRIDs that others use on it. */
  readonly usedVirtualRouterIds: readonly number[];
}

/** All hosts of a workspace. */
export interface Estate {
  readonly hosts: readonly Host[];
  readonly clusters: readonly Cluster[];
  readonly networks: readonly Network[];
}
