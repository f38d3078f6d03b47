import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { front, http } from "../examples.ts";

const messages = {
  timeout: text('"set-timeout {0}" works in sections with a {1} side only', '"set-timeout {0}"只能用于有{1}侧的段'),
  retries: text('"set-retries" works in sections with a backend side only', '"set-retries"只能用于有后端侧的段'),
};

const sides = { backend: text("backend", "后端"), frontend: text("frontend", "前端") };

/** src/http_act.c: parse_http_set_timeout; src/stream.c: stream_parse_set_retries. */
export const setTimeoutSide: BlockRule<Globals> = {
  id: "haproxy/set-timeout-side",
  severity: "error",
  scope: "block",
  on: [
    "http-request set-timeout",
    "http-response set-timeout",
    "http-request set-retries",
    "tcp-request content set-retries",
  ],
  summary: text("A rule that changes a timeout of the other side.", "规则修改了另一侧的超时。"),
  why: text(
    "`set-timeout server` and `tunnel` change what a backend waits for, `client` what a frontend waits for. In a section that lacks that side HAProxy refuses the rule: write it in the backend, or in a `listen`.",
    "`set-timeout server` 和 `tunnel` 修改后端的等待时间，`client` 修改前端的等待时间。所在段没有相应的一侧时，HAProxy 会拒绝该规则：应写在后端或 `listen` 中。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    http-request set-timeout server 90s if { path_beg /export }
#                            ^^^^^^ "set-timeout server" works in sections with a backend side only
    default_backend app
backend app
    server s1 127.0.0.1:8000
`,
  ],
  good: [
    `${http}${front}backend app
    http-request set-timeout server 90s if { path_beg /export }
    server s1 127.0.0.1:8000
`,
  ],
  check(line, { report }) {
    const kind = line.parent?.keyword?.name;
    const severity = line.statement.uncertain === true ? "information" : "error";
    if (line.keyword?.name.endsWith(" set-retries") === true) {
      if (kind === "frontend" || kind === "defaults")
        report({ at: line.at(line.title), severity, message: messages.retries });
      return;
    }
    if (kind !== "frontend" && kind !== "backend") return;
    const which = line.values[0];
    if (which === undefined || which.word.unknown === true) return;
    const side = which.data === "client" ? "frontend" : "backend";
    if (side === kind) return;
    report({ at: line.at(which.word), severity, message: fill(messages.timeout, String(which.data), sides[side]) });
  },
};
