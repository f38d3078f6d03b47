import { text } from "../../../../text/localized.ts";
import { tableRule } from "../tableRule.ts";

/** net/netfilter/ipvs/ip_vs_ctl.c: ip_vs_del_dest. */
export const unknownServer = tableRule({
  id: "ipvsadm/unknown-server",
  severity: "error",
  summary: text("A change of a server that is not there.", "修改或删除不存在的服务器。"),
  why: text(
    "The kernel refuses the line; ipvsadm says so and reads on, and its exit status may be 0 all the same.",
    "内核拒绝这一行，ipvsadm 报错后继续读取，退出状态仍可能为 0。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -s rr
-d -t 192.0.2.1:80 -r 192.0.2.11
#                     ^^^^^^^^^^ The service has no server "192.0.2.11:80" at this line
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11
-d -t 192.0.2.1:80 -r 192.0.2.11
`,
  ],
});
