import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { isOn, type Setting, settingOf } from "../../model/servers.ts";
import { front, http } from "../examples.ts";

const message = text('The cookie value "{0}" already stands for "{1}"', 'Cookie 值"{0}"已用于"{1}"');
const first = text("It is used here", "已在此处使用");

export const serverCookieDuplicate: PartRule<Proxy, Globals> = {
  id: "haproxy/server-cookie-duplicate",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text("Two servers with one cookie value.", "两台服务器使用同一个 Cookie 值。"),
  why: text(
    "The value tells HAProxy which server a returning user belongs to. When two share it, all of their returning users go to the first one: sessions break, and the load is uneven. Only a backup may share the value of the server that it stands in for.",
    "HAProxy 凭该值判断回访用户属于哪台服务器。两台服务器共用一个值时，回访用户都会去第一台，会话会丢失，负载也不均衡。只有备份服务器才应与它所替代的服务器共用。",
  ),
  bad: [
    `${http}${front}
backend app
    cookie SRV insert indirect nocache
    server s1 192.0.2.11:80 check cookie a
    server s2 192.0.2.12:80 check cookie a
#                                        ^ already stands for "s1"
`,
  ],
  good: [
    `${http}${front}
backend app
    cookie SRV insert indirect nocache
    server s1 192.0.2.11:80 check cookie a
    server s2 192.0.2.12:80 check cookie b
    server s3 192.0.2.13:80 check cookie a backup
`,
  ],
  check(proxy, { report }) {
    if (proxy.isDisabled) return;
    const seen = new Map<string, { name: string; setting: Setting }>();
    for (const server of proxy.servers) {
      const setting = settingOf(proxy, server, "cookie");
      if (setting === undefined || setting.value.word.unknown === true || isUncertain(server, setting.bound)) continue;
      if (isOn(proxy, server, "backup") || settingOf(proxy, server, "disabled") !== undefined) continue;
      const value = String(setting.value.data);
      const before = seen.get(value);
      if (before === undefined) seen.set(value, { name: server.name, setting });
      else {
        const related = [{ ...before.setting.bound.at(before.setting.value.word), message: first }];
        const at = setting.bound === server ? setting.value.word : server.nameWord;
        report({ at: server.at(at), message: fill(message, value, before.name), related });
      }
    }
  },
};
