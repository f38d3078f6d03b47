/** BFD sessions as the daemon compares them (keepalived/bfd/bfd_parser.c, bfd_data.c). */
import type { Address } from "../../../net/address.ts";
import type { Bound } from "../../../schema/bound.ts";
import { addressOf } from "./checkers.ts";
import { last } from "./lvs.ts";

/** The statement that names the neighbour, in either spelling. */
export function neighborOf(instance: Bound): Bound | undefined {
  return last(instance, "neighbor_ip", "neighbour_ip");
}

/** What is not written, or known only to the host, is undefined. */
export interface Ends {
  readonly neighbor: Address | undefined;
  readonly source: Address | undefined;
}

export function endsOf(instance: Bound): Ends {
  return { neighbor: addressOf(neighborOf(instance)), source: addressOf(instance.find("source_ip")) };
}
