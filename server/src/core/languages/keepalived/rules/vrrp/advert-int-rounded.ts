import { replace } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { readInstance } from "../../model/vrrpInstance.ts";
import { takenInterval } from "../../model/vrrpTimers.ts";

const seconds = text(
  "VRRP version 2 counts in whole seconds: {0} is taken as {1}",
  "VRRP 版本 2 只支持整秒：{0} 会被当作 {1}",
);
const tooLong = text(
  "VRRP version 3 counts up to 40.95 seconds: {0} is taken as {1}",
  "VRRP 版本 3 最大为 40.95 秒：{0} 会被当作 {1}",
);
const tooFine = text(
  "VRRP version 3 counts in hundredths of a second: {0} is taken as {1}",
  "VRRP 版本 3 以百分之一秒为单位：{0} 会被当作 {1}",
);

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance. */
export const advertIntRounded: BlockRule<Globals> = {
  id: "keepalived/advert-int-rounded",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text(
    "An advert interval that the VRRP version in use cannot express.",
    "所用 VRRP 版本无法表示的通告间隔。",
  ),
  why: text(
    "The interval is part of every advert: whole seconds in version 2, hundredths of a second up to 40.95 s in version 3. keepalived rounds to what fits and reports it. For intervals below one second use `vrrp_version 3`.",
    "通告间隔写在每个通告里：版本 2 为整秒，版本 3 为百分之一秒、最大 40.95 秒。keepalived 会取最接近的值并报出。需要小于一秒的间隔时请使用 `vrrp_version 3`。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    advert_int 0.5
#              ^^^ taken as 1
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
global_defs {
    vrrp_version 3
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    advert_int 60
#              ^^ taken as 40.95
    virtual_ipaddress {
        192.0.2.10/24
    }
}
vrrp_instance VI_2 {
    interface eth0
    virtual_router_id 52
    advert_int 0.125
#              ^^^^^ taken as 0.13
    virtual_ipaddress {
        192.0.2.11/24
    }
}
`,
  ],
  good: [
    `
vrrp_instance VI_1 {
    version 3
    interface eth0
    virtual_router_id 51
    advert_int 0.25
    virtual_ipaddress {
        192.0.2.10/24
    }
}
vrrp_instance VI_2 {
    interface eth0
    virtual_router_id 52
    advert_int 2.0
    virtual_ipaddress {
        192.0.2.11/24
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const statement = block.find("advert_int");
    const wanted = block.number("advert_int");
    const { version: protocol } = readInstance(block, globals, version);
    if (statement === undefined || wanted === undefined || wanted < 0.01 || wanted > 255) return;
    if (protocol === undefined) return;
    const taken = takenInterval(wanted, protocol);
    if (taken === wanted) return;
    const word = statement.nameWord;
    const message = protocol === 2 ? seconds : wanted >= 40.96 ? tooLong : tooFine;
    report({
      at: statement.at(word),
      message: fill(message, word.value, taken),
      fixes: [replace(statement, word, String(taken), "safe")],
    });
  },
};
