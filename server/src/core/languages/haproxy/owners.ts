/**
 * Who owns a name. ACLs belong to the section that they stand in, servers to their backend; a frontend and a backend
 * may have the same name up to version 3.2 and are two owners all the same. A `listen` counts as a backend, for that
 * is what others call it by.
 */
import type { Bound } from "../../schema/bound.ts";

/** The owner that a section is; empty outside of any. */
export function ownerOf(block: Bound | undefined): string {
  const kind = block?.keyword?.name;
  if (kind === undefined || block === undefined) return "";
  if (kind === "frontend" || kind === "defaults") return `${kind} ${block.name}`;
  return kind === "backend" || kind === "listen" ? backendOwner(block.name) : `${kind} ${block.name}`;
}

/** The owner of the servers of a backend or listen. */
export function backendOwner(name: string): string {
  return `backend ${name}`;
}
