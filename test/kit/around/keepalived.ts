/** What each snippet of keepalived needs around it, by prefix: what it refers to, and the block that it stands in. */
import { here } from "./here.ts";

const instance = (inside: string, outside = "") => `${outside}
vrrp_instance VI_1 {
    state BACKUP
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
    }
${inside}
}
`;

const holder = instance("");
const secure = "global_defs {\n    enable_script_security\n    script_user root\n}\n";
const chkScript = "vrrp_script chk_service {\n    script /usr/bin/true\n    interval 2\n    timeout 1\n}\n";
const chkProcess = "vrrp_track_process chk_haproxy {\n    process haproxy\n}\n";
const chkFile = "track_file drain {\n    file /etc/keepalived/drain\n}\n";
const chkSession = "bfd_instance uplink {\n    neighbor_ip 192.0.2.254\n    source_ip 192.0.2.1\n}\n";

const service = (inside: string, { port = "80", protocol = "TCP" } = {}) => `${secure}${holder}
virtual_server 192.0.2.10 ${port} {
    lvs_sched rr
    lvs_method DR
    protocol ${protocol}
${inside}
}
`;

/** By prefix; nothing around the others. */
export const keepalived: Readonly<Record<string, string>> = {
  "vrrp-sync-group": ["1", "2"]
    .map((number) =>
      instance("").replaceAll("_1", `_${number}`).replace("51", `5${number}`).replace(".10/", `.1${number}/`),
    )
    .concat(here)
    .join(""),
  "vrrp-script": `${secure}${here}${instance("    track_script {\n        chk_service\n    }")}`,
  "track-script": instance(here, secure + chkScript),
  "vrrp-track-process": `${here}${instance("    track_process {\n        chk_haproxy\n    }")}`,
  "track-process": instance(here, chkProcess),
  "vrrp-track-file": `${here}${instance("    track_file {\n        drain\n    }")}`,
  "track-file": instance(here, chkFile),
  "track-interface": instance(here),
  "notify-scripts": instance(here, secure),
  "bfd-instance": `${here}${instance("    track_bfd {\n        uplink\n    }")}`,
  "track-bfd": instance(here, chkSession),
  "virtual-server-dr": holder + here,
  "virtual-server-nat": holder + here,
  "virtual-server-tun": holder + here,
  "virtual-server-group": holder.replace("192.0.2.10/24", "192.0.2.10/24\n        192.0.2.11/24") + here,
  "real-server-tcp": service(here),
  "real-server-http": service(here),
  "real-server-ssl": service(here, { port: "443" }),
  "real-server-smtp": service(here, { port: "25" }),
  "real-server-misc": service(here),
  "real-server-dns": service(here, { port: "53", protocol: "UDP" }),
  "real-server-udp": service(here, { port: "514", protocol: "UDP" }),
  "real-server-ping": service(here),
  "seq-addresses": instance("").replace("192.0.2.10/24", here),
  "seq-real-servers": service(here),
  "node-conditions": instance(here),
};
