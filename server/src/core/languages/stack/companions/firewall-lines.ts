/** The lines by which a host's packet filter lets in what the other nodes send it. */
import type { Companion, Offer } from "../../../model/companion.ts";
import { fill, text } from "../../../text/localized.ts";
import { type SystemFile, shortPath, systemFile } from "../model/files.ts";
import { blockedFlows, firewallEdit, newFirewallFile } from "../model/firewallWriting.ts";
import { incomingFlows } from "../model/incomingPackets.ts";

const titles = {
  create: text('Create "{0}", which lets VRRP in', '创建"{0}"，放行 VRRP'),
  change: text('Let VRRP in, in "{0}"', '在"{0}"中放行 VRRP'),
};

const ownFile: SystemFile = { path: "nftables.d/vrrp.nft", named: "vrrp-*.nft" };

const preface = [
  text(
    'Adds to the chain "input" of the table "inet filter"; include it in nftables.conf.',
    '向表"inet filter"的链"input"添加规则；请在 nftables.conf 中 include 本文件。',
  ),
  text(
    "Rules that drop must come after it: what they drop stays dropped.",
    "丢弃规则必须在其后：已丢弃的数据包无法再放行。",
  ),
];

export const firewallLines: Companion = {
  id: "firewall",
  title: text("the lines by which the packet filter lets VRRP in", "让防火墙放行 VRRP 的规则"),
  on: ["vrrp_instance", "interface", "unicast_peer", "lvs_sync_daemon"],
  offers({ host, uri, mayCreate }): readonly Offer[] {
    const flows = incomingFlows(host);
    const { firewalls } = host.facts;
    if (flows.length === 0) return [];
    if (firewalls.length > 0) {
      return firewalls.flatMap((firewall): Offer[] => {
        const edit = firewallEdit(firewall, blockedFlows(firewall, flows));
        if (edit === undefined) return [];
        return [{ title: fill(titles.change, shortPath(edit.source.uri)), creates: [], edits: [edit] }];
      });
    }
    const target = systemFile(host, uri, ownFile);
    if (!mayCreate(target)) return [];
    const file = { uri: target, text: newFirewallFile(flows, preface) };
    return [{ title: fill(titles.create, shortPath(target)), creates: [file], edits: [] }];
  },
};
