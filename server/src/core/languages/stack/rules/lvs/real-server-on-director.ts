import type { Estate, Host } from "../../../../model/cluster/host.ts";
import type { VirtualServer } from "../../../../model/facts.ts";
import { formatAddress } from "../../../../net/address.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { wholeEstate } from "../../model/parts.ts";
import { directServers, placesOf } from "../../model/realServers.ts";

const message = text(
  "{0} distributes {1} too and may hand packets back here: they go in circles",
  "{0} 也在分发 {1}，可能把数据包交回本机：数据包会来回循环",
);
const back = text("{0} has {1} as a real server", "{0} 把 {1} 作为真实服务器");

/** net/netfilter/ipvs/ip_vs_core.c: a packet for a service is distributed, whoever sent it. */
export const realServerOnDirector: ClusterRule<Estate> = {
  id: "stack/real-server-on-director",
  severity: "warning",
  scope: "cluster",
  parts: wholeEstate,
  summary: text(
    "Directors that are real servers of each other for the same virtual server.",
    "调度器在同一虚拟服务器中互为真实服务器。",
  ),
  why: text(
    "IPVS distributes whatever arrives for its virtual server, also on the backup, and keepalived sets the servers up on both. What the master hands to the backup is distributed there once more, and perhaps sent back: it circles until its TTL ends, and that connection never works. What helps is a firewall mark for packets that do not come from the other director (by its MAC address), with `virtual_server fwmark`; or real servers of their own.",
    "IPVS 会分发所有到达其虚拟服务器的数据包，备机也一样，而 keepalived 在两台上都会建立该服务。主机交给备机的数据包在那里会被再次分发，可能又被送回：一直循环到 TTL 耗尽，该连接无法建立。可用防火墙标记只标记不是来自另一台调度器（按其 MAC 地址）的数据包，并使用 `virtual_server fwmark`；或使用独立的真实服务器。",
  ),
  bad: [
    `
#- lb1/keepalived.conf
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind DR
    protocol TCP
    real_server 192.0.2.1 80 {
        TCP_CHECK {
        }
    }
    real_server 192.0.2.2 80 {
#               ^^^^^^^^^^^^ lb2 distributes 192.0.2.10 too and may hand packets back here: they go in circles
        TCP_CHECK {
        }
    }
}
#- lb1/interfaces
iface eth0 inet static
    address 192.0.2.1/24
iface lo:0 inet static
    address 192.0.2.10/32
#- lb2/keepalived.conf
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind DR
    protocol TCP
    real_server 192.0.2.1 80 {
#               ^^^^^^^^^^^^ lb1 distributes 192.0.2.10 too
        TCP_CHECK {
        }
    }
    real_server 192.0.2.2 80 {
        TCP_CHECK {
        }
    }
}
#- lb2/interfaces
iface eth0 inet static
    address 192.0.2.2/24
iface lo:0 inet static
    address 192.0.2.10/32
`,
  ],
  good: [
    `
#- lb1/keepalived.conf
virtual_server fwmark 1 {
    lb_algo rr
    lb_kind DR
    real_server 192.0.2.1 {
        TCP_CHECK {
            connect_port 80
        }
    }
    real_server 192.0.2.2 {
        TCP_CHECK {
            connect_port 80
        }
    }
}
#- lb1/interfaces
iface eth0 inet static
    address 192.0.2.1/24
#- lb2/keepalived.conf
virtual_server fwmark 2 {
    lb_algo rr
    lb_kind DR
    real_server 192.0.2.1 {
        TCP_CHECK {
            connect_port 80
        }
    }
    real_server 192.0.2.2 {
        TCP_CHECK {
            connect_port 80
        }
    }
}
#- lb2/interfaces
iface eth0 inet static
    address 192.0.2.2/24
`,
    `
#- lb1/keepalived.conf
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind DR
    protocol TCP
    real_server 192.0.2.1 80 {
        TCP_CHECK {
        }
    }
    real_server 192.0.2.2 80 {
        TCP_CHECK {
        }
    }
}
#- lb1/interfaces
iface eth0 inet static
    address 192.0.2.1/24
#- lb2/keepalived.conf
virtual_server 192.0.2.10 443 {
    lb_algo rr
    lb_kind DR
    protocol TCP
    real_server 192.0.2.1 443 {
        TCP_CHECK {
        }
    }
    real_server 192.0.2.2 443 {
        TCP_CHECK {
        }
    }
}
#- lb2/interfaces
iface eth0 inet static
    address 192.0.2.2/24
iface lo:0 inet static
    address 192.0.2.10/32
`,
  ],
  check(estate, { report }) {
    const servers = directServers(estate);
    const byEnds = new Map(servers.map((one) => [keyOf(one.director, one.host, one.service), one]));
    for (const one of servers) {
      const opposite = byEnds.get(keyOf(one.host, one.director, one.service));
      if (opposite === undefined) continue;
      const { director, host, server, address } = one;
      report({
        at: server.at,
        message: fill(message, host.name, formatAddress(address)),
        // A backup that does not have the address drops what it is handed, unless its scripts see to it.
        severity: placesOf(host, address).length > 0 ? "warning" : "information",
        related: [{ ...opposite.server.at, message: fill(back, host.name, director.name) }],
      });
    }
  },
};

/** Equal for what one host hands to another for the same virtual server. */
function keyOf(from: Host, to: Host, { address, port, protocol }: VirtualServer): string {
  return [from.id, to.id, address?.bytes.join("."), port, protocol].join("\0");
}
