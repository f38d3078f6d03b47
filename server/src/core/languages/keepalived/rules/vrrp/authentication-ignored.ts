import { removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { type Text, text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { type Authentication, readAuthentication } from "../../model/authentication.ts";
import { mayHoldMore } from "../../model/gaps.ts";
import { type Instance, readInstance } from "../../model/vrrpInstance.ts";

const reasons = {
  strict: text("Strict mode has no authentication: it is ignored", "严格模式没有认证：该设置会被忽略"),
  version3: text("VRRP version 3 has no authentication: it is ignored", "VRRP 版本 3 没有认证：该设置会被忽略"),
  noPassword: text('"auth_type" without "auth_pass" is ignored', '没有"auth_pass"时"auth_type"会被忽略'),
  header6: text('"auth_type AH" is ignored with IPv6', 'IPv6 下"auth_type AH"会被忽略'),
  hmac: text('"authentication" is ignored beside "auth_hmac"', '写了"auth_hmac"时"authentication"会被忽略'),
};
const noType = text('"auth_pass" has no effect without "auth_type"', '没有"auth_type"时"auth_pass"不起作用');

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance. */
export const authenticationIgnored: BlockRule<Globals> = {
  id: "keepalived/authentication-ignored",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("Authentication that cannot be used.", "无法使用的认证设置。"),
  why: text(
    "Only VRRP version 2 outside of strict mode has passwords, and both a type and a password must be set; the type AH is for IPv4 only. keepalived reports anything else and goes on without authentication, so adverts from anyone are taken.",
    "只有非严格模式的 VRRP 版本 2 支持密码，且类型和密码都要设置；AH 类型仅用于 IPv4。其他情况 keepalived 会报出并不使用认证，任何人的通告都会被接受。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    version 3
    interface eth0
    virtual_router_id 51
    authentication {
#   ^^^^^^^^^^^^^^ version 3 has no authentication
        auth_type PASS
        auth_pass s3cr3t01
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
global_defs {
    vrrp_strict
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    authentication {
#   ^^^^^^^^^^^^^^ Strict mode has no authentication
        auth_type PASS
        auth_pass s3cr3t01
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    authentication {
        auth_type PASS
#       ^^^^^^^^^ without "auth_pass"
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
vrrp_instance VI_1 {
    version 2
    interface eth0
    virtual_router_id 51
    authentication {
        auth_type AH
#       ^^^^^^^^^ ignored with IPv6
        auth_pass s3cr3t01
    }
    virtual_ipaddress {
        fe80::10/64
    }
}
`,
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    authentication {
#   ^^^^^^^^^^^^^^ beside "auth_hmac"
        auth_type PASS
        auth_pass s3cr3t01
    }
    auth_hmac {
        key 1 0123456789abcdef0123456789abcdef
        active_key 1
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    authentication {
        auth_pass s3cr3t01
#       ^^^^^^^^^ warning: "auth_pass" has no effect
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
    authentication {
        auth_type PASS
        auth_pass s3cr3t01
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const authentication = readAuthentication(block);
    const { type, password, blocks } = authentication;
    if (type === undefined) {
      const whole = !mayHoldMore(block) && !blocks.some((one) => mayHoldMore(one) || one.has("auth_type"));
      if (password === undefined || !whole) return;
      report({ at: password.at(password.head), message: noType, severity: "warning" });
      return;
    }
    const instance = readInstance(block, globals, version);
    const reason = reasonAgainst(authentication, instance, block.has("auth_hmac") && atLeast(version, "2.4.0"));
    const own = type.parent;
    if (reason === undefined || own === undefined) return;
    const wrong = reason === reasons.noPassword || reason === reasons.header6 ? type : own;
    report({ at: wrong.at(wrong.head), message: reason, fixes: [removeStatement(own, "safe")] });
  },
};

/** The first reason in the daemon's order. */
function reasonAgainst(authentication: Authentication, instance: Instance, hmac: boolean): Text | undefined {
  const { strict, version, family } = instance;
  if (strict) return reasons.strict;
  if (version === 3) return reasons.version3;
  if (version === undefined) return undefined;
  if (authentication.passwordMissing) return reasons.noPassword;
  if (family === 6 && authentication.type?.name === "AH") return reasons.header6;
  return hmac ? reasons.hmac : undefined;
}
