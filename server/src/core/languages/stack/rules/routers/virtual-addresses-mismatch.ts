import type { VirtualRouter } from "../../../../model/cluster/host.ts";
import type { VirtualAddress } from "../../../../model/facts.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { titles } from "../../../../schema/fixTitles.ts";
import type { Fix } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import { addFix, type ListDifference, listDifferences, removeFix, shown } from "../../model/addressLists.ts";
import { contested, elsewhere, hostNames } from "../../model/compare.ts";
import { seemTogether } from "../../model/network.ts";
import { hearingRouters } from "../../model/parts.ts";
import { sendsTo } from "../../model/peering.ts";

const extraMessage = text("{0} missing on {1}: two masters for {2}", "{1} 上没有 {0}：{2} 会出现两个 MASTER");
const missingMessage = text(
  "{0} of {1} missing here: two masters for {2}",
  "此处缺少 {1} 上的 {0}：{2} 会出现两个 MASTER",
);
const swappedMessage = text(
  "{0} here and {1} on {2}: two masters for {3}",
  "此处为 {0}，{2} 上为 {1}：{3} 会出现两个 MASTER",
);
const apartMessage = text(
  "{0} here and {1} on {2}: both are MASTER, no address moves",
  "此处为 {0}，{2} 上为 {1}：双方都是 MASTER，地址不会切换",
);
const addTitle = text("Add {0} on {1}", "在 {1} 上添加 {0}");

/**
 * RFC 9568, section 7.1, and keepalived/vrrp/vrrp.c: vrrp_check_packet. `skip_check_adv_addr` helps only after an advert
 * of the same MASTER was accepted, which never happens here.
 */
export const virtualAddressesMismatch: ClusterRule<VirtualRouter> = {
  id: "stack/virtual-addresses-mismatch",
  severity: "error",
  scope: "cluster",
  parts: hearingRouters,
  summary: text(
    "Nodes of one virtual router with different virtual addresses.",
    "同一虚拟路由器的节点虚拟地址不一致。",
  ),
  why: text(
    "An advert lists the addresses, and a node drops one whose list is not its own. Then it hears of no other master, takes its addresses and keeps them: two masters, whose logs fill with `not present in MASTER advert` or `unexpected ip number count`. All nodes need the same `virtual_ipaddress`; only order and prefix lengths may differ. Addresses in `virtual_ipaddress_excluded` are not compared. `skip_check_adv_addr` does not help, for the first advert of a master is always compared.",
    "通告中列有地址，节点会丢弃列表与自己不同的通告。于是它听不到其他 MASTER，接管并一直持有自己的地址：出现两个 MASTER，日志里满是 `not present in MASTER advert` 或 `unexpected ip number count`。所有节点的 `virtual_ipaddress` 必须一致，只有顺序和前缀长度可以不同。`virtual_ipaddress_excluded` 中的地址不参与比较。`skip_check_adv_addr` 无济于事，因为每个 MASTER 的第一个通告总要比较。",
  ),
  claim: { kind: "two-masters", address: "192.0.2.10" },
  bad: [
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
        192.0.2.11/24
#       ^^^^^^^^^^^^^ 192.0.2.11 missing on lb2: two masters for 192.0.2.10
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
#   ^^^^^^^^^^^^^^^^^ 192.0.2.11 of lb1 missing here
        192.0.2.10/24
    }
}
`,
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
        192.0.2.11/24
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 120
    virtual_ipaddress {
        192.0.2.10/24
        192.0.2.11/24
    }
}
#- lb3/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    skip_check_adv_addr
    virtual_ipaddress {
        192.0.2.10/24
        192.0.2.12/24
#       ^^^^^^^^^^^^^ 192.0.2.12 here and 192.0.2.11 on lb1, lb2: two masters for 192.0.2.10
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
    virtual_ipaddress {
        192.0.2.10/24
        192.0.2.11/24
    }
    virtual_ipaddress_excluded {
        192.0.2.12/24
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.11/24
        192.0.2.10/32
    }
}
`,
  ],
  check(router, { report }) {
    for (const difference of listDifferences(router, advertised)) {
      const { odd, side, extra, missing, at } = difference;
      const isApart = extra.length === odd.one.value.length && missing.length === side[0].value.length;
      const [here, there] = [odd.one.member, side[0].member];
      const isSure = !isApart || seemTogether(here, there) || sendsTo(here, there) || sendsTo(there, here);
      report({
        at,
        message: messageOf(difference, isApart),
        ...(isSure ? {} : { severity: "warning" }),
        related: elsewhere(odd.others, shown),
        fixes: fixesOf(difference),
      });
    }
  },
};

/** What adverts carry; an instance without any is told of in its own file. */
function advertised({ instance }: VirtualRouter["members"][number]): readonly VirtualAddress[] | undefined {
  const list = instance.addresses.filter(({ isExcluded }) => !isExcluded);
  return list.length === 0 ? undefined : list;
}

function messageOf({ odd, side, extra, missing }: ListDifference, isApart: boolean) {
  const names = hostNames(side);
  if (isApart) return fill(apartMessage, shown(extra), shown(missing), names);
  const address = contested({ one: odd.one, others: side });
  if (missing.length === 0) return fill(extraMessage, shown(extra), names, address);
  if (extra.length === 0) return fill(missingMessage, shown(missing), names, address);
  return fill(swappedMessage, shown(extra), shown(missing), names, address);
}

/** Which of the lists is meant only people know. */
function fixesOf({ odd, side, extra, missing }: ListDifference): readonly Fix[] {
  const { one } = odd;
  const [meant] = missing;
  const [wrong] = extra;
  if (wrong !== undefined && meant !== undefined) {
    if (extra.length > 1 || missing.length > 1) return [];
    const word = { ...wrong.at, end: wrong.at.start + wrong.text.length };
    const isPlain = wrong.at.source.section.text.slice(word.start, word.end) === wrong.text;
    if (!isPlain) return [];
    return [{ title: fill(titles.replace, meant.text), safety: "unsafe", edits: [{ ...word, text: meant.text }] }];
  }
  const removeTitle = fill(titles.remove, shown(wrong === undefined ? missing : extra));
  if (wrong === undefined) {
    const here = addFix(missing, [one.value], fill(addTitle, shown(missing), one.member.host.name));
    return side.length > 1 ? here : [...here, ...removeFix(missing, removeTitle)];
  }
  const there = addFix(
    extra,
    side.map(({ value }) => value),
    fill(addTitle, shown(extra), hostNames(side)),
  );
  return [...there, ...removeFix(extra, removeTitle)];
}
