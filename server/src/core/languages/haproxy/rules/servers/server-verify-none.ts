import type { BlockRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { front, http } from "../examples.ts";

const message = text(
  'With "verify none" anyone on the way can pose as this server',
  '使用"verify none"时，链路上的任何人都能冒充该服务器',
);

export const serverVerifyNone: BlockRule<Globals> = {
  id: "haproxy/server-verify-none",
  severity: "information",
  scope: "block",
  on: ["server", "server-template", "default-server"],
  summary: text("TLS to a server whose certificate is not looked at.", "与服务器使用 TLS，但不验证其证书。"),
  why: text(
    "Encryption without verification protects from those who only listen. Where others could answer in the server's place, name its authority with `ca-file` and its name with `verifyhost`.",
    "只加密而不验证，只能防止窃听。如果他人可能冒充服务器应答，应当用 `ca-file` 指定 CA，并用 `verifyhost` 指定主机名。",
  ),
  bad: [
    `${http}${front}
backend app
    server s1 192.0.2.11:443 ssl verify none
#                                ^^^^^^^^^^^ anyone on the way can pose as this server
`,
  ],
  good: [
    `${http}${front}
backend app
    server s1 127.0.0.1:443 ssl verify none
    server s2 192.0.2.12:80 verify none
`,
  ],
  check(server, { report }) {
    const values = server.values.filter((value) => value.name === "verify");
    const [head, value] = [values.at(-2), values.at(-1)];
    if (head === undefined || value?.data !== "none" || server.value("ssl") === undefined) return;
    // Nobody stands between this host and itself.
    const address = String(server.value("address")?.data ?? "");
    if (/^(?:127\.|localhost\b|\[?::1\b|\/|unix@|abns@)/.test(address)) return;
    report({ at: server.at({ start: head.word.start, end: value.word.end }), message });
  },
};
