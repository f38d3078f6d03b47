import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { knownModeOf } from "../../model/modes.ts";
import { type Mode, type Proxy, proxiesOf } from "../../model/proxies.ts";
import { settingOf } from "../../model/servers.ts";
import { http, tcp } from "../examples.ts";

const messages = {
  mode: text('The protocol "{0}" cannot be spoken in mode {1}', '{1} 模式不能使用协议"{0}"'),
  client: text('Clients cannot be served by the protocol "{0}"', '不能用协议"{0}"服务客户端'),
  observe: text('"observe layer7" does nothing in mode {0}', '"observe layer7"在 {0} 模式下不起作用'),
};

/** The modes in which the daemon's multiplexers work (src/mux_*.c). */
const modes: Readonly<Record<string, readonly Mode[]>> = {
  h1: ["http"],
  h2: ["http"],
  fcgi: ["http"],
  quic: ["http"],
  none: ["tcp", "log", "spop"],
  spop: ["spop"],
};

/** src/proxy.c: proxy_finalize; src/server.c: srv_parse_observe. */
export const serverProtocolMode: PartRule<Proxy, Globals> = {
  id: "haproxy/server-protocol-mode",
  severity: "error",
  scope: "part",
  parts: proxiesOf,
  summary: text("A protocol that does not go with the mode of the section.", "协议与所在段的模式不符。"),
  why: text(
    "HAProxy speaks HTTP/1, HTTP/2 and FastCGI only where it reads requests, in mode http; in mode tcp it passes bytes on. It refuses a `proto` that belongs to the other one.",
    "只有在 http 模式下 HAProxy 才会解析请求并使用 HTTP/1、HTTP/2 和 FastCGI；tcp 模式只转发字节。`proto` 与模式不符时会被拒绝。",
  ),
  bad: [
    `${tcp}
listen web
    bind :8080
    server s1 192.0.2.11:80 proto h2
#                                 ^^ cannot be spoken in mode tcp
`,
    `${http}
frontend web
    bind :8080 proto none
#                    ^^^^ cannot be spoken in mode http
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080 proto h2
    default_backend app
backend app
    server s1 192.0.2.11:80 proto h1
`,
  ],
  check(proxy, { report, globals }) {
    const mode = knownModeOf(proxy, globals.partial);
    if (mode === undefined || isUncertain(proxy.block) || proxy.isDisabled || proxy.mode === "haterm") return;
    for (const bind of proxy.own("bind")) {
      const value = bind.value("proto");
      if (value === undefined || value.word.unknown === true || isUncertain(bind)) continue;
      const name = String(value.data);
      if (name === "fcgi") report({ at: bind.at(value.word), message: fill(messages.client, name) });
      else if (!speaks(name, mode)) report({ at: bind.at(value.word), message: fill(messages.mode, name, mode) });
    }
    for (const server of proxy.servers) {
      const proto = settingOf(proxy, server, "proto");
      const name = String(proto?.value.data);
      if (proto !== undefined && proto.value.word.unknown !== true && !isUncertain(proto.bound, server)) {
        const at = proto.bound.at(proto.value.word);
        if (!speaks(name, mode)) report({ at, message: fill(messages.mode, name, mode) });
      }
      const observe = server.value("observe");
      if (observe?.data === "layer7" && mode !== "http" && !isUncertain(server)) {
        // An alert, but none that keeps the daemon from starting.
        report({ at: server.at(observe.word), message: fill(messages.observe, mode), severity: "warning" });
      }
    }
  },
};

function speaks(name: string, mode: Mode): boolean {
  return modes[name]?.includes(mode) ?? true;
}
