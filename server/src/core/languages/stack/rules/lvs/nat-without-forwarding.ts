import type { Host } from "../../../../model/cluster/host.ts";
import type { RealServer } from "../../../../model/facts.ts";
import { type Address, isLoopback, sameAddress } from "../../../../net/address.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { noForwarding } from "../../model/forwarding.ts";
import { hosts } from "../../model/parts.ts";
import { setFix } from "../../model/settingFixes.ts";

const messages = {
  off: text(
    "The answers of this server stay on {0}: {1} is 0, NAT needs 1",
    "该服务器的应答会滞留在 {0}：{1} 为 0，NAT 需要 1",
  ),
  unset: text(
    "The answers of this server stay on {0}: {1} is not set, NAT needs 1",
    "该服务器的应答会滞留在 {0}：未设置 {1}，NAT 需要 1",
  ),
};
const setHere = text("It is set here", "在此处设置");
const names = { 4: "net.ipv4.ip_forward", 6: "net.ipv6.conf.all.forwarding" };

/** net/netfilter/ipvs/ip_vs_core.c: the answers of masqueraded servers are taken in NF_INET_FORWARD. */
export const natWithoutForwarding: ClusterRule<Host> = {
  id: "stack/nat-without-forwarding",
  severity: "warning",
  scope: "cluster",
  parts: hosts,
  summary: text("A director with `NAT` that does not forward packets.", "使用 `NAT` 的调度器没有开启转发。"),
  why: text(
    "With NAT the answers of the real servers come back through the director, which gives them the virtual address as the sender. They are packets from one host to another, which the kernel drops unless it forwards. Set `net.ipv4.ip_forward = 1` (`net.ipv6.conf.all.forwarding = 1` for IPv6) on every director; the default is 0. `DR` and `TUN` do without.",
    "NAT 模式下，真实服务器的应答要经过调度器返回，由它把源地址改为虚拟地址。对内核来说这是主机之间的数据包，未开启转发就会被丢弃。应在每台调度器上设置 `net.ipv4.ip_forward = 1`（IPv6 为 `net.ipv6.conf.all.forwarding = 1`）；默认值是 0。`DR` 和 `TUN` 不需要转发。",
  ),
  bad: [
    `
#- lb1/keepalived.conf
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.21 80 {
#               ^^^^^^^^^^^^^^^^ The answers of this server stay on lb1: net.ipv4.ip_forward is 0, NAT needs 1
        TCP_CHECK {
        }
    }
    real_server 198.51.100.22 80 {
        TCP_CHECK {
        }
    }
}
#- lb1/sysctl.conf
net.ipv4.ip_forward = 0
`,
    `
#- lb1/ipvsadm.rules
-A -t 192.0.2.10:80 -s rr
-a -t 192.0.2.10:80 -r 198.51.100.21:8080 -m
#                      ^^^^^^^^^^^^^^^^^^ net.ipv4.ip_forward is not set, NAT needs 1
#- lb1/sysctl.conf
net.ipv4.ip_nonlocal_bind = 1
`,
  ],
  good: [
    `
#- lb1/keepalived.conf
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.21 80 {
        TCP_CHECK {
        }
    }
}
#- lb1/sysctl.conf
net.ipv4.ip_forward = 0
net.ipv4.conf.eth1.forwarding = 1
#- lb2/keepalived.conf
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind DR
    protocol TCP
    real_server 198.51.100.21 80 {
        TCP_CHECK {
        }
    }
    sorry_server 127.0.0.1 80
}
#- lb2/sysctl.conf
net.ipv4.ip_forward = 0
`,
  ],
  check(host, { report }) {
    for (const family of [4, 6] as const) {
      const state = noForwarding(host, family);
      if (state === undefined) continue;
      // Once for a host: it holds for all of them.
      const server = host.facts.virtualServers
        .flatMap(({ servers }) => servers)
        .find((one) => one.method === "NAT" && one.address.family === family && !isLocal(one, host));
      if (server === undefined) continue;
      const { setting } = state;
      report({
        at: server.at,
        message: fill(setting === undefined ? messages.unset : messages.off, host.name, names[family]),
        related: setting === undefined ? [] : [{ ...setting.at, message: setHere }],
        fixes: setFix(host, [{ key: names[family], value: "1", setting }]),
      });
    }
  },
};

/** The director itself, to which nothing needs to be forwarded. */
function isLocal({ address }: RealServer, { addresses, facts }: Host): boolean {
  const own: readonly { readonly address: Address }[] = [
    ...addresses,
    ...facts.addresses,
    ...facts.instances.flatMap((instance) => instance.addresses),
  ];
  return isLoopback(address) || own.some((one) => sameAddress(one.address, address));
}
