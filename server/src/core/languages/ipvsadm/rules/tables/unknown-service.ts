import { text } from "../../../../text/localized.ts";
import { tableRule } from "../tableRule.ts";

/** net/netfilter/ipvs/ip_vs_ctl.c: ip_vs_genl_set_cmd. */
export const unknownService = tableRule({
  id: "ipvsadm/unknown-service",
  severity: "error",
  summary: text("A line for a service that is not there.", "规则所指的服务不存在。"),
  why: text(
    "Lines are carried out one after the other, so the service must stand above. The kernel refuses the line; ipvsadm says so and reads on. A file that adds no service first changes a table that is there already, of which it tells nothing.",
    "规则逐行执行，因此服务必须写在前面。内核拒绝这一行，ipvsadm 报错后继续读取。若文件并不先添加服务，则它修改的是已有的表，无法从文件得知其内容。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.2:80 -r 192.0.2.11
#     ^^^^^^^^^^^^ No service "192.0.2.2:80" is there at this line
`,
    `-a -t 192.0.2.2:80 -r 192.0.2.11
#     ^^^^^^^^^^^^ information: No service "192.0.2.2:80" is there at this line
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11
`,
  ],
});
