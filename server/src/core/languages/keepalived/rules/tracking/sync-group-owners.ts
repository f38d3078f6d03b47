import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { type Member, type SyncGroup, syncGroups } from "../../model/syncGroups.ts";
import { type Instance, owner, readInstance } from "../../model/vrrpInstance.ts";

const message = text(
  '"{0}" owns its addresses and "{1}" does not: they cannot change state together',
  '"{0}"是地址拥有者而"{1}"不是，两者无法同步切换',
);
const other = text("The other member", "另一个成员");

interface Read {
  readonly member: Member;
  readonly instance: Instance;
}

/** vrrp_sync.c: vrrp_sync_set_group, which looks at the states as they are written, in the order of the members. */
export const syncGroupOwners: ConfigurationRule<Globals> = {
  id: "keepalived/sync-group-owners",
  severity: "warning",
  scope: "configuration",
  reads: ["vrrp_sync_group", "vrrp_instance"],
  summary: text(
    "A sync group with some members of priority 255 and some of less.",
    "同步组中部分成员的优先级为 255，部分低于 255。",
  ),
  why: text(
    "An instance with priority 255 takes its addresses at once and never gives way, while the others follow the election; the group is torn apart. Give all members priority 255 or none.",
    "优先级为 255 的实例会立即接管地址且从不让出，其余成员则服从选举，整个组会被拆散。应让所有成员都为 255，或都低于 255。",
  ),
  bad: [
    `
vrrp_sync_group routers {
    group {
        VI_1
        VI_2
#       ^^^^ error: "VI_1" owns its addresses and "VI_2" does not
    }
}
${instance(1, "state MASTER", 255)}${instance(2, "state BACKUP", 100)}`,
    `
vrrp_sync_group routers {
    group {
        VI_1
        VI_2
#       ^^^^ warning: "VI_2" owns its addresses and "VI_1" does not
    }
}
${instance(1, "state BACKUP", 100)}${instance(2, "state MASTER", 255)}`,
  ],
  good: [
    `
vrrp_sync_group routers {
    group {
        VI_1
        VI_2
    }
}
${instance(1, "state MASTER", 255)}${instance(2, "state MASTER", 255)}`,
  ],
  check(configuration, { report, globals, version }) {
    for (const group of syncGroups(configuration)) {
      const read = group.members.map((member) => ({
        member,
        instance: readInstance(member.instance, globals, version),
      }));
      const refused = firstBackup(group, read);
      const [first] = read;
      const later = read.find(
        (one) => isOwner(one) !== undefined && first !== undefined && isOwner(one) !== isOwner(first),
      );
      const second = refused ?? later;
      if (first === undefined || second === undefined || isOwner(first) === undefined) continue;
      const [holder, follower] = isOwner(first) === true ? [first, second] : [second, first];
      report({
        at: second.member.line.at(second.member.word),
        severity: refused === undefined ? "warning" : "error",
        message: fill(message, holder.member.word.value, follower.member.word.value),
        related: [{ ...first.member.line.at(first.member.word), message: other }],
      });
    }
  },
};

function isOwner({ instance: { priority } }: Read): boolean | undefined {
  return priority === undefined ? undefined : priority === owner;
}

/** The member that the daemon reports: written as BACKUP, after none but owners that are written as MASTER. */
function firstBackup({ isComplete }: SyncGroup, read: readonly Read[]): Read | undefined {
  for (const [index, one] of read.entries()) {
    const state = one.instance.state?.values[0]?.word;
    if (index > 0 && state?.value === "BACKUP" && state.unknown !== true) return isComplete ? one : undefined;
    // The priority as it is written: what follows from the state is not known yet.
    if (state?.value !== "MASTER" || one.member.instance.number("priority") !== owner) return undefined;
  }
  return undefined;
}

function instance(id: number, state: string, priority: number): string {
  return `vrrp_instance VI_${id} {
    ${state}
    interface eth${id}
    virtual_router_id 5${id}
    priority ${priority}
    virtual_ipaddress {
        192.0.2.1${id}/24
    }
}
`;
}
