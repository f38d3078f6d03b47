/**
 * What files of a host may do in ways that we do not read: scripts with loops and variables, commands that an interface
 * runs when it comes up, tables of another packet filter. Where one might, nothing is said to be missing.
 */
import type { Host } from "../../../model/cluster/host.ts";

/** A file of shell commands: what it does may depend on more than its lines. */
export function isScript(uri: string): boolean {
  return /\.sh$|\/rc\.local$|\/init\.d\/[^/]+$/.test(uri);
}

/** Whether scripts lie beside the other files of a host. */
export function hasScript({ files }: Host): boolean {
  return files.some(({ uri }) => isScript(uri));
}

/** Whether a file that is not made of settings alone speaks of something, or is a script of which nothing is known. */
export function mayMean({ facts, files }: Host, speaks: (text: string) => boolean): boolean {
  const sources = [
    ...facts.addresses.map(({ at }) => at.source),
    ...facts.firewalls.map(({ source }) => source),
    ...facts.settings.map(({ at }) => at.source).filter(({ uri }) => isScript(uri)),
  ];
  if (sources.some(({ section }) => speaks(section.text))) return true;
  const read = new Set(sources.map(({ uri }) => uri));
  return files.some(({ uri }) => isScript(uri) && !read.has(uri));
}
