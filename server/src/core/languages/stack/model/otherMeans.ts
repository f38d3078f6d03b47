/**
 * What files of a host may do in ways that we do not read: scripts with loops and variables, commands that an interface
 * runs when it comes up, tables of another packet filter. Where one might, nothing is said to be missing.
 */
import type { Host } from "../../../model/cluster/host.ts";
import { derived } from "../../../model/gather.ts";

/** A file of shell commands: what it does may depend on more than its lines. */
export function isScript(uri: string): boolean {
  return /\.sh$|\/rc\.local$|\/init\.d\/[^/]+$/.test(uri);
}

/** Whether scripts lie beside the other files of a host. */
export function hasScript({ files }: Host): boolean {
  return files.some(({ uri }) => isScript(uri));
}

/** Whether a file that is not made of settings alone speaks of something, or is a script of which nothing is known. */
export function mayMean(host: Host, speaks: (content: string) => boolean): boolean {
  const { texts, hasUnreadScript } = contentsOf(host);
  return hasUnreadScript || texts.some(speaks);
}

/** The same of ARP: arptables, or what an interface sets when it comes up. */
export const mayTreatArp: (host: Host) => boolean = derived((host) =>
  mayMean(host, (content) => content.includes("arp")),
);

const contentsOf = derived(({ facts, files }: Host) => {
  const sources = [
    ...facts.addresses.map(({ at }) => at.source),
    ...facts.firewalls.map(({ source }) => source),
    ...facts.settings.map(({ at }) => at.source).filter(({ uri }) => isScript(uri)),
  ];
  const read = new Set(sources.map(({ uri }) => uri));
  return {
    texts: [...new Set(sources.map(({ section }) => section.text))],
    hasUnreadScript: files.some(({ uri }) => isScript(uri) && !read.has(uri)),
  };
});
