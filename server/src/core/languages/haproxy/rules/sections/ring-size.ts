import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { http } from "../examples.ts";

const message = text(
  "Events of {0} bytes do not fit into the ring of {1}",
  "{0} 字节的事件放不进 {1} 字节的环形缓冲区",
);

/** src/sink.c: cfg_post_parse_ring, BUFSIZE. */
const defaultSize = 16384;

export const ringSize: BlockRule<Globals> = {
  id: "haproxy/ring-size",
  severity: "warning",
  scope: "block",
  on: ["ring"],
  summary: text("A ring that is smaller than its longest event.", "环形缓冲区小于最长的事件。"),
  why: text(
    "A ring holds whole events. HAProxy shortens `maxlen` to the size with a warning, so that long lines lose their end. Give the ring a `size` of many events.",
    "环形缓冲区保存完整的事件。HAProxy 会给出告警并把 `maxlen` 缩短到缓冲区大小，长日志会被截断。应把 `size` 设为能容纳许多事件。",
  ),
  bad: [
    `
ring events
    size 16384
    maxlen 20000
#          ^^^^^ do not fit into the ring of 16384
${http}
frontend web
    bind :8080
`,
  ],
  good: [
    `
ring events
    size 32768
    maxlen 1200
${http}
frontend web
    bind :8080
`,
  ],
  check(ring, { report }) {
    const [size, longest] = [ring.find("size"), ring.find("maxlen")];
    if (longest === undefined || isUncertain(ring, size, longest)) return;
    const value = longest.values[0];
    const limit = size === undefined ? defaultSize : Number(size.values[0]?.data);
    if (value === undefined || !(Number(value.data) > limit)) return;
    report({ at: longest.at(value.word), message: fill(message, Number(value.data), limit) });
  },
};
