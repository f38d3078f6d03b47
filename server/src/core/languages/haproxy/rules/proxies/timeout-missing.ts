import { insertInto } from "../../../../rules/fixes.ts";
import type { PartRule } from "../../../../rules/rule.ts";
import type { Fix } from "../../../../schema/problem.ts";
import { fill, list, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain, mayHoldLines } from "../../model/gaps.ts";
import { knownModeOf } from "../../model/modes.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { serverCount } from "../../model/serverNames.ts";
import { front } from "../examples.ts";

const message = text('"{0}" has no "timeout {1}"', '"{0}"没有设置"timeout {1}"');
const several = text('"{0}" has no timeouts for: {1}', '"{0}"缺少以下超时：{1}');
const title = text("Set these timeouts in the defaults: {0}", "在 defaults 中设置这些超时：{0}");
const ownTitle = text("Set these timeouts here: {0}", "在此设置这些超时：{0}");

/** What most people begin with, as the manual's examples do. */
const usual: Readonly<Record<string, string>> = { connect: "5s", client: "30s", server: "30s" };

/** src/proxy.c: proxy_finalize. */
export const timeoutMissing: PartRule<Proxy, Globals> = {
  id: "haproxy/timeout-missing",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text("A proxy without the timeouts that it needs.", "代理缺少必需的超时设置。"),
  why: text(
    "Without `timeout client`, `connect` and `server` HAProxy waits forever: connections of clients that vanished stay and add up until the limits are reached. It warns for each proxy. Set them once in `defaults`.",
    "没有 `timeout client`、`connect` 和 `server` 时，HAProxy 会无限期等待：已消失的客户端的连接一直保留，越积越多，直至达到上限。它会对每个代理发出警告；在 `defaults` 中统一设置一次即可。",
  ),
  bad: [
    `
defaults
    mode http
    timeout client 30s
${front}backend app
#       ^^^ "app" has no timeouts for: connect, server
    server s1 127.0.0.1:8000
`,
    `
defaults
    timeout connect 5s
    timeout server 30s
listen db
#      ^^ "db" has no "timeout client"
    bind :5432
    server s1 127.0.0.1:5433
`,
  ],
  good: [
    `
defaults
    timeout connect 5s
    timeout client 30s
    timeout tunnel 1h
listen db
    bind :5432
    server s1 127.0.0.1:5433
backend only_a_table
    stick-table type ip size 100k expire 10m
`,
  ],
  check(proxy, { report, globals }) {
    const missing = proxy.isDisabled ? [] : missingOf(proxy, globals.partial);
    if (missing.length === 0) return;
    const [only = ""] = missing;
    report({
      at: proxy.block.at(proxy.block.nameWord),
      message: missing.length === 1 ? fill(message, proxy.name, only) : fill(several, proxy.name, list(missing)),
      fixes: [fixOf(proxy, missing)],
    });
  },
};

function missingOf(proxy: Proxy, partial: boolean): readonly string[] {
  const { block, defaults } = proxy;
  const mode = knownModeOf(proxy, partial);
  if ((mode !== "tcp" && mode !== "http") || isUncertain(block)) return [];
  if ((defaults.length === 0 && partial) || [block, ...defaults].some(mayHoldLines)) return [];
  const isSet = (name: string) => {
    const value = proxy.find(`timeout ${name}`)?.values[0];
    return value !== undefined && (value.word.unknown === true || value.data !== 0);
  };
  const hasServers = proxy.isBackend && proxy.servers.some((line) => serverCount(line) > 0);
  const needed = [...(hasServers ? ["connect"] : []), ...(proxy.isFrontend ? ["client"] : [])];
  // In mode tcp a tunnel is all that there is.
  if (hasServers && !(mode === "tcp" && isSet("tunnel"))) needed.push("server");
  return needed.filter((name) => !isSet(name));
}

function fixOf(proxy: Proxy, missing: readonly string[]): Fix {
  const [nearest] = proxy.defaults;
  const lines = missing.map((name) => `timeout ${name} ${usual[name] ?? ""}`);
  const into = nearest ?? proxy.block;
  const edits = lines.toReversed().flatMap((line) => insertInto(into, line, "unsafe").edits);
  const [first] = edits;
  // All lines come in at one place, so they are one edit.
  const merged =
    first === undefined
      ? []
      : [
          {
            ...first,
            text: edits
              .map((edit) => edit.text)
              .toReversed()
              .join(""),
          },
        ];
  return { title: fill(nearest === undefined ? ownTitle : title, list(missing)), safety: "unsafe", edits: merged };
}
