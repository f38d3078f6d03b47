import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** lib/parser.c: read_conf_file. */
export const includeNotFound: BindingRule = {
  id: "keepalived/include-not-found",
  severity: "information",
  scope: "binding",
  summary: text("An include that matches no file here.", "include 在此处没有匹配的文件。"),
  why: text(
    "The files may well be there on the host; then what they hold cannot be checked here. keepalived itself only notes a missing file in its log, unless the line says `includem`, `includew` or the like.",
    "文件可能存在于主机上，但其内容在此处无法检查。keepalived 对缺失的文件只记录日志，除非使用 `includem`、`includew` 等。",
  ),
  bad: [
    `
include conf.d/*.conf
#       ^^^^^^^^^^^^^ No file matches "conf.d/*.conf" here
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  good: [
    `
include conf.d/*.conf
#- conf.d/web.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
};
