import { anything, type ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, type Text, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain, mayHoldLines } from "../../model/gaps.ts";
import { ofProxies } from "../../model/gathered.ts";
import type { Proxy } from "../../model/proxies.ts";
import { front, http } from "../examples.ts";

const messages = {
  docroot: text('The application "{0}" has no "docroot"', '应用"{0}"没有设置"docroot"'),
  requests: text(
    '"option max-reqs" above 1 needs "option mpxs-conns" or "option get-values"',
    '"option max-reqs"大于 1 时需要"option mpxs-conns"或"option get-values"',
  ),
  application: text('"proto fcgi" needs a "use-fcgi-app" line in "{0}"', '"proto fcgi"需要"{0}"中有"use-fcgi-app"行'),
};

/** src/fcgi-app.c: cfg_fcgi_apps_postparser. */
export const fcgiAppIncomplete: ConfigurationRule<Globals> = {
  id: "haproxy/fcgi-app-incomplete",
  severity: "error",
  scope: "configuration",
  reads: anything,
  summary: text("A FastCGI application of which a part is missing.", "FastCGI 应用的配置不完整。"),
  why: text(
    "It takes three parts: a `fcgi-app` section with a `docroot`, `use-fcgi-app` in the backend, and `proto fcgi` on its servers. HAProxy refuses the configuration when one is missing.",
    "FastCGI 需要三部分：带 `docroot` 的 `fcgi-app` 段、后端中的 `use-fcgi-app`，以及服务器上的 `proto fcgi`。缺少其一，HAProxy 就会拒绝配置。",
  ),
  bad: [
    `${http}${front}backend app
    use-fcgi-app php
    server s1 127.0.0.1:9000 proto fcgi
fcgi-app php
#        ^^^ The application "php" has no "docroot"
    index index.php
`,
    `${http}${front}backend app
    server s1 127.0.0.1:9000 proto fcgi
#                                  ^^^^ "proto fcgi" needs a "use-fcgi-app" line in "app"
`,
  ],
  good: [
    `${http}${front}backend app
    use-fcgi-app php
    server s1 127.0.0.1:9000 proto fcgi
fcgi-app php
    docroot /var/www
    index index.php
`,
  ],
  check(configuration, { report }) {
    for (const block of configuration.all("fcgi-app")) {
      if (block.parent !== undefined || mayHoldLines(block)) continue;
      const tell = (at: Parameters<typeof report>[0]["at"], message: Text) =>
        report({ at, severity: isUncertain(block) ? "information" : "error", message });
      if (!block.has("docroot")) tell(block.at(block.nameWord), fill(messages.docroot, block.name));
      const requests = block.find("option max-reqs");
      if (requests !== undefined && Number(requests.values[0]?.data) > 1 && !isMultiplexed(block)) {
        tell(requests.at(requests.title), messages.requests);
      }
    }
    for (const { proxy, line, at, message } of withoutApplication(configuration)) {
      const severity = isUncertain(line, proxy.block) || configuration.incomplete ? "information" : "error";
      report({ at: line.at(at), severity, message });
    }
  },
};

function isMultiplexed(block: Bound): boolean {
  return ["option mpxs-conns", "option get-values"].some((name) => {
    const line = block.find(name);
    return line !== undefined && line.negation === undefined;
  });
}

const withoutApplication = ofProxies((proxy) => {
  const found = proxy.isDisabled ? undefined : judge(proxy);
  return found === undefined ? [] : [{ proxy, ...found }];
});

/** A server that speaks FastCGI, of a backend that says nothing of an application. */
function judge(proxy: Proxy): { line: Bound; at: Bound["head"]; message: Text } | undefined {
  if (!proxy.isBackend || mayHoldLines(proxy.block) || proxy.block.has("use-fcgi-app")) return undefined;
  const line = proxy.servers.find((server) => proxy.serverOption(server, "proto")?.data === "fcgi");
  const hasFilter = proxy.own("filter").some((one) => one.value("fcgi-app") !== undefined);
  if (line === undefined || hasFilter) return undefined;
  const word = proxy.serverOption(line, "proto")?.word;
  const isOwn = word !== undefined && line.values.some((value) => value.word === word);
  return { line, at: isOwn ? word : line.nameWord, message: fill(messages.application, proxy.name) };
}
