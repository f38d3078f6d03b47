/**
 * A rule while it is read, as ipvsadm fills its own (struct ipvs_command_entry): options change it one after the other,
 * so that their order counts where it counts there.
 */

import type { Family } from "../../../net/address.ts";
import type { Fix, Severity } from "../../../schema/problem.ts";
import type { BoundValue } from "../../../schema/value.ts";
import type { Word } from "../../../syntax/ast.ts";
import type { Text } from "../../../text/localized.ts";
import type { Range } from "../../../text/range.ts";
import type { Group } from "../schema/option.ts";
import type { Host, Protocol } from "./address.ts";

/**
 * What becomes of a rule with a fault: ipvsadm says something, leaves the rule out and reads on, or it leaves with an
 * exit status and reads nothing further.
 */
export type Effect = "skips" | "stops";

/** A change of the rule's own text, not yet of a certain file. */
export interface Mend {
  readonly title: Text;
  readonly safety: Fix["safety"];
  readonly range: Range;
  readonly text: string;
}

export interface Fault extends Range {
  /** The tail of a rule's id. */
  readonly code: string;
  readonly message: Text;
  /** Absent where the rule is taken all the same. */
  readonly effect?: Effect;
  /** The kernel refuses it, and not ipvsadm. */
  readonly kernel?: true;
  readonly severity?: Severity;
  /** The word is of another command's language, and not misspelt. */
  readonly dialect?: true;
  readonly mends?: readonly Mend[];
}

export type Method = "NAT" | "DR" | "TUN";
export type TunnelType = "ipip" | "gue" | "gre";
export type Checksum = "nocsum" | "csum" | "remcsum";
export type DaemonState = "master" | "backup";

export interface Draft {
  /** The options given so far, by what they set; each may stand once. */
  readonly given: Map<Group, Word>;
  readonly faults: Fault[];
  readonly values: BoundValue[];
  /** False where a value depends on the host that reads the rule. */
  certain: boolean;

  protocol: Protocol | undefined;
  host: Host | undefined;
  family: Family | undefined;
  port: number;
  mark: number;
  scheduler: Word | undefined;
  schedulerFlags: Word | undefined;
  /** Seconds; undefined where the service is not persistent. */
  persistence: number | undefined;
  /** An IPv4 mask in dots, or the length of an IPv6 prefix. */
  netmask: string;
  engine: Word | undefined;
  onePacket: boolean;

  serverHost: Host | undefined;
  serverFamily: Family | undefined;
  serverPort: number;
  method: Method;
  weight: number;
  upper: number;
  lower: number;
  tunnel: TunnelType;
  tunnelPort: number;
  checksum: Checksum;

  daemon: DaemonState | undefined;
  daemonInterface: string;
  syncId: number;
  group: string | undefined;
  daemonPort: number | undefined;
  ttl: number | undefined;
  maxLength: number | undefined;
  timeouts: readonly number[];
}

/** process_options in ipvsadm.c: what a rule is before any option. */
export function emptyDraft(): Draft {
  return {
    given: new Map(),
    faults: [],
    values: [],
    certain: true,
    protocol: undefined,
    host: undefined,
    family: undefined,
    port: 0,
    mark: 0,
    scheduler: undefined,
    schedulerFlags: undefined,
    persistence: undefined,
    netmask: "255.255.255.255",
    engine: undefined,
    onePacket: false,
    serverHost: undefined,
    serverFamily: undefined,
    serverPort: 0,
    method: "DR",
    weight: 1,
    upper: 0,
    lower: 0,
    tunnel: "ipip",
    tunnelPort: 0,
    checksum: "nocsum",
    daemon: undefined,
    daemonInterface: "eth0",
    syncId: 0,
    group: undefined,
    daemonPort: undefined,
    ttl: undefined,
    maxLength: undefined,
    timeouts: [],
  };
}

/** A number as strtol reads all of a word in base 10; undefined where it is none or out of the range. */
export function readNumber(text: string, least: number, most: number): number | undefined {
  if (!/^[+-]?\d+$/.test(text)) return undefined;
  const number = Number(text);
  return number >= least && number <= most ? number + 0 : undefined;
}
