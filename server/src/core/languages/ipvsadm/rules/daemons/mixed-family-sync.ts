import { text } from "../../../../text/localized.ts";
import { tableRule } from "../tableRule.ts";

/** net/netfilter/ipvs/ip_vs_ctl.c: ip_vs_genl_set_cmd; ip_vs_genl_new_daemon. */
export const mixedFamilySync = tableRule({
  id: "ipvsadm/mixed-family-sync",
  severity: "error",
  summary: text(
    "A server of the other IP version beside a synchronization daemon.",
    "另一种 IP 版本的服务器与同步守护进程并存。",
  ),
  why: text(
    "The messages of the daemons have no place for two IP versions in one connection. The kernel refuses the later of the two lines.",
    "守护进程的消息无法表示一个连接中的两种 IP 版本。内核会拒绝后出现的那一行。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -s rr
--start-daemon master
-a -t 192.0.2.1:80 -r [2001:db8::11]:80 -i
#                     ^^^^^^^^^^^^^^^^^ Servers of the other IP version and a synchronization daemon exclude each other
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r [2001:db8::11]:80 -i
`,
  ],
});
