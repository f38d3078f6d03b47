import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/sample.c: sample_casts. */
export const sampleType: BindingRule = {
  id: "haproxy/sample-type",
  severity: "error",
  scope: "binding",
  summary: text("A converter on a value that it cannot be used on.", "转换器不能用于该类型的值。"),
  why: text(
    "Every sample has a type, and a converter takes some of them only. HAProxy checks that when it starts, and refuses the file.",
    "每个取样都有类型，转换器只接受其中一部分。HAProxy 启动时会检查，并拒绝整个文件。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    http-request set-header X-Net %[ssl_fc,ipmask(24)]
#                                          ^^^^^^ "ipmask" works on IP address, not on boolean
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    http-request set-header X-Net %[src,ipmask(24)]
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};
