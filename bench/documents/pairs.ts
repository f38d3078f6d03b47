/** Pairs of load balancers without any fault, as many as a workspace shall have hosts. */

/** The keepalived.conf of one node of a pair; `node` is 1 or 2. */
export function pairConfiguration(pair: number, node: 1 | 2): string {
  const network = `10.${pair >> 8}.${pair & 255}`;
  const instances = ([1, 2] as const).map(
    (number) => `vrrp_instance VI_${number} {
    state BACKUP
    interface eth0
    virtual_router_id ${number * 100 + (pair % 50)}
    priority ${number === node ? 110 : 100}
    advert_int 1
    authentication {
        auth_type PASS
        auth_pass pair${pair}
    }
    unicast_src_ip ${network}.${node}
    unicast_peer {
        ${network}.${3 - node}
    }
    virtual_ipaddress {
        ${network}.${100 + number}/24
    }
    track_script {
        check
    }
}
`,
  );
  return `global_defs {
    router_id lb${node}
    enable_script_security
    script_user root
}
vrrp_script check {
    script "/usr/bin/true"
    interval 2
    weight -20
}
${instances.join("")}`;
}
