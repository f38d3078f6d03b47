/** The file of the second node, made from that of the first: a copy but for the words in which the two must differ. */
import type { Host } from "../../../model/cluster/host.ts";
import type { Asked, Companion, Offer } from "../../../model/companion.ts";
import type { Configuration } from "../../../model/configuration.ts";
import type { VrrpInstance } from "../../../model/facts.ts";
import type { NewFile, TextEdit } from "../../../schema/problem.ts";
import type { Section } from "../../../text/document.ts";
import { fill, text, verbatim } from "../../../text/localized.ts";
import { shortPath } from "../model/files.ts";
import { type Ends, endsOf, hasAddress, instanceEdits, nodeEdits } from "../model/partnerEdits.ts";
import { type Move, movesFor } from "../model/partnerNames.ts";

const title = text('Create the backup node from this file: "{0}"', '由此文件创建备节点："{0}"');

export const backupNode: Companion = {
  id: "backup",
  title: text("the file of the second node, made from that of the first", "由第一个节点的文件生成第二个节点的文件"),
  on: ["vrrp_instance", "state", "priority", "unicast_src_ip", "unicast_peer", "router_id"],
  offers(asked) {
    const { host, uri } = asked;
    const configuration = aloneIn(host, uri);
    if (configuration === undefined || !lacksPartner(asked)) return [];
    const { instances } = host.facts;
    const ends = new Map<VrrpInstance, Ends>();
    for (const instance of instances) {
      if (!instance.isUnicast) continue;
      const found = endsOf(instance, host, (peer) => hasAddress(asked.estate.hosts, peer));
      if (found === undefined) return [];
      ends.set(instance, found);
    }
    const edits = instances.map((one) => instanceEdits(one, ends.get(one), mayLead(one, instances)));
    if (edits.includes(undefined)) return [];
    const [first] = ends.values();
    for (const move of movesFor(configuration.uri, first?.addresses)) {
      const all = [...edits.flatMap((one) => one ?? []), ...nodeEdits(configuration, move, [...ends.values()])];
      const offer = offerOf(configuration, move, all, asked);
      if (offer !== undefined) return [offer];
    }
    return [];
  },
};

/** The configuration that says all that is known of a host's instances, where one file is not for several hosts. */
function aloneIn(host: Host, uri: string): Configuration | undefined {
  const telling = host.configurations.filter(({ language }) => language.id === "keepalived");
  const [configuration] = telling;
  if (configuration === undefined || telling.length > 1 || configuration.configId !== undefined) return undefined;
  return configuration.files.includes(uri) ? configuration : undefined;
}

/** It takes part in elections, all of it is known, and nobody else takes part in any of them. */
function lacksPartner({ host, estate }: Asked): boolean {
  const { instances } = host.facts;
  const isKnown = instances.every(({ isPartial, peersAreUnknown }) => !isPartial && !peersAreUnknown);
  if (instances.length === 0 || !isKnown) return false;
  const routers = estate.clusters.flatMap((cluster) => cluster.routers);
  const own = routers.filter(({ members }) => members.some((member) => member.host === host));
  const sharing = estate.hosts.filter((other) => other !== host && other.files.some(({ uri }) => isOf(host, uri)));
  return sharing.length === 0 && own.every(({ members }) => members.length === 1);
}

function isOf(host: Host, uri: string): boolean {
  return host.configurations.some(({ language, files }) => language.id === "keepalived" && files.includes(uri));
}

/** Of nodes that each lead somewhere, the partner leads where this one is the backup. */
function mayLead({ state }: VrrpInstance, instances: readonly VrrpInstance[]): boolean {
  return state?.value === "BACKUP" && instances.some((other) => other.state?.value === "MASTER");
}

/** Copies of all files that the partner does not read already; undefined where one cannot be written. */
function offerOf(
  configuration: Configuration,
  move: Move,
  edits: readonly TextEdit[],
  { sections, mayCreate }: Asked,
): Offer | undefined {
  const creates: NewFile[] = [];
  for (const file of configuration.files) {
    const target = move.target(file);
    const own = edits.filter(({ source }) => source.uri === file);
    if (target === file) {
      if (own.length > 0) return undefined;
      continue;
    }
    const copy = copyOf(sections(file) ?? [], own);
    if (copy === undefined || !mayCreate(target)) return undefined;
    creates.push({ uri: target, text: verbatim(copy) });
  }
  const [main] = creates;
  return main === undefined ? undefined : { title: fill(title, shortPath(main.uri)), creates, edits: [] };
}

/** A text with edits; undefined where two of them, as of a loop's rounds, want different words in one place. */
function copyOf(sections: readonly Section[], edits: readonly TextEdit[]): string | undefined {
  let copy = "";
  for (const section of sections) {
    const own = edits.filter(({ source }) => source.section === section).sort((a, b) => a.start - b.start);
    let at = 0;
    let before: TextEdit | undefined;
    for (const edit of own) {
      const isAgain = edit.start === before?.start && edit.end === before.end && edit.text === before.text;
      if (isAgain) continue;
      if (edit.start < at) return undefined;
      copy += section.text.slice(at, edit.start) + edit.text;
      at = edit.end;
      before = edit;
    }
    copy += section.text.slice(at);
  }
  return copy;
}
