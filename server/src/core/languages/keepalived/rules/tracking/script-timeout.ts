import { removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";

const message = text(
  "The script may run for {0} s but should start every {1} s: runs are skipped",
  "脚本最多运行 {0} 秒，却应每 {1} 秒启动一次，部分执行会被跳过",
);
const interval = text("The interval is set here", "执行间隔在此处设定");

/** vrrp_scheduler.c: vrrp_script_thread; a script that still runs is not started again. */
export const scriptTimeout: BlockRule<Globals> = {
  id: "keepalived/script-timeout",
  severity: "warning",
  scope: "block",
  on: ["vrrp_script"],
  summary: text("A script whose `timeout` is longer than its `interval`.", "脚本的 `timeout` 大于 `interval`。"),
  why: text(
    "keepalived does not start a script again while it still runs. If the service hangs, the failure is noticed only after the timeout, times `fall`, and not after the interval.",
    "脚本仍在运行时 keepalived 不会再次启动它。服务挂起时，要等到超时（再乘以 `fall`）才会发现故障，而不是一个执行间隔之后。",
  ),
  bad: [
    `
global_defs {
    enable_script_security
    script_user root
}
vrrp_script check_web {
    script "/usr/bin/true"
    interval 2
    timeout 10
#           ^^ may run for 10 s but should start every 2 s
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    track_script {
        check_web
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  good: [
    `
global_defs {
    enable_script_security
    script_user root
}
vrrp_script check_web {
    script "/usr/bin/true"
    interval 10
    timeout 10
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    track_script {
        check_web
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(script, { report }) {
    const timeout = script.find("timeout");
    const value = timeout?.values[0];
    const every = script.find("interval");
    const everyValue = every?.values[0];
    const seconds = script.number("timeout");
    const period = every === undefined ? 1 : script.number("interval");
    if (timeout === undefined || value === undefined || seconds === undefined || period === undefined) return;
    if (seconds <= period || value.word.unknown === true || everyValue?.word.unknown === true) return;
    report({
      at: timeout.at(value.word),
      message: fill(message, seconds, period),
      related:
        every === undefined || everyValue === undefined ? [] : [{ ...every.at(everyValue.word), message: interval }],
      fixes: [removeStatement(timeout, "unsafe")],
    });
  },
};
