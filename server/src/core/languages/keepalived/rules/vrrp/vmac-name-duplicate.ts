import type { ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { Word } from "../../../../syntax/ast.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";

const message = text('The interface name "{0}" is already used by "{1}"', '接口名"{0}"已被"{1}"使用');
const second = text('The interface has "{0}" already: "{1}" is ignored', '该接口已指定"{0}"，"{1}"会被忽略');
const first = text("It is used here", "已在此处使用");

interface Kind {
  readonly names: readonly string[];
  readonly flag: boolean;
}

const makers = new Set(["use_vmac", "use_ipvlan"]);
const named: Kind = { names: ["interface", "name"], flag: false };
/** What an instance may say once, in whichever statement. */
const onceOnly: readonly Kind[] = [
  named,
  { names: ["mac"], flag: false },
  { names: ["address"], flag: false },
  { names: ["bridge", "private", "vepa"], flag: true },
];

/** keepalived/vrrp/vrrp_parser.c: vrrp_vmac_handler, vrrp_ipvlan_handler. */
export const vmacNameDuplicate: ConfigurationRule<Globals> = {
  id: "keepalived/vmac-name-duplicate",
  severity: "error",
  scope: "configuration",
  reads: ["vrrp_instance"],
  summary: text(
    "Two instances that name the same virtual MAC or ipvlan interface, or two names in one instance.",
    "两个实例使用了相同的虚拟 MAC 或 ipvlan 接口名，或者一个实例写了两个名称。",
  ),
  why: text(
    "Each instance makes an interface of its own. keepalived ignores the second name and picks another, so scripts and firewall rules that rely on it do not match.",
    "每个实例都会创建自己的接口。keepalived 会忽略第二个名称另取一个，依赖该名称的脚本和防火墙规则就不再匹配。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    use_vmac vrrp.51
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
    }
}
vrrp_instance VI_2 {
    interface eth0
    use_vmac vrrp.51
#            ^^^^^^^ already used by "VI_1"
    virtual_router_id 52
    virtual_ipaddress {
        192.0.2.11/24
    }
}
`,
    `
vrrp_instance VI_1 {
    interface eth0
    use_vmac vrrp.51
    use_vmac vrrp.52
#            ^^^^^^^ The interface has "vrrp.51" already
    virtual_router_id 51
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
    use_vmac vrrp.51
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
    }
}
vrrp_instance VI_2 {
    interface eth0
    use_vmac vrrp.52
    virtual_router_id 52
    virtual_ipaddress {
        192.0.2.11/24
    }
}
`,
  ],
  check(configuration, { report }) {
    const seen = new Map<string, { block: Bound; statement: Bound; word: Word }>();
    for (const block of configuration.all("vrrp_instance")) {
      const made = block.children.filter(({ keyword }) => makers.has(keyword?.name ?? ""));
      for (const kind of onceOnly) {
        const [own, ...others] = made.flatMap((statement) => wordsOf(statement, kind));
        if (own === undefined) continue;
        const related = [{ ...own.statement.at(own.word), message: first }];
        for (const { statement, word } of others) {
          report({ at: statement.at(word), message: fill(second, own.word.value, word.value), related });
        }
      }
      for (const { statement, word } of made.flatMap((one) => wordsOf(one, named)).slice(0, 1)) {
        const before = seen.get(word.value);
        if (before === undefined) seen.set(word.value, { block, statement, word });
        else if (before.block.name !== block.name) {
          report({
            at: statement.at(word),
            message: fill(message, word.value, before.block.name),
            related: [{ ...before.statement.at(before.word), message: first }],
          });
        }
      }
    }
  },
};

/** The words of some kind in a statement; a word that only introduces one is a flag and no name. */
function wordsOf(statement: Bound, { names, flag }: Kind): { statement: Bound; word: Word }[] {
  return statement.values
    .filter(({ name, data, word }) => names.includes(name) && (data === true) === flag && word.unknown !== true)
    .map(({ word }) => ({ statement, word }));
}
