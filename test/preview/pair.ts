/** Files of the pair that everybody draws: HAProxy on two hosts behind one address, and a check that is too weak. */
const keepalived = (priority: number, state: string) => `vrrp_script chk_haproxy {
    script "/usr/bin/pgrep haproxy"
    interval 1
    fall 3
    weight -5
}

vrrp_instance VI_1 {
    state ${state}
    interface eth0
    virtual_router_id 51
    priority ${priority}
    advert_int 1
    virtual_ipaddress {
        192.168.10.100/24
    }
    track_script {
        chk_haproxy
    }
}
`;

const haproxy = `global
    log stdout format raw local0

defaults
    mode http
    log global
    timeout connect 5s
    timeout client 30s
    timeout server 30s

frontend http-in
    bind 192.168.10.100:80
    default_backend servers

backend servers
    balance roundrobin
    server web1 192.168.10.101:80 check
    server web2 192.168.10.102:80 check
`;

const interfaces = (address: string) => `auto eth0
iface eth0 inet static
    address ${address}/24
`;

/** By path. `lb2` lets HAProxy not start while it is the spare. */
export const pairFiles: Readonly<Record<string, string>> = {
  "lb1/etc/keepalived/keepalived.conf": keepalived(100, "MASTER"),
  "lb1/etc/haproxy/haproxy.cfg": haproxy,
  "lb1/etc/network/interfaces": interfaces("192.168.10.11"),
  "lb1/etc/sysctl.d/60-lb.conf": "net.ipv4.ip_nonlocal_bind = 1\n",
  "lb2/etc/keepalived/keepalived.conf": keepalived(90, "BACKUP"),
  "lb2/etc/haproxy/haproxy.cfg": haproxy,
  "lb2/etc/network/interfaces": interfaces("192.168.10.12"),
  "lb2/etc/sysctl.d/60-lb.conf": "net.ipv4.ip_nonlocal_bind = 0\n",
};

/** As many pairs like it, each a site with an address of its own, which no host of another one hears. */
export function manyPairs(pairs: number): Readonly<Record<string, string>> {
  const files = Array.from({ length: pairs }, (_, index) =>
    Object.entries(pairFiles).map(([name, text]) => {
      const own = text.replaceAll("192.168.10.", `10.${Math.floor(index / 200)}.${index % 200}.`);
      const renumbered = own.replace("virtual_router_id 51", `virtual_router_id ${(index % 255) + 1}`);
      return [`site${index + 1}/${name.replace(/^lb(.)/, `lb${index + 1}-$1`)}`, renumbered] as const;
    }),
  );
  return Object.fromEntries(files.flat());
}
