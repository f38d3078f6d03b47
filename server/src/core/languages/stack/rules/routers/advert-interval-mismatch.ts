import type { Member, VirtualRouter } from "../../../../model/cluster/host.ts";
import { insertInto } from "../../../../rules/fixes.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { titles } from "../../../../schema/fixTitles.ts";
import type { Fix } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import { contested, elsewhere, hostNames, oddOnes, oneSide } from "../../model/compare.ts";
import { hearingRouters } from "../../model/parts.ts";

const refused = text(
  "Adverts every {0} s here and every {1} s on {2}: two masters for {3}",
  "此处通告间隔为 {0} 秒，{2} 上为 {1} 秒：{3} 会出现两个 MASTER",
);
const adopted = text(
  "Adverts every {0} s here and every {1} s on {2}: that of the master holds",
  "此处通告间隔为 {0} 秒，{2} 上为 {1} 秒：以 MASTER 的为准",
);

/** RFC 3768, section 7.1, against RFC 9568, section 6.4.2; keepalived/vrrp/vrrp.c: vrrp_check_packet. */
export const advertIntervalMismatch: ClusterRule<VirtualRouter> = {
  id: "stack/advert-interval-mismatch",
  severity: "error",
  scope: "cluster",
  parts: hearingRouters,
  summary: text("Nodes of one virtual router with different advert intervals.", "同一虚拟路由器的节点通告间隔不一致。"),
  why: text(
    "In version 2, the default, a node drops adverts whose interval is not its own. It hears of no other master, takes the address and keeps it: two masters, with `advertisement interval mismatch` in their logs. In version 3 a backup takes over the interval of the master, so that only the time until a failover depends on who is master. Without `advert_int` it is one second.",
    "在默认的版本 2 中，节点会丢弃间隔与自己不同的通告，听不到其他 MASTER，于是接管并一直持有该地址：出现两个 MASTER，日志中有 `advertisement interval mismatch`。在版本 3 中，备节点会采用 MASTER 的间隔，只是切换所需的时间取决于谁是 MASTER。未写 `advert_int` 时为一秒。",
  ),
  claim: { kind: "two-masters", address: "192.0.2.10" },
  bad: [
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    advert_int 2
#              ^ Adverts every 2 s here and every 1 s on lb2: two masters for 192.0.2.10
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
#             ^^^^ Adverts every 1 s here and every 2 s on lb1
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
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    advert_int 1
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(router, { report }) {
    for (const version of [2, 3]) {
      const members = router.members.filter(({ instance }) => instance.version === version && !instance.isPartial);
      for (const odd of oddOnes({ members }, ({ instance }) => instance.advertInterval)) {
        const { one, others } = odd;
        const side = oneSide(others);
        if (side === undefined) continue;
        const names = hostNames(side);
        const [{ value }] = side;
        report({
          at: one.at,
          message:
            version === 2
              ? fill(refused, one.value, value, names, contested({ one, others: side }))
              : fill(adopted, one.value, value, names),
          ...(version === 2 ? {} : { severity: "information" }),
          related: elsewhere(others, (interval) => `advert_int ${interval}`),
          fixes: [takeOver(one.member, value)],
        });
      }
    }
  },
};

function takeOver({ instance }: Member, interval: number): Fix {
  const { advertInterval, block } = instance;
  if (advertInterval?.isWritten !== true) return insertInto(block, `advert_int ${interval}`, "unsafe");
  const edits = [{ ...advertInterval.at, text: String(interval) }];
  return { title: fill(titles.replace, interval), safety: "unsafe", edits };
}
