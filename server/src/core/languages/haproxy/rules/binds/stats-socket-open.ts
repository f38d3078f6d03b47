import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isLocal } from "../../model/endpoints.ts";
import type { Address } from "../../syntax/inner.ts";
import { http } from "../examples.ts";

const messages = {
  admin: text(
    'Whoever reaches "{0}" may command this HAProxy: it asks for no password',
    '能连到"{0}"的任何人都可以控制此 HAProxy，它不要求密码',
  ),
  reader: text(
    'Whoever reaches "{0}" may read the state of this HAProxy',
    '能连到"{0}"的任何人都可以读取此 HAProxy 的状态',
  ),
};

/** doc/management.txt, 9.3: the level of a socket is `operator` unless another is said. */
export const statsSocketOpen: BlockRule<Globals> = {
  id: "haproxy/stats-socket-open",
  severity: "warning",
  scope: "block",
  on: ["stats socket"],
  summary: text("A socket for commands that others can reach over the network.", "命令套接字可以从网络访问。"),
  why: text(
    "The socket knows no users. At level `admin` it takes servers out, changes maps and certificates, and shows sessions to anybody who connects. Keep it on a UNIX socket or on 127.0.0.1, or ask for client certificates with `ssl verify required`.",
    "该套接字没有用户验证。`admin` 级别下，任何连上的人都可以下线服务器、修改映射和证书、查看会话。应使用 UNIX 套接字或 127.0.0.1，或者用 `ssl verify required` 要求客户端证书。",
  ),
  bad: [
    `
global
    stats socket 0.0.0.0:9999 level admin
#                ^^^^^^^^^^^^ may command this HAProxy
${http}
frontend web
    bind :8080
`,
  ],
  good: [
    `
global
    stats socket /run/haproxy/admin.sock mode 660 level admin
    stats socket 127.0.0.1:9999 level admin
${http}
frontend web
    bind :8080
`,
  ],
  check(socket, { report }) {
    if (socket.value("verify")?.data === "required" || socket.value("namespace") !== undefined) return;
    const addresses = (socket.value("address")?.inner as readonly Address[] | undefined) ?? [];
    for (const address of addresses) {
      if (address.unknown || isLocal(address)) continue;
      const isAdmin = socket.value("level")?.data === "admin";
      const at = { start: address.start, end: address.end };
      const written = socket.source.section.text.slice(at.start, at.end);
      report({
        at: socket.at(at),
        message: fill(isAdmin ? messages.admin : messages.reader, written),
        ...(isAdmin ? {} : { severity: "information" as const }),
      });
    }
  },
};
