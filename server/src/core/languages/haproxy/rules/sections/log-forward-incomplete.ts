import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain, mayHoldLines } from "../../model/gaps.ts";
import { http } from "../examples.ts";

const messages = {
  bind: text(
    '"{0}" receives nothing: "bind" and "dgram-bind" are missing',
    '"{0}"收不到日志，缺少"bind"或"dgram-bind"',
  ),
  log: text('"{0}" sends nothing on: "log" is missing', '"{0}"不会转发日志，缺少"log"'),
};

/** src/proxy.c: proxy_finalize. Of a missing target it says nothing. */
export const logForwardIncomplete: BlockRule<Globals> = {
  id: "haproxy/log-forward-incomplete",
  severity: "warning",
  scope: "block",
  on: ["log-forward"],
  summary: text("A log-forward section without an entry or an exit.", "log-forward 段没有入口或出口。"),
  why: text(
    "The section passes log messages on: it takes them at `bind` or `dgram-bind` and sends them to its `log` targets. Without one of both every message is lost.",
    "该段用于转发日志：从 `bind` 或 `dgram-bind` 接收，发往 `log` 目标。缺少任何一方，所有日志都会丢失。",
  ),
  bad: [
    `
log-forward relay
#           ^^^^^ receives nothing
    log 192.0.2.14:514 local0
${http}
frontend web
    bind :8080
`,
    `
log-forward relay
#           ^^^^^ sends nothing on
    dgram-bind :1514
${http}
frontend web
    bind :8080
`,
  ],
  good: [
    `
log-forward relay
    dgram-bind :1514
    log 192.0.2.14:514 local0
${http}
frontend web
    bind :8080
`,
  ],
  check(section, { report }) {
    if (isUncertain(section) || mayHoldLines(section)) return;
    const at = section.at(section.nameWord);
    if (!section.has("bind") && !section.has("dgram-bind")) report({ at, message: fill(messages.bind, section.name) });
    else if (!section.has("log")) report({ at, message: fill(messages.log, section.name) });
  },
};
