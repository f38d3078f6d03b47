/** The health checks of a real server, and whom they talk to (keepalived/check/check_api.c). */
import { type Address, parseAddress } from "../../../net/address.ts";
import type { Bound } from "../../../schema/bound.ts";
import { endpointOf } from "./lvs.ts";

/** Checks that open a connection, and so take `connect_ip`, `bindto` and the like. */
export const connecting = ["TCP_CHECK", "HTTP_GET", "SSL_GET", "SMTP_CHECK", "DNS_CHECK", "UDP_CHECK", "PING_CHECK"];

export const checkers = [...connecting, "MISC_CHECK", "FILE_CHECK", "BFD_CHECK"];

export function checksOf(server: Bound): readonly Bound[] {
  return server.children.filter((child) => checkers.includes(child.keyword?.name ?? ""));
}

/** The real server that a check, or a `host` of an SMTP check, belongs to. */
export function serverOf(check: Bound): Bound | undefined {
  for (let block = check.parent; block !== undefined; block = block.parent) {
    if (block.keyword?.name === "real_server") return block;
  }
  return undefined;
}

/** The address in a statement such as `connect_ip`, if it is known and right. */
export function addressOf(statement: Bound | undefined): Address | undefined {
  const value = statement?.values[0];
  return value === undefined || value.word.unknown === true ? undefined : parseAddress(value.word.value);
}

/** The address that a check connects to. */
export function targetOf(check: Bound): Address | undefined {
  const named = check.find("connect_ip");
  if (named !== undefined) return addressOf(named);
  const server = serverOf(check);
  return server === undefined ? undefined : endpointOf(server)?.address;
}

/** An SMTP check that leaves everything to its old `host` blocks connects to nobody itself. */
export function isOnlyHosts(check: Bound): boolean {
  const own = ["connect_ip", "connect_port", "bindto", "bind_port", "bind_if", "fwmark", "connect_timeout"];
  return check.has("host") && !own.some((keyword) => check.has(keyword));
}
