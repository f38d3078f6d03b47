import { text } from "../../../../text/localized.ts";
import { tableRule } from "../tableRule.ts";

/** net/netfilter/ipvs/ip_vs_ctl.c: ip_vs_add_dest. */
export const duplicateServer = tableRule({
  id: "ipvsadm/duplicate-server",
  severity: "error",
  summary: text("A server that is added to a service twice.", "重复添加到同一服务的服务器。"),
  why: text(
    "With `-g` and `-i` two servers that differ in their port only are one, for it is rewritten. The kernel refuses the line; ipvsadm says so and reads on.",
    "使用 `-g` 或 `-i` 时端口会被改写，仅端口不同的两台服务器是同一台。内核拒绝这一行，ipvsadm 报错后继续读取。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11 -m
-a -t 192.0.2.1:80 -r 192.0.2.11:80 -g
#                     ^^^^^^^^^^^^^ The service has a server "192.0.2.11:80" already
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11:80 -m
-a -t 192.0.2.1:80 -r 192.0.2.11:81 -m
`,
  ],
});
