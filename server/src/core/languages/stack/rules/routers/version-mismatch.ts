import type { Member, VirtualRouter } from "../../../../model/cluster/host.ts";
import { insertInto } from "../../../../rules/fixes.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { titles } from "../../../../schema/fixTitles.ts";
import type { Fix, Location } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import { contested, elsewhere, hostNames, oddOnes, oneSide } from "../../model/compare.ts";
import { hearingRouters } from "../../model/parts.ts";

const message = text(
  "VRRP version {0} here and {1} on {2}: two masters for {3}",
  "此处 VRRP 版本为 {0}，{2} 上为 {1}：{3} 会出现两个 MASTER",
);
const byDefault = text(
  "VRRP version {0} (the default) here and {1} on {2}: two masters for {3}",
  "此处 VRRP 版本为 {0}（默认），{2} 上为 {1}：{3} 会出现两个 MASTER",
);

/** RFC 9568, section 7.1; keepalived/vrrp/vrrp.c: vrrp_check_packet. */
export const versionMismatch: ClusterRule<VirtualRouter> = {
  id: "stack/version-mismatch",
  severity: "error",
  scope: "cluster",
  parts: hearingRouters,
  summary: text("Nodes of one virtual router with different VRRP versions.", "同一虚拟路由器的节点 VRRP 版本不一致。"),
  why: text(
    "A node drops adverts of another version than its own. It hears of no other master, takes the address and keeps it: two masters, with `wrong version` in their logs. IPv4 instances that say nothing use version 2. Set `vrrp_version` in `global_defs` alike on all nodes.",
    "节点会丢弃版本与自己不同的通告，听不到其他 MASTER，于是接管并一直持有该地址：出现两个 MASTER，日志中有 `wrong version`。未写版本的 IPv4 实例使用版本 2。请在所有节点的 `global_defs` 中写相同的 `vrrp_version`。",
  ),
  claim: { kind: "two-masters", address: "192.0.2.10" },
  bad: [
    `
#- lb1/keepalived.conf
global_defs {
    vrrp_version 3
#                ^ VRRP version 3 here and 2 on lb2: two masters for 192.0.2.10
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
#             ^^^^ VRRP version 2 (the default) here and 3 on lb1
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  good: [
    `
#- lb1/keepalived.conf
global_defs {
    vrrp_version 3
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    version 3
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(router, { report }) {
    const odds = oddOnes(router, ({ instance }) => {
      const { version, isPartial, at } = instance;
      return version === undefined || isPartial ? undefined : { value: version, at: statedAt(instance) ?? at };
    });
    for (const { one, others } of odds) {
      const side = oneSide(others);
      if (side === undefined) continue;
      const [{ value }] = side;
      const isWritten = statedAt(one.member.instance) !== undefined;
      const address = contested({ one, others: side });
      report({
        at: one.at,
        message: fill(isWritten ? message : byDefault, one.value, value, hostNames(side), address),
        related: elsewhere(others, (version) => `VRRP ${version}`),
        fixes: [takeOver(one.member, value)],
      });
    }
  },
};

/** Where the version in use is written: `vrrp_version 2` holds for no IPv6 instance. */
function statedAt({ versionAt, version }: Member["instance"]): Location | undefined {
  const word = versionAt?.source.section.text.slice(versionAt.start, versionAt.end);
  return word === String(version) ? versionAt : undefined;
}

function takeOver({ instance }: Member, version: number): Fix {
  const at = statedAt(instance);
  if (at === undefined) return insertInto(instance.block, `version ${version}`, "unsafe");
  const edits = [{ ...at, text: String(version) }];
  return { title: fill(titles.replace, version), safety: "unsafe", edits };
}
