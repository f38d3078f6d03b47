import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain, mayHoldLines } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { front, http } from "../examples.ts";

const messages = {
  frontend: text('Frontend "{0}" has no "bind" and gets no traffic', '前端"{0}"没有"bind"，收不到任何流量'),
  listen: text(
    '"{0}" has no "bind"; what only has servers is a backend',
    '"{0}"没有"bind"；只有服务器的段应是 backend',
  ),
};

/** src/proxy.c: proxy_finalize. */
export const bindMissing: PartRule<Proxy, Globals> = {
  id: "haproxy/bind-missing",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text("A frontend or listen without `bind`.", "没有 `bind` 的 frontend 或 listen。"),
  why: text(
    "The section opens no address, so nobody can connect to it. HAProxy warns and starts the others. Addresses behind the name, as versions before 1.7 took them, are refused.",
    "该段不打开任何地址，没有人能连接到它。HAProxy 会警告，但仍启动其他段。1.7 之前把地址写在名称之后的方式已不再允许。",
  ),
  bad: [
    `${http}
frontend web
#        ^^^ Frontend "web" has no "bind" and gets no traffic
    default_backend app
${front.replace("web", "api").replace("8080", "8081")}backend app
    server s1 127.0.0.1:8000
`,
  ],
  good: [
    `${http}${front}backend app
    server s1 127.0.0.1:8000
frontend parked
    disabled
    default_backend app
`,
  ],
  check({ kind, block, name, isDisabled }, { report }) {
    if (kind === "backend" || isDisabled || block.has("bind") || mayHoldLines(block) || isUncertain(block)) return;
    // Addresses behind the name, as old versions took them, are an error of their own.
    if (block.value("from") === undefined && block.statement.words.length > 2) return;
    const isBackend = kind === "listen" && block.children.some((line) => /^server/.test(line.keyword?.name ?? ""));
    report({ at: block.at(block.nameWord), message: fill(isBackend ? messages.listen : messages.frontend, name) });
  },
};
