import { replace } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { Fix } from "../../../../schema/problem.ts";
import type { Word } from "../../../../syntax/ast.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import type { Named } from "../../model/instanceAddresses.ts";
import { type Instance, readInstance } from "../../model/vrrpInstance.ts";

const message = text(
  '"use_vmac" is superfluous here: "{0}" covers this address',
  '此处无需"use_vmac"："{0}"已包含该地址',
);
const began = text("It is set for the whole instance here", "已在此处对整个实例设定");
const removeTitle = text('Remove "use_vmac"', '删除"use_vmac"');

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance. */
export const vipUseVmacRedundant: BlockRule<Globals> = {
  id: "keepalived/vip-use-vmac-redundant",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text(
    "`use_vmac` behind an address that gets a virtual MAC anyway.",
    "地址本来就使用虚拟 MAC，其后又写了 `use_vmac`。",
  ),
  why: text(
    "`use_vmac` of the instance covers addresses on its interface and of its family, `use_vmac_addr` all others. keepalived reports the repetition.",
    "实例的 `use_vmac` 包含同一接口、同一协议族的地址，`use_vmac_addr` 包含其余地址。重复书写会被 keepalived 报出。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    use_vmac
    use_vmac_addr
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24 use_vmac
#                     ^^^^^^^^ "use_vmac" covers
        192.0.2.11/24 dev eth1 use_vmac
#                              ^^^^^^^^ "use_vmac_addr" covers
    }
}
`,
  ],
  good: [
    `
vrrp_instance VI_1 {
    interface eth0
    use_vmac
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
        192.0.2.11/24 dev eth1 use_vmac
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const instance = readInstance(block, globals, version);
    const bound = instance.interface;
    if (bound === undefined || bound.nameWord.unknown === true) return;
    for (const vip of instance.listed) {
      const option = vip.bound.value("use_vmac");
      const cause = option === undefined ? undefined : coveredBy(vip, bound.nameWord.value, instance, block);
      if (option === undefined || cause === undefined) continue;
      report({
        at: vip.bound.at(option.word),
        message: fill(message, cause.head.value),
        related: [{ ...cause.at(cause.head), message: began }],
        fixes: removeWord(vip.bound, option.word),
      });
    }
  },
};

function coveredBy({ bound, address }: Named, own: string, instance: Instance, block: Bound): Bound | undefined {
  const device = bound.value("dev")?.word;
  if (device?.unknown === true || instance.family === undefined) return undefined;
  const here = device === undefined || device.value === own;
  if (here && address.family === instance.family) return instance.vmac;
  return block.find("use_vmac_addr");
}

/** Takes out a word with the blanks before it. */
function removeWord(line: Bound, word: Word): Fix[] {
  const { words } = line.statement;
  const before = words[words.indexOf(word) - 1];
  if (before === undefined) return [];
  return [replace(line, { start: before.end, end: word.end }, "", "safe", removeTitle)];
}
