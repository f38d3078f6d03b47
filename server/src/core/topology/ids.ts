/** Ids of what is drawn. They are made of names, so that they stay while names stay, and no two things share one. */
import type { Cluster, Estate, Host } from "../model/cluster/host.ts";
import { derived } from "../model/gather.ts";

/** The id of a node or row: blanks within a name are written otherwise, so that names cannot run into each other. */
export function idOf(kind: string, ...names: readonly (string | number)[]): string {
  return [kind, ...names.map((name) => String(name).replace(/[%>\s\0-\x1f]/g, percent))].join(" ");
}

/** The id of an edge between two ids. */
export function edgeId(kind: string, from: string, to: string): string {
  return `${kind} ${from} > ${to}`;
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
}

/** What events call each host: its name, or its id where several have that name. */
export const eventNames: (estate: Estate) => ReadonlyMap<Host, string> = derived(({ hosts }: Estate) => {
  const counts = countOf(hosts.map(({ name }) => name));
  const isOwn = ({ name }: Host) => counts.get(name) === 1 && !hosts.some(({ id }) => id === name);
  return new Map(hosts.map((host) => [host, isOwn(host) ? host.name : host.id]));
});

/** What clusters are called: their names, with the folder behind those that several have. */
export const clusterNames: (estate: Estate) => ReadonlyMap<Cluster, string> = derived(({ clusters }: Estate) => {
  const counts = countOf(clusters.map(({ name }) => name));
  return new Map(
    clusters.map((cluster) => {
      const folder = cluster.hosts[0]?.site.split("/").at(-1) ?? "";
      const isOwn = counts.get(cluster.name) === 1 || folder === "";
      return [cluster, isOwn ? cluster.name : `${cluster.name} (${folder})`];
    }),
  );
});

/** Names of the folders that hold hosts and their neighbours, as far as these differ. */
export const siteNames: (estate: Estate) => (host: Host) => string = derived(({ hosts }: Estate) => {
  const [first = [], ...others] = hosts.map(({ site }) => site.split("/"));
  const differing = first.findIndex((segment, at) => others.some((other) => other[at] !== segment));
  const shared = differing === -1 ? first.length : differing;
  return ({ site }) => site.split("/").slice(shared).join("/");
});

function countOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
