import { insertInto } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain, mayHoldLines } from "../../model/gaps.ts";
import { http } from "../examples.ts";

const message = text('The resolvers "{0}" have no nameserver', 'resolvers"{0}"没有 DNS 服务器');

/** src/cfgparse.c: check_config_validity. */
export const resolversEmpty: BlockRule<Globals> = {
  id: "haproxy/resolvers-empty",
  severity: "warning",
  scope: "block",
  on: ["resolvers"],
  summary: text("Resolvers without a name server.", "resolvers 段没有 DNS 服务器。"),
  why: text(
    "Nothing is asked, so servers that rely on these resolvers keep the address of the start, or never get one. `parse-resolv-conf` takes the name servers of the host.",
    "无处查询，依赖这些解析器的服务器会一直使用启动时的地址，或者永远得不到地址。`parse-resolv-conf` 可采用主机的 DNS 服务器。",
  ),
  bad: [
    `
resolvers dns
#         ^^^ have no nameserver
    hold valid 10s
${http}
frontend web
    bind :8080
`,
  ],
  good: [
    `
resolvers dns
    nameserver ns1 192.0.2.53:53
${http}
frontend web
    bind :8080
`,
  ],
  check(resolvers, { report }) {
    // On a server line the word names such a section.
    if (resolvers.parent !== undefined || isUncertain(resolvers) || mayHoldLines(resolvers)) return;
    if (resolvers.has("nameserver") || resolvers.has("parse-resolv-conf")) return;
    report({
      at: resolvers.at(resolvers.nameWord),
      message: fill(message, resolvers.name),
      fixes: [insertInto(resolvers, "parse-resolv-conf", "unsafe")],
    });
  },
};
