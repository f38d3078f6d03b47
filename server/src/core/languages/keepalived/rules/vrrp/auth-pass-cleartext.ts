import type { BlockRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { readAuthentication } from "../../model/authentication.ts";
import { readInstance } from "../../model/vrrpInstance.ts";

const message = text(
  "The password is sent in clear text: it prevents mix-ups, not attacks",
  "密码以明文发送：只能防止配错，不能防止攻击",
);
const withHmac = text(
  'The password is sent in clear text: it prevents mix-ups, not attacks; "auth_hmac" signs the adverts',
  '密码以明文发送：只能防止配错，不能防止攻击；"auth_hmac"可对通告签名',
);

/** RFC 3768 section 10 on why later versions have no authentication. */
export const authPassCleartext: BlockRule<Globals> = {
  id: "keepalived/auth-pass-cleartext",
  severity: "information",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("A password in clear text is taken for security.", "把明文密码当作安全措施。"),
  why: text(
    "Each advert carries the password, so whoever can send to the network can also read it. It only keeps nodes of different clusters with the same id apart. The standard dropped passwords for that reason; `auth_hmac` (2.4) or a firewall does protect.",
    "每个通告都带着密码，能向该网络发包的人也就能读到它。它只能区分 ID 相同的不同集群。标准因此取消了密码；真正能防护的是 `auth_hmac`（2.4）或防火墙。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    authentication {
        auth_type PASS
        auth_pass s3cr3t01
#                 ^^^^^^^^ clear text
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
    interface eth0
    virtual_router_id 51
    auth_hmac {
        key 1 0123456789abcdef0123456789abcdef
        active_key 1
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const { type, password } = readAuthentication(block);
    const word = password?.values[0]?.word;
    if (type?.name !== "PASS" || password === undefined || word === undefined || word.value === "") return;
    const instance = readInstance(block, globals, version);
    if (instance.strict || instance.version !== 2 || block.has("auth_hmac")) return;
    report({ at: password.at(word), message: atLeast(version, "2.4.0") ? withHmac : message });
  },
};
