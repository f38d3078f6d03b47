/**
 * The table that the kernel ends up with when all rules of a file are read into an empty one, line by line
 * (ip_vs_genl_set_cmd in net/netfilter/ipvs/ip_vs_ctl.c). Where ipvsadm would leave at a line, the lines behind it are
 * read all the same, as if that line were not there: they will be once it is mended.
 */
import type { Configuration, SectionState } from "../../../model/configuration.ts";
import { derived } from "../../../model/gather.ts";
import type { Family } from "../../../net/address.ts";
import { type Bound, walkBound } from "../../../schema/bound.ts";
import type { Location, Severity } from "../../../schema/problem.ts";
import type { Text } from "../../../text/localized.ts";
import type { Group } from "../schema/option.ts";
import type { Host, Protocol } from "./address.ts";
import type { Checksum, DaemonState, Effect, Method, TunnelType } from "./draft.ts";
import { TableBuilder } from "./tableBuilder.ts";

/** Where each part of an entry is written last: the value of an option, or the option where it has none. */
export type Places = ReadonlyMap<Group, Location>;

export interface Server {
  readonly host: Host;
  readonly family: Family;
  readonly port: number;
  readonly method: Method;
  readonly weight: number;
  /** Connections; 0 for none. */
  readonly upperThreshold: number;
  readonly lowerThreshold: number;
  /** Only with the method TUN. */
  readonly tunnel: { readonly type: TunnelType; readonly port: number; readonly checksum: Checksum } | undefined;
  /** The line that made it what it is. */
  readonly bound: Bound;
  readonly places: Places;
}

export interface Service {
  readonly protocol: Protocol | "fwmark";
  /** Undefined of a mark. */
  readonly host: Host | undefined;
  readonly family: Family;
  /** 0 for every port, and of a mark. */
  readonly port: number;
  /** 0 where it is none. */
  readonly mark: number;
  readonly scheduler: string;
  /** In the order in which ipvsadm prints them. */
  readonly flags: readonly string[];
  readonly persistence:
    | { readonly seconds: number; readonly netmask: string; readonly engine: string | undefined }
    | undefined;
  /** Kept by the kernel also where the service is not persistent. */
  readonly engine: string | undefined;
  readonly onePacket: boolean;
  readonly servers: readonly Server[];
  readonly bound: Bound;
  readonly places: Places;
}

export interface SyncDaemon {
  readonly state: DaemonState;
  readonly interface: string;
  readonly syncId: number;
  readonly group: string | undefined;
  readonly port: number | undefined;
  readonly ttl: number | undefined;
  readonly maxLength: number | undefined;
  readonly bound: Bound;
  readonly places: Places;
}

export interface Timeouts {
  /** Seconds. */
  readonly tcp: number;
  readonly tcpFin: number;
  readonly udp: number;
  /** Undefined while they are the kernel's own. */
  readonly bound: Bound | undefined;
}

/** What becomes of a line. */
export interface Outcome {
  readonly bound: Bound;
  /** Undefined where it is carried out. */
  readonly effect: Effect | undefined;
  /** The kernel refused it, and not ipvsadm. */
  readonly kernel: boolean;
  /** False where the host that reads it decides. */
  readonly certain: boolean;
  /** It is written for another command. */
  readonly dialect: boolean;
  /** It fails because a line above it failed. */
  readonly caused: boolean;
}

/** What is wrong with a rule beside the others. */
export interface TableFault {
  readonly code: string;
  readonly at: Location;
  readonly message: Text;
  readonly severity?: Severity;
  /** The name that is there and looks most like the one that is not. */
  readonly near?: string;
  /** The line with which it does not go together. */
  readonly rival?: Location;
  /** A fault above is the cause, and nothing is to be said of this one. */
  readonly caused?: true;
}

export interface Table {
  readonly services: readonly Service[];
  readonly timeouts: Timeouts;
  readonly daemons: readonly SyncDaemon[];
  readonly outcomes: readonly Outcome[];
  readonly faults: readonly TableFault[];
}

const tables = derived((sections: readonly SectionState[]): Table => {
  const builder = new TableBuilder();
  for (const { statements } of sections) walkBound(statements, (bound) => builder.line(bound));
  return builder.table();
});

/** The table of a configuration, made anew only after a change. */
export function tableOf({ sections }: Configuration): Table {
  return tables(sections);
}
