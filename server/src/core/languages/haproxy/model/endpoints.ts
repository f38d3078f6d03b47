/** What a configuration listens on: the addresses of `bind` lines and of sockets for commands. */
import { parseAddress } from "../../../net/address.ts";
import type { Bound } from "../../../schema/bound.ts";
import type { Address } from "../syntax/inner.ts";
import { isUncertain, mayHoldMore } from "./gaps.ts";
import { ofSections } from "./gathered.ts";

export interface Endpoint {
  readonly bound: Bound;
  readonly address: Address;
  readonly transport: "tcp" | "udp" | "file";
  /** Bytes of the address, or the path of the socket; empty for every address of the family. */
  readonly host: string;
  readonly families: readonly (4 | 6)[];
  readonly from: number;
  readonly to: number;
  /** Interface and name space: sockets of different ones do not meet. */
  readonly realm: string;
}

const keywords = ["bind", "dgram-bind", "stats socket"];

/** All endpoints that are known for sure, in the order of reading. */
export const endpointsOf = ofSections((section) => linesOf(section).flatMap((bound) => endpointsIn(bound)));

/** Lines of which only the host knows some endpoint. */
export const unknownEndpointsOf = ofSections((section) =>
  linesOf(section).filter((bound) => {
    const addresses = bound.value("address")?.inner as readonly Address[] | undefined;
    return addresses === undefined || endpointsIn(bound).length < addresses.length;
  }),
);

function linesOf(section: Bound): readonly Bound[] {
  if (section.has("disabled")) return [];
  return section.children.filter((child) => keywords.includes(child.keyword?.name ?? ""));
}

function endpointsIn(bound: Bound): readonly Endpoint[] {
  if (isUncertain(bound) || mayHoldMore(bound, bound.named.length + 1)) return [];
  const addresses = (bound.value("address")?.inner as readonly Address[] | undefined) ?? [];
  return addresses.flatMap((address) => endpointOf(bound, address) ?? []);
}

function endpointOf(bound: Bound, address: Address): Endpoint | undefined {
  const { kind, port, path } = address;
  if (address.unknown || address.errors.length > 0) return undefined;
  const realm = ["interface", "namespace"].map((name) => String(bound.value(name)?.data ?? "")).join("\0");
  const shared = { bound, address, realm };
  if (kind === "unix" || kind === "abns" || kind === "abnsz") {
    return { ...shared, transport: "file", host: `${kind} ${path?.value ?? ""}`, families: [4], from: 0, to: 0 };
  }
  const families = familiesOf(bound, address);
  const host = hostOf(address);
  if (families === undefined || host === undefined || port?.from === undefined || port.relative !== undefined) {
    return undefined;
  }
  const { from } = port;
  return { ...shared, transport: transportOf(bound, address), host, families, from, to: port.to ?? from };
}

function familiesOf(bound: Bound, { kind, family, host }: Address): readonly (4 | 6)[] | undefined {
  if (kind === "any") return family?.value.endsWith("6") === true ? [6] : [4];
  if (kind === "ipv4") return [4];
  if (kind !== "ipv6") return undefined;
  const isAll = /^[:0]+$/.test(host?.value ?? "");
  return isAll && bound.value("v4v6") !== undefined ? [4, 6] : [6];
}

function hostOf({ kind, host }: Address): string | undefined {
  if (kind === "any") return "";
  const bytes = parseAddress(host?.value ?? "")?.bytes;
  return bytes?.every((byte) => byte === 0) === true ? "" : bytes?.join(".");
}

function transportOf(bound: Bound, { family, socketType }: Address): "tcp" | "udp" {
  if (bound.keyword?.name === "dgram-bind") return "udp";
  const isDatagram = /^(?:quic|udp|dgram)/.test(`${socketType?.value ?? ""}${family?.value ?? ""}`);
  return isDatagram ? "udp" : "tcp";
}

/** Whether an address can only be reached from this host. */
export function isLocal({ kind, host }: Address): boolean {
  if (!(kind === "ipv4" || kind === "ipv6" || kind === "any" || kind === "name")) return true;
  return /^(?:127\.|::1$|localhost$)/.test(host?.value ?? "");
}
