import type { Member, VirtualRouter } from "../../../../model/cluster/host.ts";
import { insertInto } from "../../../../rules/fixes.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import type { Fix } from "../../../../schema/problem.ts";
import { fill, type Text, text } from "../../../../text/localized.ts";
import { contested, elsewhere, hostNames, type Odd, oddOnes, oneSide } from "../../model/compare.ts";
import { hearingRouters } from "../../model/parts.ts";

const secretMessage = text(
  "The password is not that of {0}: two masters for {1}",
  "密码与 {0} 不一致：{1} 会出现两个 MASTER",
);
const typeMessage = text(
  "Authentication {0} here and {1} on {2}: two masters for {3}",
  "此处认证为 {0}，{2} 上为 {1}：{3} 会出现两个 MASTER",
);
const none = text("none", "无");
const own = text("a password", "一个密码");
const takeTitle = text("Take over the authentication of {0}", "采用 {0} 的认证设置");

type Kind = "PASS" | "AH" | undefined;

interface Taken {
  readonly kind: Kind;
  readonly secret: string;
}

/** RFC 2338, section 5.3.6; keepalived/vrrp/vrrp.c: vrrp_check_packet. Version 3 and strict mode have none. */
export const authenticationMismatch: ClusterRule<VirtualRouter> = {
  id: "stack/authentication-mismatch",
  severity: "error",
  scope: "cluster",
  parts: hearingRouters,
  summary: text("Nodes of one virtual router that authenticate differently.", "同一虚拟路由器的节点认证不一致。"),
  why: text(
    "In version 2 a node drops adverts that come with another kind of authentication or another password, or without any. It hears of no other master, takes the address and keeps it: two masters, with `received an invalid passwd` or `received a 0 auth, expecting 1` in their logs. Only the first eight characters of a password count. Version 3 has no authentication, and ignores it.",
    "在版本 2 中，节点会丢弃认证方式或密码与自己不同的通告，也会丢弃没有认证的通告，听不到其他 MASTER，于是接管并一直持有该地址：出现两个 MASTER，日志中有 `received an invalid passwd` 或 `received a 0 auth, expecting 1`。密码只有前八个字符有效。版本 3 没有认证，会忽略这些设置。",
  ),
  claim: { kind: "two-masters", address: "192.0.2.10" },
  bad: [
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    authentication {
        auth_type PASS
        auth_pass maple
#                 ^^^^^ The password is not that of lb2: two masters for 192.0.2.10
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    authentication {
        auth_type PASS
        auth_pass birch
#                 ^^^^^ The password is not that of lb1
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    authentication {
        auth_type PASS
        auth_pass maple
#                 ^^^^^ Authentication PASS here and none on lb2: two masters for 192.0.2.10
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
#             ^^^^ Authentication none here and PASS on lb1
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
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    authentication {
        auth_type PASS
        auth_pass maple
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    authentication {
        auth_pass "maple"
        auth_type PASS
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(router, { report }) {
    for (const { one, others } of oddOnes(router, say, isSame)) {
      const side = oneSide(others, isSame);
      if (side === undefined) continue;
      const names = hostNames(side);
      const [{ value, member }] = side;
      const address = contested({ one, others: side });
      const isSecret = value.kind === one.value.kind;
      report({
        at: one.at,
        message: isSecret
          ? fill(secretMessage, names, address)
          : fill(typeMessage, one.value.kind ?? none, value.kind ?? none, names, address),
        related: elsewhere(others, shown),
        fixes: takeOver({ one, others }, member),
      });
    }
  },
};

/** What an instance of version 2 goes by. */
function say({ instance }: Member): { readonly value: Taken; readonly at: Member["instance"]["at"] } | undefined {
  const { version, authentication, authenticationIsUnknown, isPartial, strict, at } = instance;
  if (version !== 2 || authenticationIsUnknown || isPartial) return undefined;
  if (authentication === undefined || strict) return { value: { kind: undefined, secret: "" }, at };
  return { value: { kind: authentication.type, secret: authentication.secret }, at: authentication.at };
}

function isSame(a: Taken, b: Taken): boolean {
  return a.kind === b.kind && a.secret === b.secret;
}

/** Passwords stay where they are. */
function shown({ kind }: Taken): string | Text {
  return kind === undefined ? none : fill(text("{0}, {1}", "{0}，{1}"), kind, own);
}

/** Only where nothing but words must change: a password for another, or a block where there is none. */
function takeOver({ one }: Odd<Taken>, from: Member): readonly Fix[] {
  const { authentication, authenticationIsUnknown, block } = one.member.instance;
  const other = from.instance.authentication;
  if (other === undefined || one.member.instance.strict || !/^[\w.-]+$/.test(other.secret)) return [];
  const title = fill(takeTitle, from.host.name);
  if (authentication !== undefined) {
    if (authentication.type !== other.type) return [];
    return [{ title, safety: "unsafe", edits: [{ ...authentication.at, text: other.secret }] }];
  }
  if (authenticationIsUnknown || block.has("authentication")) return [];
  const lines = ["authentication {", `auth_type ${other.type}`, `auth_pass ${other.secret}`];
  return [insertInto(block, `${lines.join("\n        ")}\n    }`, "unsafe", title)];
}
