/** Where the files that are written for a host go, and how they are called in a title. */
import { placeOf } from "../../../model/cluster/place.ts";

/** From the host's own folder on: `lb2/etc/keepalived/keepalived.conf`. */
export function shortPath(uri: string): string {
  const { folder } = placeOf(uri);
  return decodedPath(uri.slice(folder.lastIndexOf("/") + 1));
}

/** The URI of a file of the system, seen from `etc`, for the host that reads `uri`: `lb1/etc/sysctl.d/…`, `lb1/sysctl.d/…`. */
export function systemFile(uri: string, path: string): string {
  const { folder } = placeOf(uri);
  const below = uri.slice(folder.length);
  return below.startsWith("/etc/") ? `${folder}/etc/${path}` : `${folder}/${path}`;
}

/** A URI with its escapes resolved, where they are well-formed. */
export function decodedPath(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
