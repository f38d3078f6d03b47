import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: service_to_port. */
export const portName: BindingRule = {
  id: "ipvsadm/port-name",
  severity: "information",
  scope: "binding",
  summary: text("A port's name instead of its number.", "用服务名代替端口号。"),
  why: text(
    "It is looked up in the host's own list of services when the rules are read; ipvsadm leaves at a name that is not in it. `ipvsadm -S` without `-n` writes names.",
    "读取规则时在主机自己的服务列表中查找，找不到时 ipvsadm 会退出。不带 `-n` 的 `ipvsadm -S` 会写出名称。",
  ),
  bad: [
    `-A -t 192.0.2.1:http
#               ^^^^ "http" stands for port 80; "ipvsadm -S -n" saves numbers
`,
    `-A -t 192.0.2.1:webcache2
#               ^^^^^^^^^ warning: Port "webcache2" must stand in the host's list of services, or be a number
`,
  ],
  good: [
    `-A -t 192.0.2.1:80
`,
  ],
};
