/** What each snippet of HAProxy needs around it, by prefix: what it refers to, and the section that it stands in. */
import { here } from "./here.ts";

const defaults = `defaults
    mode http
    timeout connect 5s
    timeout client 30s
    timeout server 30s
`;

/** With somewhere to log to, for what brings a log format along. */
const logged = `global\n    log stdout format raw local0\n${defaults}    log global\n`;

/** Backends of all the names that snippets use by default. */
const backends = ["app", "api", "canary"]
  .map((name, index) => `backend ${name}\n    server s1 192.0.2.${index + 11}:8080 check\n`)
  .join("");

const bind = "    bind :80\n";

const frontend = (lines: string) => `${defaults}frontend web\n${lines}    default_backend app\n${backends}`;
const inFrontend = frontend(bind + here);
/** A service that works without the snippet. */
const web = inFrontend.replace(here, "");
const inGlobal = `global\n${here}${web}`;
const beside = `${here}${web}`;
/** A backend beside the frontend that uses it. */
const used = (name: string) => `${defaults}frontend web\n${bind}    default_backend ${name}\n${here}`;

/** By prefix; nothing around the others. */
export const haproxy: Readonly<Record<string, string>> = {
  "defaults-http": `global\n    log stdout format raw local0\n${here}${web.replace(defaults, "")}`,
  "global-settings": beside,
  "tls-defaults": inGlobal,
  "frontend-https": `${defaults}${here}${backends}`,
  "frontend-http": `${defaults}${here}${backends}`,
  "redirect-https": inFrontend,
  "redirect-host": inFrontend,
  "backend-http": used("app"),
  "backend-https": used("secure"),
  "http-check": `${defaults}frontend web\n${bind}    default_backend app\nbackend app\n${here}    server s1 192.0.2.11:8080 check\n`,
  "listen-mysql": logged + here,
  "listen-postgres": logged + here,
  "listen-redis": logged + here,
  "listen-kubernetes": logged + here,
  "listen-tcp": logged + here,
  "sni-routing": `${logged.replace("mode http", "mode tcp")}${here}${backends}`,
  "rate-limit": inFrontend,
  "connection-limit": inFrontend,
  "stats-page": defaults + here,
  "cookie-persistence": used("app"),
  "source-persistence": `${defaults}frontend web\n${bind}    default_backend app\nbackend app\n${here}    server s1 192.0.2.11:8080 check\n`,
  "resolvers-dns": `${here}${web.replaceAll(" check\n", " check resolvers dns\n")}`,
  "backend-dns": used("app"),
  "peers-pair": `global\n    localpeer lb1\n${here}${frontend(
    `${bind}    stick-table type ip size 100k expire 10m store http_req_rate(10s) peers cluster\n    http-request track-sc0 src\n`,
  )}`,
  "route-path": inFrontend,
  "route-host": inFrontend,
  "route-map": inFrontend,
  "route-canary": inFrontend,
  "allow-networks": inFrontend,
  "security-headers": inFrontend,
  "forwarded-headers": inFrontend,
  "cors-preflight": inFrontend,
  compression: inFrontend,
  "cache-section": `${here}${frontend(`${bind}    http-request cache-use static\n    http-response cache-store static\n`)}`,
  "cache-use": `cache static\n    total-max-size 64\n${inFrontend}`,
  prometheus: defaults + here,
  userlist: `${here}${frontend(`${bind}    http-request auth realm Staff unless { http_auth(staff) }\n`)}`,
  "basic-auth": `userlist staff\n    user alice password $5$kE0dFvEvCnbWvXrF$CCAkevqhcgIvYD2YVWS42RL9DjywV6RtT1QxhUGKCW5\n${inFrontend}`,
  maintenance: inFrontend,
  "monitor-uri": inFrontend,
  "log-json": inFrontend.replace(defaults, logged),
  "if-version": inGlobal,
  "if-feature": inGlobal,
  "ring-log": `global\n    log ring@logs local0\n${beside}`,
  "http-errors": `${here}${frontend(`${bind}    errorfiles site\n`)}`,
  "fcgi-php": used("php-fpm"),
  // Since 3.3 a Lua script sends the mails.
  mailers: `global\n    lua-load mailers.lua\n${here}${web.replace("backend app\n", "backend app\n    email-alert mailers alerts\n    email-alert from lb@example.com\n    email-alert to ops@example.com\n")}`,
  "server-proxy-protocol": `${defaults}frontend web\n${bind}    default_backend app\nbackend app\n${here}`,
};
