import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** Reported where the file is read: model/cluster/statements.ts. */
export const haConfig: BindingRule = {
  id: "stack/ha-config",
  severity: "error",
  scope: "binding",
  summary: text("Something in `.ha-config.json` that cannot be used.", "`.ha-config.json` 中有无法使用的内容。"),
  why: text(
    "The file states what configurations do not tell: hosts and their files, addresses, versions, networks, severities. What is misspelt or malformed in it is left out, and the guess of the files counts instead.",
    "该文件声明配置文件无法说明的内容：主机及其文件、地址、版本、网络以及规则级别。写错或格式不对的部分会被忽略，改用根据文件得出的推断。",
  ),
  bad: [
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- .ha-config.json
{
  "hosts": {
    "lb1": {
      "file": ["lb1/**"],
#     ^^^^^^ warning: Nothing is called "file" here, did you mean "files"?
      "addresses": { "eth0": ["192.0.2.300"] },
#                             ^^^^^^^^^^^^^ error: "192.0.2.300" is no IP address
      "versions": { "keepalived": "newest" }
#                                 ^^^^^^^^ "newest" is not a version
    }
  },
  "clusters": { "edge": ["lb1", "lb2"] }
#                               ^^^^^ No host is called "lb2"
}
`,
  ],
  good: [
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- .ha-config.json
{
  "hosts": {
    "lb1": {
      "files": ["lb1/**"],
      "addresses": { "eth0": ["192.0.2.1/24", "2001:db8::1/64"] },
      "versions": { "keepalived": "2.2.7" },
      "processes": ["nginx"]
    }
  },
  "networks": { "lan": { "addresses": ["192.0.2.0/24"], "multicast": false, "usedVirtualRouterIds": [50] } },
  "rules": { "keepalived/vip-is-node-address": "information" }
}
`,
  ],
};
