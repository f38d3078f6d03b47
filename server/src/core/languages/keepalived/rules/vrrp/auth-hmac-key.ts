import { removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { mayHoldMore } from "../../model/gaps.ts";

const noActive = text('"auth_hmac" needs an "active_key"', '"auth_hmac"必须写"active_key"');
const noKey = text("There is no key {0}", "没有编号为 {0} 的密钥");
const twice = text("The key {0} is given twice", "编号为 {0} 的密钥写了两次");
const first = text("It is given here", "已写在此处");

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance; vrrp_parser.c: vrrp_auth_hmac_key_handler. */
export const authHmacKey: BlockRule<Globals> = {
  id: "keepalived/auth-hmac-key",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text(
    "An `active_key` that is missing or has no key, or a key number given twice.",
    "`active_key` 缺失或没有对应的密钥，或密钥编号重复。",
  ),
  why: text(
    "Adverts are signed with the active key. Without one keepalived drops the whole block and sends adverts unsigned. Of two keys with one number the first counts.",
    "通告用 active_key 所指的密钥签名。没有它，keepalived 会丢弃整个块，发送不带签名的通告。编号相同的两个密钥以第一个为准。",
  ),
  since: "2.4.0",
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    auth_hmac {
        key 1 0123456789abcdef0123456789abcdef
        active_key 2
#                  ^ no key 2
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
    auth_hmac {
#   ^^^^^^^^^ needs an "active_key"
        key 1 0123456789abcdef0123456789abcdef
        key 1 fedcba9876543210fedcba9876543210
#           ^ given twice
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
        key 2 fedcba9876543210fedcba9876543210
        active_key 2
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(block, { report }) {
    const blocks = block.all("auth_hmac");
    const [own] = blocks;
    if (own === undefined || mayHoldMore(block) || blocks.some(mayHoldMore)) return;
    const statements = blocks.flatMap((hmac) => hmac.children);
    if (statements.some((statement) => statement.values[0]?.word.unknown === true)) return;
    const keys = new Map<number, Bound>();
    for (const key of statements.filter((statement) => statement.keyword?.name === "key")) {
      const id = Number(key.values[0]?.data);
      const before = keys.get(id);
      if (before === undefined) keys.set(id, key);
      else {
        const related = [{ ...before.at(before.nameWord), message: first }];
        const fixes = [removeStatement(key, "safe")];
        report({ at: key.at(key.nameWord), message: fill(twice, id), related, fixes });
      }
    }
    const active = statements.findLast((statement) => statement.keyword?.name === "active_key");
    if (active === undefined) report({ at: own.at(own.head), message: noActive });
    else if (isId(active) && !keys.has(Number(active.values[0]?.data))) {
      report({ at: active.at(active.nameWord), message: fill(noKey, active.name) });
    }
  },
};

function isId(statement: Bound): boolean {
  const id = Number(statement.values[0]?.data);
  return id >= 1 && id <= 255;
}
