/** Where the files that are written for a host go, and how they are called in a title. */
import type { Host } from "../../../model/cluster/host.ts";
import { placeOf } from "../../../model/cluster/place.ts";
import { decodedUri } from "../../../text/uri.ts";

/** From the host's own folder on: `lb2/etc/keepalived/keepalived.conf`. */
export function shortPath(uri: string): string {
  const { folder } = placeOf(uri);
  return decodedUri(uri.slice(folder.lastIndexOf("/") + 1));
}

/** What a file of the system is called: where a folder is one host's, and where several share it. */
export interface SystemFile {
  /** Seen from `etc`: `sysctl.d/90-ha.conf`. */
  readonly path: string;
  /** With `*` for the name of the host: `sysctl-*.conf`. */
  readonly named: string;
}

/** The URI of a file of the system for a host that reads `uri`: `lb1/etc/sysctl.d/…`, `lb1/sysctl.d/…`, `sysctl-lb1.conf`. */
export function systemFile({ site, name, isStated }: Host, uri: string, { path, named }: SystemFile): string {
  const { folder } = placeOf(uri);
  if (site === folder && !isStated) return `${folder}/${named.replace("*", encodeURIComponent(name))}`;
  return uri.startsWith(`${folder}/etc/`) ? `${folder}/etc/${path}` : `${folder}/${path}`;
}
