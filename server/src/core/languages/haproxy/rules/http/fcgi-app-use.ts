import type { PartRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain, mayHoldLines } from "../../model/gaps.ts";
import { knownModeOf } from "../../model/modes.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { isComplete, settingOf } from "../../model/servers.ts";
import { front, http } from "../examples.ts";

const messages = {
  mode: text('"use-fcgi-app" needs mode http', '"use-fcgi-app"需要 http 模式'),
  servers: text(
    'No server here speaks FastCGI: "proto fcgi" is missing',
    '此处没有服务器使用 FastCGI，缺少"proto fcgi"',
  ),
};

/** src/fcgi-app.c: cfg_fcgi_apps_postparser. */
export const fcgiAppUse: PartRule<Proxy, Globals> = {
  id: "haproxy/fcgi-app-use",
  severity: "error",
  scope: "part",
  parts: proxiesOf,
  summary: text(
    "A FastCGI application for servers that do not speak it.",
    "为不使用 FastCGI 的服务器指定了 FastCGI 应用。",
  ),
  why: text(
    "`use-fcgi-app` says which parameters go to the servers; that they are reached by FastCGI is said by `proto fcgi` on each of them. HAProxy refuses the one without the other.",
    "`use-fcgi-app` 只说明向服务器传递哪些参数，是否使用 FastCGI 由每台服务器的 `proto fcgi` 决定。两者缺一，HAProxy 都会拒绝。",
  ),
  bad: [
    `
fcgi-app php
    docroot /srv/www
${http}${front}
backend app
    use-fcgi-app php
#   ^^^^^^^^^^^^ "proto fcgi" is missing
    server s1 192.0.2.11:9000
`,
  ],
  good: [
    `
fcgi-app php
    docroot /srv/www
${http}${front}
backend app
    use-fcgi-app php
    server s1 192.0.2.11:9000 proto fcgi
`,
  ],
  check(proxy, { report, globals }) {
    const use = proxy.block.find("use-fcgi-app");
    if (use === undefined || proxy.isDisabled || isUncertain(use) || mayHoldLines(proxy.block)) return;
    const at = use.at(use.title);
    const mode = knownModeOf(proxy, globals.partial);
    if (mode === undefined) return;
    if (mode !== "http") report({ at, message: messages.mode });
    else if (
      proxy.servers.every(
        (server) => isComplete(proxy, server) && settingOf(proxy, server, "proto")?.value.data !== "fcgi",
      )
    ) {
      report({ at, message: messages.servers });
    }
  },
};
