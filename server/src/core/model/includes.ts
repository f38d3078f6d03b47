/** Where the file that an include line names may lie, when a repository holds the files of several hosts. */

/**
 * Globs to try in turn, as URIs. A relative pattern is seen from the including file. An absolute one is first sought
 * below the folder that plays the host's root (`lb1/` of `lb1/etc/keepalived/keepalived.conf`), then on this machine,
 * then beside the including file.
 */
export function includeCandidates(pattern: string, from: string): readonly string[] {
  const [, scheme = "", path = ""] = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)?(.*)$/i.exec(from) ?? [];
  const folder = path.replace(/[^/]*$/, "");
  if (!pattern.startsWith("/")) return [scheme + normalise(folder + pattern)];
  const candidates: string[] = [];
  const top = /^\/[^/*?[{]+\//.exec(pattern)?.[0];
  const root = top === undefined ? -1 : path.lastIndexOf(top);
  if (root > 0) candidates.push(scheme + path.slice(0, root) + pattern);
  candidates.push(scheme + pattern, scheme + folder + pattern.replace(/^.*\//, ""));
  return [...new Set(candidates)];
}

/** Resolves `.` and `..`. */
function normalise(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}
