/** What tutorials get wrong, drawn anew: each mistake is told where a learner has copied it. */
import { checkProblems } from "../kit/check.ts";

describe("mistakes of tutorials", () => {
  it("packets of a refresh that are counted by the wrong number", () => {
    checkProblems(
      `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 60
    garp_master_refresh 10 # every 10 s
    garp_master_repeat 3   # three at a time
#   ^^^^^^^^^^^^^^^^^^ information: "garp_master_repeat" counts after a takeover only
    virtual_ipaddress {
        198.51.100.7/24
    }
}
vrrp_instance VI_2 {
    interface eth0
    virtual_router_id 61
    garp_master_refresh 0
    garp_master_repeat 3
    virtual_ipaddress {
        198.51.100.8/24
    }
}
`,
      { only: ({ code }) => code === "keepalived/garp-refresh-repeat" },
    );
    checkProblems(
      `
global_defs {
    vrrp_garp_master_refresh_repeat 2
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 60
    garp_master_refresh 10
    garp_master_repeat 3
    virtual_ipaddress {
        198.51.100.7/24
    }
}
`,
      { only: ({ code }) => code === "keepalived/garp-refresh-repeat" },
    );
  });

  it("saved rules that were typed with too few parts", () => {
    checkProblems(
      `-A -t vip.example.net:http -s rr
-a -t vip.example.net:http -r 172.0.0.20:http -g -w 1
#                             ^^^^^^^^^^ information: "172.0.0.20" is what "172.20" is read as
-a -t vip.example.net:http -r 172.20.0.20:http -g -w 1
`,
      { name: "ipvs.rules", only: ({ code }) => code === "ipvsadm/short-address-saved" },
    );
  });

  it("HAProxy on the VIP of two nodes with nothing but the VIP and the proxy", () => {
    const node = (host: string, state: string, priority: number) => `#- ${host}/keepalived.conf
vrrp_instance VI_1 {
#             ^^^^ information: Nothing of "VI_1" watches HAProxy: 198.51.100.50 stays here when it dies
    state ${state}
    interface eth0
    virtual_router_id 60
    priority ${priority}
    virtual_ipaddress {
        198.51.100.50/24
    }
}
#- ${host}/haproxy.cfg
frontend shop
    mode http
    bind 198.51.100.50:80 # the VIP
#        ^^^^^^^^^^^^^^^^ "198.51.100.50" is a VIP: HAProxy does not start where it is not held
    default_backend shops
backend shops
    mode http
    server s1 198.51.100.51:80 check
#- ${host}/sysctl.conf
net.ipv4.conf.all.arp_ignore = 1
net.ipv4.conf.all.arp_announce = 2
`;
    checkProblems(`\n${node("lb1", "MASTER", 120)}${node("lb2", "BACKUP", 110)}`, {
      only: ({ code }) => code.startsWith("stack/"),
    });
  });
});
