/** What the things are called that have names, by scope. */
import { type Text, text } from "../../../../text/localized.ts";

const nouns: Readonly<Record<string, Text>> = {
  acl: text("ACL", "ACL"),
  acme: text("acme section", "acme 段"),
  backend: text("backend", "后端"),
  cache: text("cache", "缓存"),
  defaults: text("defaults section", "defaults 段"),
  "fcgi-app": text("fcgi-app", "fcgi-app"),
  frontend: text("frontend", "前端"),
  group: text("group", "组"),
  healthcheck: text("healthcheck section", "healthcheck 段"),
  "http-errors": text("http-errors section", "http-errors 段"),
  "log-forward": text("log-forward section", "log-forward 段"),
  "log-profile": text("log-profile", "log-profile"),
  mailers: text("mailers section", "mailers 段"),
  nameserver: text("nameserver", "DNS 服务器"),
  peer: text("peer", "对等节点"),
  peers: text("peers section", "peers 段"),
  program: text("program", "程序"),
  proxy: text("proxy", "代理"),
  resolvers: text("resolvers section", "resolvers 段"),
  ring: text("ring", "环形缓冲区"),
  server: text("server", "服务器"),
  table: text("stick table of a peers section", "peers 段的粘性表"),
  user: text("user", "用户"),
  userlist: text("userlist", "用户列表"),
};

export function nounOf(scope: string): Text {
  return nouns[scope] ?? { en: scope, zh: scope };
}

/** Whether something of that scope exists without being written. */
export function isBuiltIn(scope: string, name: string): boolean {
  // src/resolvers.c: resolvers_create_default; src/sink.c: sink_init; src/proxy.c: proxies may be called by number.
  if (scope === "resolvers") return name === "default";
  if (scope === "ring") return /^(?:buf0|stdout|stderr)$/.test(name);
  return (scope === "backend" || scope === "frontend" || scope === "proxy") && /^#\d+$/.test(name);
}
