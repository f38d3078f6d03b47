/** Second nodes that were made from the first: real daemons must agree on who leads, and follow every failure. */
import { written } from "../../kit/companions.ts";
import type { JudgedClaim } from "./scenarios/claims.ts";

const name = "lb1/etc/keepalived/keepalived.conf";
const address = "192.0.2.10";

const first = (weight: number, lines: string) => `global_defs {
    router_id lb1
    enable_script_security
    script_user root
}
vrrp_script chk_haproxy {
    script "/usr/bin/true"
    interval 1
    fall 1
    weight ${weight}
}
vrrp_instance VI_1 {
    state MASTER
    interface eth0
    virtual_router_id 51
    priority 150
${lines}    virtual_ipaddress {
        ${address}/24
    }
    track_script {
        chk_haproxy
    }
}
`;

const unicast = `    unicast_src_ip 192.0.2.1
    unicast_peer {
        192.0.2.2
    }
`;
const password = `    authentication {
        auth_type PASS
        auth_pass secret
    }
`;

const firsts: readonly (readonly [what: string, text: string])[] = [
  ["multicast, with a password", first(-20, password)],
  ["unicast", first(-20, unicast)],
  ["a weight of two", first(2, unicast)],
];

export const companionClaims: readonly JudgedClaim[] = firsts.flatMap(([what, text]): JudgedClaim[] => {
  const files = new Map(Object.entries(written("backup", { [name]: text }, name)));
  const event = { node: "lb1", kind: "script-fail", argument: "chk_haproxy" } as const;
  return [
    { name: `a backup node from a file: ${what}`, files, claim: { kind: "two-masters", address }, holds: false },
    { name: `a backup node takes over: ${what}`, files, claim: { kind: "no-failover", address, event }, holds: false },
  ];
});
