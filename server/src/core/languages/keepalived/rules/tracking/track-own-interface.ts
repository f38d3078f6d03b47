import { removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";

const message = text(
  '"{0}" is the interface of the instance and is tracked anyway',
  '"{0}"是该实例自身的接口，本来就会被跟踪',
);
const own = text("The interface is set here", "接口在此处设定");

/** vrrp.c: vrrp_complete_instance. */
export const trackOwnInterface: BlockRule<Globals> = {
  id: "keepalived/track-own-interface",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("`track_interface` with the instance's own interface.", "`track_interface` 中写了实例自身的接口。"),
  why: text(
    "An instance always goes to FAULT when its own interface goes down, so keepalived drops the line, weight and all. Use `dont_track_primary` if it should not.",
    "实例自身的接口 down 时，实例总会进入 FAULT，因此 keepalived 会丢弃该行（连同权重）。如果不希望这样，请用 `dont_track_primary`。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    track_interface {
        eth0 weight -10
#       ^^^^ "eth0" is the interface of the instance
        eth1
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
    priority 100
    track_interface {
        eth1
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(instance, { report }) {
    const statement = instance.find("interface");
    const word = statement?.values[0]?.word;
    if (statement === undefined || word === undefined || word.unknown === true) return;
    for (const line of instance.all("track_interface").flatMap((list) => list.children)) {
      const tracked = line.values[0]?.word;
      if (tracked === undefined || tracked.unknown === true || tracked.value !== word.value) continue;
      report({
        at: line.at(tracked),
        message: fill(message, tracked.value),
        related: [{ ...statement.at(word), message: own }],
        fixes: [removeStatement(line, "safe")],
      });
    }
  },
};
