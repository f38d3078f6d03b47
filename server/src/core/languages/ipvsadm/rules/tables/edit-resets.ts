import { text } from "../../../../text/localized.ts";
import { tableRule } from "../tableRule.ts";

/** ipvsadm.c: process_options; net/netfilter/ipvs/ip_vs_ctl.c: ip_vs_edit_service. */
export const editResets = tableRule({
  id: "ipvsadm/edit-resets",
  severity: "warning",
  summary: text("A change that sets back what it does not name.", "修改时未写出的设置被恢复为默认值。"),
  why: text(
    "`-e` and `-E` give the kernel a whole server or service. What they leave out does not stay as it was but gets its default.",
    "`-e` 和 `-E` 交给内核的是完整的服务器或服务，未写出的部分不会保持原样，而是恢复为默认值。",
  ),
  bad: [
    `ipvsadm -A -t 192.0.2.1:80 -s rr
ipvsadm -a -t 192.0.2.1:80 -r 192.0.2.11 -m -w 5
ipvsadm -e -t 192.0.2.1:80 -r 192.0.2.11 -m
#       ^^ Without "-w" it goes back from 5 to 1
`,
    `ipvsadm -A -t 192.0.2.1:80 -s rr
ipvsadm -E -t 192.0.2.1:80 -p 60
#       ^^ Without "-s" it goes back from rr to wlc
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11 -m -w 5
-e -t 192.0.2.1:80 -r 192.0.2.11 -m -w 1
`,
  ],
});
