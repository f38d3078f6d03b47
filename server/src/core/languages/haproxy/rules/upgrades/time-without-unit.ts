import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** include/haproxy/tools.h: warn_if_lower, as src/proxy.c, src/check.c and src/resolvers.c call it. */
export const timeWithoutUnit: BindingRule = {
  id: "haproxy/time-without-unit",
  severity: "warning",
  scope: "binding",
  summary: text("A small time without a unit.", "很小且没有单位的时间。"),
  why: text(
    "Bare numbers are milliseconds in these places, where most people think of seconds: with `timeout client 30` hardly any request survives. Since 3.1 HAProxy warns of values below 100; older versions obey in silence.",
    "在这些位置，不带单位的数字表示毫秒，而多数人想的是秒：写成 `timeout client 30` 时几乎没有请求能完成。自 3.1 起 HAProxy 会对小于 100 的值给出告警，更早的版本则默默照办。",
  ),
  since: "3.1",
  bad: [
    `
defaults
    mode http
    timeout connect 5s
    timeout client 30
#                  ^^ warning: "30" means 30 milliseconds here
    timeout server 30s
listen app
    bind :8080
    server s1 192.0.2.11:80 check inter 5
#                                       ^ warning: "5" means 5 milliseconds here
`,
  ],
  good: [
    `
defaults
    mode http
    timeout connect 5000
    timeout client 30s
    timeout server 50ms
listen app
    bind :8080
    server s1 192.0.2.11:80 check inter 2000
`,
  ],
};
