import { referenceBeforeDefinition as rule } from "../../../../rules/generic/references.ts";
import { root } from "../../schema/index.ts";
import { referenceKinds } from "./referenceKinds.ts";

const instance = `vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }`;

export const referenceBeforeDefinition = rule("keepalived", root, {
  kinds: referenceKinds,
  bad: [
    `
${instance}
    track_process {
        haproxy
#       ^^^^^^^ "haproxy" is defined only further down
    }
}
vrrp_track_process haproxy {
    process haproxy
}
`,
    `
static_ipaddress {
    192.0.2.5/24 dev eth0 track_group routers
#                                     ^^^^^^^ defined only further down
}
track_group routers {
    group {
        VI_1
    }
}
${instance}
}
`,
    `
${instance}
    track_bfd {
        router
#       ^^^^^^ defined only further down
    }
}
include bfd.conf
#- bfd.conf
bfd_instance router {
    neighbor_ip 192.0.2.254
}
`,
  ],
  good: [
    `
include bfd.conf
${instance}
    track_bfd {
        router
    }
}
#- bfd.conf
bfd_instance router {
    neighbor_ip 192.0.2.254
}
`,
    `
virtual_server group web {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 192.0.2.21 80 {
        TCP_CHECK {
        }
    }
}
virtual_server_group web {
    192.0.2.10 80
}
`,
  ],
});
