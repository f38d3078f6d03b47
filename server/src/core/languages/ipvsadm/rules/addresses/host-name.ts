import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: host_to_addr. */
export const hostName: BindingRule = {
  id: "ipvsadm/host-name",
  severity: "information",
  scope: "binding",
  summary: text("A host's name instead of an address.", "用主机名代替地址。"),
  why: text(
    "It is looked up when the rules are read, often before the network is up, and only the first IPv4 address counts. `ipvsadm -S` without `-n` writes names.",
    "规则读取时才会解析，此时网络往往尚未就绪，并且只取第一个 IPv4 地址。不带 `-n` 的 `ipvsadm -S` 会写出名称。",
  ),
  bad: [
    `-A -t lvs.example.com:80
#     ^^^^^^^^^^^^^^^ "lvs.example.com" is looked up when the rules are read
`,
  ],
  good: [
    `-A -t 192.0.2.1:80
`,
  ],
};
