/**
 * The order in which a host reads its files (procps: PreloadSystem in src/sysctl.c; sysctl.d(5)): all files of the
 * folders sorted by their names, of several with one name only that of the first folder, and /etc/sysctl.conf last.
 */

/** The first one wins over the others where a name stands in several. */
const folders = ["etc", "run", "usr/local/lib", "usr/lib", "lib"];

const place = new RegExp(`^(.*/)(${folders.join("|")})/(?:sysctl\\.d/([^/]+\\.conf)|(sysctl\\.conf))$`);

/** A folder with sysctl.d or sysctl.conf that stands for no part of a host's tree. */
const loose = /^(.*\/)(?:sysctl\.d\/([^/]+\.conf)|(sysctl\.conf))$/;

interface Placed {
  readonly host: string;
  readonly folder: number;
  /** Undefined for sysctl.conf itself. */
  readonly name: string | undefined;
}

function placed(uri: string): Placed | undefined {
  const inTree = place.exec(uri);
  if (inTree !== null) {
    const [, host = "", folder = "", name, main] = inTree;
    // Only the one in /etc is read.
    if (main !== undefined && folder !== "etc") return undefined;
    return { host, folder: folders.indexOf(folder), name };
  }
  const found = loose.exec(uri);
  return found === null ? undefined : { host: found[1] ?? "", folder: 0, name: found[2] };
}

/** The files that `sysctl --system` reads on the host that `uri` belongs to, as patterns in the form of URIs. */
export function patternsOf(uri: string): readonly string[] {
  const own = placed(uri);
  if (own === undefined) return [];
  if (!place.test(uri)) return [`${own.host}sysctl.d/*.conf`, `${own.host}sysctl.conf`];
  return [...folders.map((folder) => `${own.host}${folder}/sysctl.d/*.conf`), `${own.host}etc/sysctl.conf`];
}

/** Of the files of one host those that are read, in order; what another file of the same name hides is left out. */
export function systemOrder(uris: readonly string[]): readonly string[] {
  const byName = new Map<string, { readonly uri: string; readonly folder: number }>();
  const main: string[] = [];
  for (const uri of new Set(uris)) {
    const found = placed(uri);
    if (found === undefined) continue;
    if (found.name === undefined) {
      main.push(uri);
      continue;
    }
    const before = byName.get(found.name);
    if (before === undefined || found.folder < before.folder) byName.set(found.name, { uri, folder: found.folder });
  }
  const sorted = [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { uri }]) => uri);
  return [...sorted, ...main];
}

/** The files that are read after `uri`, where it is the first one of its host; none where it is not. */
export function companions(uri: string, list: (pattern: string) => readonly string[]): readonly string[] {
  const all = systemOrder([uri, ...patternsOf(uri).flatMap(list)]);
  return all[0] === uri ? all.slice(1) : [];
}
