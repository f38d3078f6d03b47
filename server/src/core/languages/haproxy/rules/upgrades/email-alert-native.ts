import { anything, type ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { ofProxies } from "../../model/gathered.ts";
import { front, http } from "../examples.ts";

const messages = {
  last: text(
    "HAProxy 3.3 sends no mails by itself any more; a Lua script has to",
    "HAProxy 3.3 起自身不再发送邮件，须由 Lua 脚本发送",
  ),
  none: text(
    "No mail is sent: since 3.3 only a Lua script can send them",
    "不会发送邮件：自 3.3 起只能由 Lua 脚本发送",
  ),
};

/** src/mailers.c of 3.2: init_email_alert; 3.3 has no sender of its own. */
export const emailAlertNative: ConfigurationRule<Globals> = {
  id: "haproxy/email-alert-native",
  severity: "warning",
  scope: "configuration",
  reads: anything,
  summary: text("Mail alerts without the Lua script that sends them.", "配置了邮件告警，却没有负责发送的 Lua 脚本。"),
  why: text(
    "HAProxy's own mailer is gone since 3.3: the settings are still read, and nothing is sent. 3.1 and 3.2 warn of it. Load `mailers.lua` of HAProxy's examples with `lua-load`.",
    "自 3.3 起 HAProxy 自带的邮件发送功能已移除：设置仍会读取，但什么也不会发出。3.1 和 3.2 会为此告警。请用 `lua-load` 加载 HAProxy 示例中的 `mailers.lua`。",
  ),
  since: "3.1",
  bad: [
    `
mailers mail
    mailer m1 192.0.2.25:25
${http}${front}
backend app
    email-alert mailers mail
#   ^^^^^^^^^^^^^^^^^^^ Lua script
    email-alert from lb@example.com
    email-alert to ops@example.com
    server s1 192.0.2.11:80 check
`,
  ],
  good: [
    `
${http}${front}
backend app
    server s1 192.0.2.11:80 check
`,
  ],
  check(configuration, { report, version, globals }) {
    if (globals.partial || !atLeast(version, "3.1")) return;
    const sections = configuration.all("global");
    if (sections.some((global) => global.has("lua-load") || global.has("lua-load-per-thread"))) return;
    const seen = new Set<Bound>();
    for (const line of lines(configuration)) {
      // Several proxies may take over the same line of their defaults.
      if (seen.has(line) || isUncertain(line)) continue;
      seen.add(line);
      report({ at: line.at(line.title), message: atLeast(version, "3.3") ? messages.none : messages.last });
    }
  },
};

const lines = ofProxies((proxy) => [proxy.find("email-alert mailers") ?? []].flat());
