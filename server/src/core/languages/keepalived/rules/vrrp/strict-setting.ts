import { removeStatement, replace } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { type Instance, owner, readInstance, switchOf } from "../../model/vrrpInstance.ts";

const message = text('"{0}" is not allowed in strict mode', '严格模式下不允许"{0}"');
const byGlobal = text(
  'The global "vrrp_down_timer_adverts {0}" is not allowed in strict mode',
  '严格模式下不允许全局设置"vrrp_down_timer_adverts {0}"',
);

/** Settings that the standard does not know, and when they make a difference. */
const settings: readonly {
  readonly keyword: string;
  readonly since?: string;
  readonly applies: (statement: Bound, instance: Instance, block: Bound) => boolean;
}[] = [
  { keyword: "vmac_xmit_base", applies: (_statement, { vmac }) => vmac !== undefined },
  {
    keyword: "preempt_delay",
    // A node that starts as MASTER has lost it already.
    applies: (statement, { preemptDelay, starts }) => statement === preemptDelay && starts === "BACKUP",
  },
  { keyword: "down_timer_adverts", applies: (statement) => isNumber(statement) && statement.values[0]?.data !== 3 },
  {
    keyword: "accept",
    applies: (statement, { version, priority }, block) =>
      version === 2 && priority !== undefined && priority !== owner && statement === lastAccept(block),
  },
  { keyword: "garp_lower_prio_repeat", applies: (statement) => isNumber(statement) && statement.values[0]?.data !== 0 },
  { keyword: "garp_lower_prio_delay", applies: (statement) => isNumber(statement) && statement.values[0]?.data !== 0 },
  { keyword: "lower_prio_no_advert", applies: (statement) => switchOf(statement) === false },
  { keyword: "higher_prio_send_advert", applies: (statement) => switchOf(statement) === true },
  { keyword: "no_virtual_ipaddress", since: "2.2.8", applies: () => true },
];

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance. */
export const strictSetting: BlockRule<Globals> = {
  id: "keepalived/strict-setting",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text(
    "A setting in strict mode that departs from the VRRP standard.",
    "严格模式下使用了偏离 VRRP 标准的设置。",
  ),
  why: text(
    "Strict mode keeps to the standard, so keepalived reports such a setting and goes on without it. Take it out, or do without strict mode.",
    "严格模式只按标准行事，keepalived 会报出这类设置并将其丢弃。请删除该设置，或不使用严格模式。",
  ),
  bad: [
    `
global_defs {
    vrrp_strict
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    preempt_delay 10
#   ^^^^^^^^^^^^^ not allowed in strict mode
    down_timer_adverts 4
#   ^^^^^^^^^^^^^^^^^^ not allowed in strict mode
    accept
#   ^^^^^^ not allowed in strict mode
    garp_lower_prio_repeat 2
#   ^^^^^^^^^^^^^^^^^^^^^^ not allowed in strict mode
    garp_lower_prio_delay 2
#   ^^^^^^^^^^^^^^^^^^^^^ not allowed in strict mode
    lower_prio_no_advert off
#   ^^^^^^^^^^^^^^^^^^^^ not allowed in strict mode
    higher_prio_send_advert
#   ^^^^^^^^^^^^^^^^^^^^^^^ not allowed in strict mode
    no_virtual_ipaddress
#   ^^^^^^^^^^^^^^^^^^^^ not allowed in strict mode
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
vrrp_instance VI_1 {
    strict_mode
    interface eth0
    use_vmac 02:00:00:00:00:33
#            ^^^^^^^^^^^^^^^^^ not allowed in strict mode
    vmac_xmit_base
#   ^^^^^^^^^^^^^^ not allowed in strict mode
    virtual_router_id 51
    auth_hmac {
        key 1 0123456789abcdef0123456789abcdef
        active_key 1
        mode permissive
#            ^^^^^^^^^^ not allowed in strict mode
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
global_defs {
    vrrp_strict
    vrrp_down_timer_adverts 5
}
vrrp_instance VI_1 {
#             ^^^^ "vrrp_down_timer_adverts 5"
    interface eth0
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
    strict_mode
    version 3
    interface eth0
    use_vmac
    virtual_router_id 51
    priority 100
    preempt_delay 0
    down_timer_adverts 3
    accept
    garp_lower_prio_repeat 0
    lower_prio_no_advert
    higher_prio_send_advert off
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const instance = readInstance(block, globals, version);
    if (!instance.strict) return;
    for (const { keyword, since, applies } of settings) {
      const statement = block.find(keyword);
      if (statement === undefined || !applies(statement, instance, block)) continue;
      if (since !== undefined && !atLeast(version, since)) continue;
      const fixes = [removeStatement(statement, "safe")];
      report({ at: statement.at(statement.head), message: fill(message, keyword), fixes });
    }
    for (const statement of block.all("use_vmac")) {
      const mac = statement.value("mac");
      if (mac !== undefined) report({ at: statement.at(mac.word), message: fill(message, mac.word.value) });
    }
    const globally = globals.values["vrrp_down_timer_adverts"];
    if (typeof globally === "number" && globally >= 1 && globally !== 3 && !block.has("down_timer_adverts")) {
      report({ at: block.at(block.nameWord), message: fill(byGlobal, globally) });
    }
    const mode = hmacMode(block);
    if (mode === undefined || !atLeast(version, "2.4.0")) return;
    const word = mode.nameWord;
    const fixes = [replace(mode, word, "enforce", "safe")];
    report({ at: mode.at(word), message: fill(message, `mode ${word.value}`), fixes });
  },
};

function isNumber(statement: Bound): boolean {
  const data = statement.values[0]?.data;
  return typeof data === "number" && !Number.isNaN(data);
}

function lastAccept(block: Bound): Bound | undefined {
  return block.children.findLast((child) => ["accept", "no_accept"].includes(child.keyword?.name ?? ""));
}

/** A mode of `auth_hmac` other than the one that strict mode wants. */
function hmacMode(block: Bound): Bound | undefined {
  const mode = block
    .all("auth_hmac")
    .flatMap((hmac) => hmac.all("mode"))
    .at(-1);
  return ["permissive", "receive-only"].includes(mode?.nameWord.value ?? "") ? mode : undefined;
}
