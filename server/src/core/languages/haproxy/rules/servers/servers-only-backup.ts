import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain, mayHoldLines } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { isComplete, isOn } from "../../model/servers.ts";
import { front, http } from "../examples.ts";

const message = text(
  'All servers of "{0}" are backups: only the first one that is up gets requests',
  '"{0}"的服务器全部是备份：只有第一台可用的会收到请求',
);

/** src/backend.c: recount_servers. */
export const serversOnlyBackup: PartRule<Proxy, Globals> = {
  id: "haproxy/servers-only-backup",
  severity: "information",
  scope: "part",
  parts: proxiesOf,
  summary: text("A backend of backups only.", "后端中只有备份服务器。"),
  why: text(
    "Backups are used one at a time unless `option allbackups` is set, so nothing is balanced. Often the active server was removed or its line lost. Where one server after another is wanted, this is right.",
    "除非设置了 `option allbackups`，备份服务器一次只用一台，不会做负载均衡。常见原因是主服务器被删掉或漏写。如果本来就要依次接替，则无需处理。",
  ),
  bad: [
    `${http}${front}
backend app
#       ^^^ All servers of "app" are backups
    server s1 192.0.2.11:80 check backup
    server s2 192.0.2.12:80 check backup
`,
  ],
  good: [
    `${http}${front}
backend app
    option allbackups
    server s1 192.0.2.11:80 check backup
    server s2 192.0.2.12:80 check backup
`,
  ],
  check(proxy, { report }) {
    if (proxy.isDisabled) return;
    const { servers, block } = proxy;
    if (servers.length < 2 || isUncertain(block) || mayHoldLines(block) || proxy.hasOption("allbackups")) return;
    if (servers.some((server) => !isOn(proxy, server, "backup") || !isComplete(proxy, server))) return;
    report({ at: block.at(block.nameWord), message: fill(message, proxy.name) });
  },
};
