import type { PartRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { isComplete, isOn, isWatched, knowsWords, settingOf } from "../../model/servers.ts";
import { front, http } from "../examples.ts";

const message = text(
  "This server is not checked, though others beside it are: it counts as healthy for ever",
  "同组其他服务器有健康检查，该服务器没有，会始终视为健康",
);
const other = text("This one is checked", "此服务器有检查");

export const serverUnchecked: PartRule<Proxy, Globals> = {
  id: "haproxy/server-unchecked",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text("A server without a health check beside servers with one.", "有检查的服务器旁边有一台没有检查。"),
  why: text(
    "A server without `check` never goes down in HAProxy's eyes. When it fails, its share of the requests ends in errors; when the others fail, it gets all of them.",
    "没有 `check` 的服务器在 HAProxy 看来永远不会宕机：它失效时，分给它的请求都会出错；其他服务器失效时，全部请求都会转给它。",
  ),
  bad: [
    `${http}${front}
backend app
    server s1 192.0.2.11:80 check
    server s2 192.0.2.12:80
#          ^^ This server is not checked
`,
  ],
  good: [
    `${http}${front}
backend app
    server s1 192.0.2.11:80 check
    server s2 192.0.2.12:80 track s1
    server sorry 127.0.0.1:8081 backup
`,
  ],
  check(proxy, { report }) {
    if (proxy.isDisabled) return;
    const checked = proxy.servers.find((server) => isOn(proxy, server, "check"));
    if (checked === undefined) return;
    for (const server of proxy.servers) {
      if (isWatched(proxy, server) || !isComplete(proxy, server)) continue;
      // Which option a misspelled one was meant to be is not known.
      if (!knowsWords(server)) continue;
      // A page of excuses needs no check, and who switches checks off by name or starts disabled has said so.
      if (isOn(proxy, server, "backup") || server.value("no-check") !== undefined) continue;
      if (settingOf(proxy, server, "disabled") !== undefined) continue;
      const related = [{ ...checked.at(checked.nameWord), message: other }];
      report({ at: server.at(server.nameWord), message, related });
    }
  },
};
