/** The kernel settings that a host's configurations rely on, and those of the real servers behind it. */
import type { Host } from "../../../model/cluster/host.ts";
import type { Asked, Companion, Offer } from "../../../model/companion.ts";
import { fill, text } from "../../../text/localized.ts";
import { shortPath } from "../model/files.ts";
import { isServer, missingSettings } from "../model/kernelNeeds.ts";
import { settingsWriting } from "../model/settingsFile.ts";

const titles = {
  create: text('Create "{0}" with the kernel settings that are needed', '创建"{0}"，写入所需的内核参数'),
  change: text('Set the kernel settings that are needed in "{0}"', '在"{0}"中设置所需的内核参数'),
};

export const kernelSettings: Companion = {
  id: "sysctl",
  title: text("the kernel settings that the configuration relies on", "配置所依赖的内核参数"),
  on: [
    "vrrp_instance",
    "virtual_ipaddress",
    "virtual_server",
    "real_server",
    "lvs_method",
    "lb_kind",
    "lvs_sched",
    "bind",
  ],
  offers(asked) {
    return [asked.host, ...serversOf(asked)].flatMap((host) => offerFor(host, asked));
  },
};

function offerFor(host: Host, { host: own, estate, uri, mayCreate }: Asked): readonly Offer[] {
  const needs = missingSettings(host, estate);
  const from = host === own ? uri : host.files[0]?.uri;
  if (needs.length === 0 || from === undefined) return [];
  const { uri: target, creates, edits } = settingsWriting(host, from, needs);
  if (!creates.every((file) => mayCreate(file.uri))) return [];
  const title = fill(creates.length > 0 ? titles.create : titles.change, shortPath(target));
  return [{ title, creates, edits }];
}

/** The real servers of a host's services whose files are in the workspace. */
function serversOf({ host, estate }: Asked): readonly Host[] {
  const servers = host.facts.virtualServers.flatMap((service) => service.servers);
  return estate.hosts.filter((other) => other !== host && servers.some((server) => isServer(other, server)));
}
