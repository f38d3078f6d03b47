import { text } from "../../../../text/localized.ts";
import { tableRule } from "../tableRule.ts";

/** net/netfilter/ipvs/ip_vs_ctl.c: ip_vs_genl_set_cmd. */
export const duplicateService = tableRule({
  id: "ipvsadm/duplicate-service",
  severity: "error",
  summary: text("A service that is added twice.", "重复添加的服务。"),
  why: text(
    "The kernel refuses the line; ipvsadm says so and reads on, and its exit status may be 0 all the same.",
    "内核拒绝这一行，ipvsadm 报错后继续读取，退出状态仍可能为 0。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -s rr
-A -t 192.0.2.1:80 -s wlc
#     ^^^^^^^^^^^^ A service "192.0.2.1:80" is there already
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -s rr
-A -u 192.0.2.1:80 -s wlc
`,
  ],
});
