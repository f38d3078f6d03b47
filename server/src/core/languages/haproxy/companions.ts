/**
 * The files that one HAProxy reads together. What `-f` names no file tells, so this goes by custom: the `.cfg` files of
 * a folder like `conf.d` come after the haproxy.cfg beside that folder, in the order of their names
 * (src/haproxy.c: cfgfiles_expand_directories).
 */

/** Patterns of the files that are read after `uri`. */
export function companions(uri: string, list: (pattern: string) => readonly string[]): readonly string[] {
  const [, folder = "", name = ""] = /^(.*\/)([^/]*)$/.exec(uri) ?? [];
  if (name === "haproxy.cfg") return [`${folder}*.d/*.cfg`];
  const [, parent] = /^(.*\/)[^/]*\.d\/$/.exec(folder) ?? [];
  if (parent === undefined || list(`${parent}haproxy.cfg`).length > 0) return [];
  // Without a main file the first one stands for all.
  const all = list(`${folder}*.cfg`);
  return all[0] === uri ? all.slice(1) : [];
}
