import { replace } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { readAuthentication } from "../../model/authentication.ts";
import { owner, readInstance } from "../../model/vrrpInstance.ts";

const message = text(
  'An instance with "auth_type AH" cannot start as MASTER',
  '使用"auth_type AH"的实例不能以 MASTER 启动',
);
const began = text("The authentication is set here", "认证在此处设定");

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance. */
export const authenticationAhMaster: BlockRule<Globals> = {
  id: "keepalived/authentication-ah-master",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("`state MASTER` together with `auth_type AH`.", "`state MASTER` 与 `auth_type AH` 同用。"),
  why: text(
    "The node must first hear an advert to learn the sequence number of the others. keepalived lets it start as BACKUP, unless its priority is 255.",
    "节点必须先收到一个通告，才能得知其他节点的序列号。除非优先级为 255，keepalived 会让它以 BACKUP 启动。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    state MASTER
#         ^^^^^^ cannot start as MASTER
    interface eth0
    virtual_router_id 51
    priority 150
    authentication {
        auth_type AH
        auth_pass s3cr3t01
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  good: [
    `
vrrp_instance VI_1 {
    state BACKUP
    interface eth0
    virtual_router_id 51
    priority 150
    authentication {
        auth_type AH
        auth_pass s3cr3t01
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const { state, priority, version: protocol, family, strict } = readInstance(block, globals, version);
    const { type, password } = readAuthentication(block);
    if (state?.nameWord.value !== "MASTER" || type?.name !== "AH" || !password?.name) return;
    if (strict || protocol !== 2 || family !== 4 || priority === undefined || priority === owner) return;
    report({
      at: state.at(state.nameWord),
      message,
      related: [{ ...type.at(type.head), message: began }],
      fixes: [replace(state, state.nameWord, "BACKUP", "safe")],
    });
  },
};
