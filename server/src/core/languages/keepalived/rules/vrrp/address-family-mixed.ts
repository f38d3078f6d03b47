import { edit, removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { Fix } from "../../../../schema/problem.ts";
import { lineStartOf } from "../../../../text/lines.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { readInstance } from "../../model/vrrpInstance.ts";

const message = text('"{0}" is IPv{1}, but the instance is IPv{2}', '"{0}"是 IPv{1} 地址，而该实例是 IPv{2}');
const late = text('"native_ipv6" is ignored: the instance is IPv4', '"native_ipv6"会被忽略：该实例是 IPv4');
const began = text("This makes the instance IPv{0}", "这使该实例成为 IPv{0}");
const moveTitle = text('Move to "virtual_ipaddress_excluded"', '移到"virtual_ipaddress_excluded"');

/** keepalived/vrrp/vrrp_data.c: alloc_vrrp_vip, alloc_vrrp_unicast_peer; vrrp_parser.c: vrrp_srcip_handler. */
export const addressFamilyMixed: BlockRule<Globals> = {
  id: "keepalived/address-family-mixed",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text(
    "An address of the other family than the instance's first address.",
    "地址的协议族与实例中第一个地址不同。",
  ),
  why: text(
    "An instance speaks either IPv4 or IPv6; the first address, peer or source in it decides. keepalived skips what does not fit. Make a second instance for the other family, or list those addresses in `virtual_ipaddress_excluded`, which takes both.",
    "一个实例只能是 IPv4 或 IPv6，由其中第一个地址（VIP、对端或源地址）决定。不相符的会被 keepalived 跳过。应为另一协议族再建一个实例，或写进可以混用的 `virtual_ipaddress_excluded`。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
        2001:db8::10/64
#       ^^^^^^^^^^^^^^^ IPv6, but the instance is IPv4
    }
}
`,
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    unicast_peer {
        192.0.2.2
    }
    mcast_src_ip 2001:db8::1
#                ^^^^^^^^^^^ IPv6, but the instance is IPv4
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
    }
    native_ipv6
#   ^^^^^^^^^^^ ignored
}
`,
  ],
  good: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
    }
    virtual_ipaddress_excluded {
        2001:db8::10/64
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const { strangers, lateNative, familyFrom } = readInstance(block, globals, version);
    for (const { bound, word, address, from } of strangers) {
      const other = address.family === 4 ? 6 : 4;
      const virtual = bound.parent?.keyword?.name === "virtual_ipaddress";
      report({
        at: bound.at(word),
        message: fill(message, word.value, address.family, other),
        related: [{ ...from.bound.at(from.word), message: fill(began, other) }],
        ...(virtual ? { fixes: [moveToExcluded(block, bound)] } : {}),
      });
    }
    for (const statement of lateNative) {
      const related = familyFrom && [{ ...familyFrom.bound.at(familyFrom.word), message: fill(began, 4) }];
      const fixes = [removeStatement(statement, "safe")];
      report({ at: statement.at(statement.head), message: late, fixes, ...(related === undefined ? {} : { related }) });
    }
  },
};

/** Moves a line of `virtual_ipaddress` into the other list, which is made where there is none. */
function moveToExcluded(instance: Bound, line: Bound): Fix {
  const { text: content } = line.source.section;
  const written = content.slice(line.statement.start, line.statement.end);
  const removal = removeStatement(line, "unsafe");
  const list = instance.find("virtual_ipaddress_excluded");
  const open = list?.statement.block?.open;
  const inner = indentOf(line);
  if (list !== undefined && open !== undefined) {
    const at = { start: open.end, end: open.end };
    return { title: moveTitle, safety: "unsafe", edits: [...removal.edits, edit(list, at, `\n${inner}${written}`)] };
  }
  const own = line.parent ?? instance;
  const outer = indentOf(own);
  const made = `\n${outer}virtual_ipaddress_excluded {\n${inner}${written}\n${outer}}`;
  const at = { start: own.statement.end, end: own.statement.end };
  return { title: moveTitle, safety: "unsafe", edits: [...removal.edits, edit(own, at, made)] };
}

/** The blanks before a statement on its line. */
function indentOf({ source, statement }: Bound): string {
  const { text: content } = source.section;
  const written = content.slice(lineStartOf(content, statement.start), statement.start);
  return /^\s*$/.test(written) ? written : "    ";
}
