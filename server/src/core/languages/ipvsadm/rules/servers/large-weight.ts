import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: parse_options. */
export const largeWeight: BindingRule = {
  id: "ipvsadm/large-weight",
  severity: "warning",
  scope: "binding",
  summary: text("A weight above 65535.", "权重大于 65535。"),
  why: text(
    "Debian's ipvsadm hands it to the kernel, which takes it. As published, ipvsadm leaves at the line.",
    "Debian 的 ipvsadm 会交给内核，内核也接受。官方发布的 ipvsadm 会在这一行退出。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11 -w 65536
#                                   ^^^^^ Weight "65536" is above 65535, which ipvsadm refuses as its authors publish it
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11 -w 65535
`,
  ],
};
