/** Files of two nodes, for tests of what is drawn of them. */

/** Two nodes of keepalived, of which lb1 leads. */
export const pair = `
#- lb1/keepalived.conf
vrrp_script chk {
    script "/usr/bin/pgrep haproxy"
    interval 2
    fall 3
    weight -20
}
vrrp_instance WEB {
    interface eth0
    virtual_router_id 51
    priority 110
    unicast_src_ip 10.0.0.1
    unicast_peer {
        10.0.0.2
    }
    virtual_ipaddress {
        10.0.0.10/24
    }
    track_script {
        chk
    }
}
#- lb2/keepalived.conf
vrrp_instance WEB {
    interface eth0
    virtual_router_id 51
    priority 100
    unicast_src_ip 10.0.0.2
    unicast_peer {
        10.0.0.1
    }
    virtual_ipaddress {
        10.0.0.10/24
    }
}
`;
/** The same haproxy.cfg for both of them. */
export const proxies = ["lb1", "lb2"].map(
  (host) => `#- ${host}/haproxy.cfg
frontend shop
    bind 10.0.0.10:80
    bind :8080
    use_backend api if { path_beg /api }
    default_backend web
listen db
    bind 10.0.0.10:5432
    balance leastconn
    server db1 10.0.1.9:5432
    server db2 10.0.1.10:5432 backup
backend web
    balance roundrobin
    server web1 10.0.1.1:80 weight 10
    server web2 web2.example.com:80
backend api
    server web1 10.0.1.1:80
backend idle
    disabled
    server gone 10.0.1.77:80
`,
);
