import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { front, http } from "../examples.ts";

/** src/server.c: _srv_parse_kw; src/cfgparse-listen.c. */
export const misplacedOption: BindingRule = {
  id: "haproxy/misplaced-option",
  severity: "warning",
  scope: "binding",
  summary: text("A setting that this kind of line does not take.", "此类行不接受的设置项。"),
  why: text(
    "Some settings make sense for one server and not as a default for all of them, such as its `id`. HAProxy shows an alert, leaves the setting out and starts all the same.",
    "有些设置只对单个服务器有意义，不能作为全部服务器的默认值，例如 `id`。HAProxy 会显示错误提示、忽略该设置，但仍会启动。",
  ),
  bad: [
    `${http}${front}backend app
    default-server id 7
#                  ^^ "id" does nothing in "default-server"
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}${front}backend app
    default-server weight 7
    server s1 192.0.2.11:8080 id 7
`,
  ],
};
