/** The examples of these rules: two nodes of one cluster, each with what it distributes. */

/** Files of lb1 and lb2, which share 192.0.2.10; what stands below the instance, and above it. */
export function twoNodes(first: string, second: string, globals: readonly [string, string] = ["", ""]): string {
  return `\n${node(1, 150, first, globals[0])}${node(2, 100, second, globals[1])}`;
}

function node(host: number, priority: number, services: string, globals: string): string {
  return `#- lb${host}/keepalived.conf
${globals}vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority ${priority}
    unicast_src_ip 192.0.2.${host}
    unicast_peer {
        192.0.2.${3 - host}
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
${services.replace(/^\n/, "")}`;
}
