import { duplicateName as rule } from "../../../../rules/generic/duplicateName.ts";
import { root } from "../../schema/index.ts";

const instance = (name: string, id: number) => `vrrp_instance ${name} {
    interface eth0
    virtual_router_id ${id}
    priority 100
    virtual_ipaddress {
        192.0.2.${id}/24
    }
}`;

/** vrrp_parser.c, bfd_data.c; scripts, files, processes and groups of servers are not compared by the daemon. */
export const duplicateName = rule("keepalived", root, {
  kinds: [
    { scope: "vrrp_instance", severity: "error" },
    { scope: "vrrp_sync_group", severity: "error" },
    { scope: "track_group", severity: "error" },
    { scope: "bfd_instance", severity: "error" },
    { scope: "vrrp_script", severity: "warning" },
    { scope: "vrrp_track_process", severity: "warning" },
    { scope: "track_file", severity: "warning" },
    { scope: "virtual_server_group", severity: "warning" },
  ],
  bad: [
    `
${instance("VI_1", 51)}
${instance("VI_1", 52).replace("\n", '\n#             ^^^^ error: "VI_1" is defined already; this block is skipped\n')}
`,
    `
vrrp_track_process web {
    process nginx
}
vrrp_track_process web {
#                  ^^^ warning: "web" is defined already; whoever uses the name gets the first
    process haproxy
}
${instance("VI_1", 51)}
`,
  ],
  good: [
    `
${instance("VI_1", 51)}
${instance("VI_2", 52)}
vrrp_track_process VI_1 {
    process nginx
}
`,
    `
@lb1 vrrp_track_process web { process nginx }
@lb2 vrrp_track_process web { process haproxy }
${instance("VI_1", 51)}
`,
  ],
});
