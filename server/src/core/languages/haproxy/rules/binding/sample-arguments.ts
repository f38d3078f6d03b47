import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/arg.c: make_arg_list; the `val_args` functions of src/sample.c and others. */
export const sampleArguments: BindingRule = {
  id: "haproxy/sample-arguments",
  severity: "error",
  scope: "binding",
  summary: text("Arguments that a sample or a converter does not take.", "取样函数或转换器不接受的参数。"),
  why: text(
    "There are too few or too many of them, or one is of the wrong kind. HAProxy refuses the file.",
    "参数过少、过多，或其中某个类型不对。HAProxy 会拒绝整个文件。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    http-request set-header X-Part %[path,field(2)]
#                                         ^^^^^^^^ "field" needs delimiters
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
    `${http}
frontend web
    bind :8080
    http-request set-header X-Net %[src,ipmask(33)]
#                                              ^^ "33" is no IPv4 mask
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    http-request set-header X-Part %[path,field(2,/)]
    http-request set-header X-Net %[src,ipmask(24)]
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};
