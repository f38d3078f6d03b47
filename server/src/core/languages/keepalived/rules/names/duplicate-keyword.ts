import { duplicateKeyword as rule } from "../../../../rules/generic/duplicateKeyword.ts";
import { root } from "../../schema/index.ts";

/** The table's `duplicate` and `repeat` were compared with both daemons; the values below matter to other rules. */
export const duplicateKeyword = rule("keepalived", root, {
  merged: ["global_defs", "vrrp_instance/authentication", "vrrp_instance/auth_hmac"],
  except: ["vrrp_instance/state", "vrrp_instance/version", "global_defs/vrrp_rx_bufs_policy"],
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
    }
    priority 100
#   ^^^^^^^^ warning: "priority" is set again, and only the last one counts
}
`,
    `
global_defs {
    enable_script_security
    script_user root
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    notify_master /usr/bin/true
    notify_master /usr/bin/false
#   ^^^^^^^^^^^^^ error: "notify_master" is set twice: the first one counts
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lvs_sched wlc
#   ^^^^^^^^^ warning: "lvs_sched" is set again
    lb_kind NAT
    protocol TCP
    protocol TCP
#   ^^^^^^^^ information: "protocol" stands here twice
    real_server 192.0.2.21 80 {
        HTTP_GET {
            url {
                path /health
                path /
#               ^^^^ error: "path" is set twice: this one replaces the first
                status_code 200
            }
        }
    }
}
`,
    `
global_defs {
    router_id lb1
}
global_defs {
    router_id lb2
#   ^^^^^^^^^ set again
}
`,
    `
instance blue
instance green
#<^^^^^^ error: "instance" is set twice: the first one counts
`,
    `
track_file drain {
    file /run/drain
    weight 10
    weight 20
#   ^^^^^^ error: "weight" is set twice: the first one counts
}
`,
  ],
  good: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    @lb1 priority 150
    @lb2 priority 100
    ~SEQ(i, 1, 3) virtual_ipaddress { 192.0.2.1\${i}/24 }
}
`,
    `
global_defs {
    router_id lb1
}
global_defs {
    lvs_timeouts tcp 7200
    lvs_timeouts udp 300
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    authentication {
        auth_type PASS
    }
    authentication {
        auth_pass s3cret
    }
    track_interface {
        eth1
    }
    track_interface {
        eth2
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
track_file drain {
    file /run/drain
    weight 1
}
`,
  ],
});
