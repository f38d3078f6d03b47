import { unknownReference as rule } from "../../../../rules/generic/references.ts";
import { root } from "../../schema/index.ts";
import { referenceKinds } from "./referenceKinds.ts";

const instance = `vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }`;

export const unknownReference = rule("keepalived", root, {
  kinds: referenceKinds,
  bad: [
    `
vrrp_track_process haproxy {
    process haproxy
}
${instance}
    track_process {
        haproxi
#       ^^^^^^^ No vrrp_track_process is named "haproxi", did you mean "haproxy"?
    }
}
`,
    `
vrrp_sync_group inside_and_outside {
    group {
        VI_1
        VI_9
#       ^^^^ error: No vrrp_instance is named "VI_9"
    }
}
${instance}
}
`,
    `
vrrp_track_process haproxy {
    process haproxy
}
${instance}
    track_script {
        haproxy
#       ^^^^^^^ "haproxy" is a vrrp_track_process, not a vrrp_script
    }
}
`,
    `
virtual_server group web {
#                    ^^^ warning: No virtual_server_group is named "web"
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 192.0.2.21 80 {
        TCP_CHECK {
        }
    }
}
`,
    `
include conf.d/*.conf
${instance}
    track_process {
        haproxy
#       ^^^^^^^ information: No vrrp_track_process is named "haproxy" in the files that were found
    }
}
`,
  ],
  good: [
    `
vrrp_track_process haproxy {
    process haproxy
}
${instance}
    track_process {
        haproxy
    }
}
`,
    `
vrrp_sync_group inside_and_outside {
    group {
        VI_1
        VI_2
    }
}
${instance}
}
${instance.replace("VI_1", "VI_2").replace("51", "52")}
}
`,
  ],
});
