import type { VirtualRouter } from "../../../../model/cluster/host.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { titles } from "../../../../schema/fixTitles.ts";
import { fill, text } from "../../../../text/localized.ts";
import { sharedRouters } from "../../model/parts.ts";

const message = text(
  "{0} s without an advert and {1} takes over: a busy machine may miss that",
  "{0} 秒没有通告 {1} 就会接管：繁忙的机器可能做不到",
);
const waits = text("{0} waits for {1} adverts", "{0} 等待 {1} 个通告");

/** Below it nodes under load began to start twice; at half of it in three of eight runs, at a tenth in seven. */
const shortest = 0.1;

/** Measured with keepalived 2.2.7 on a machine with a load of 15. */
export const advertIntervalShort: ClusterRule<VirtualRouter> = {
  id: "stack/advert-interval-short",
  severity: "information",
  scope: "cluster",
  parts: sharedRouters,
  summary: text(
    "An advert interval so short that load alone may move the address.",
    "通告间隔过短，仅负载升高就可能导致切换。",
  ),
  why: text(
    "A BACKUP takes over after three missing adverts. With less than a tenth of a second between them, a MASTER that is busy, or paused by its hypervisor for a moment, is late that often: the address moves, or both nodes have it for an instant, although nothing is broken. Use 0.1 or more, and a real-time priority (`vrrp_rt_priority`) where it must be less.",
    "BACKUP 在缺失三个通告后接管。间隔小于十分之一秒时，MASTER 一旦繁忙或被虚拟化平台短暂暂停就会迟到：没有任何故障，地址却会切换，或两个节点短时间同时持有。应使用 0.1 或更大；如必须更小，请设置实时优先级（`vrrp_rt_priority`）。",
  ),
  bad: [
    `
${node(
  1,
  150,
  `0.05
#              ^^^^ 0.15 s without an advert and lb2 takes over: a busy machine may miss that`,
)}${node(
  2,
  100,
  `0.05
#              ^^^^ 0.15 s without an advert and lb1 takes over`,
)}`,
  ],
  good: [`\n${node(1, 150, "0.1")}${node(2, 100, "0.1")}`],
  check({ members }, { report }) {
    for (const { host, instance } of members) {
      const { advertInterval, version } = instance;
      if (version !== 3 || advertInterval?.isWritten !== true || advertInterval.value >= shortest) continue;
      const other = members.find((one) => one.host !== host);
      if (other === undefined) continue;
      const { missedAdverts } = other.instance;
      report({
        at: advertInterval.at,
        message: fill(message, Math.round(advertInterval.value * missedAdverts * 100) / 100, other.host.name),
        related: [{ ...other.instance.at, message: fill(waits, other.host.name, missedAdverts) }],
        fixes: [
          {
            title: fill(titles.replace, shortest),
            safety: "unsafe",
            edits: [{ ...advertInterval.at, text: String(shortest) }],
          },
        ],
      });
    }
  },
};

function node(host: number, priority: number, interval: string): string {
  return `#- lb${host}/keepalived.conf
vrrp_instance VI_1 {
    version 3
    interface eth0
    virtual_router_id 51
    priority ${priority}
    advert_int ${interval}
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`;
}
