import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain, mayHoldLines } from "../../model/gaps.ts";
import { front, http } from "../examples.ts";

const messages = {
  missing: text('The cache "{0}" has no "total-max-size"', '缓存"{0}"没有设置"total-max-size"'),
  large: text("An object may have at most half of the cache: {0} bytes", "单个对象最多占缓存的一半：{0} 字节"),
};

/** src/cache.c: cfg_post_parse_section_cache. */
export const cacheSize: BlockRule<Globals> = {
  id: "haproxy/cache-size",
  severity: "error",
  scope: "block",
  on: ["cache"],
  summary: text("A cache without a size, or with objects too large for it.", "缓存没有设置大小，或对象上限过大。"),
  why: text(
    "HAProxy reserves the memory of a cache when it starts and has no default for it: `total-max-size`, in megabytes, must be there. `max-object-size`, in bytes, is refused above half of it.",
    "HAProxy 启动时就会为缓存预留内存，且没有默认大小：必须写明 `total-max-size`（单位 MB）。`max-object-size`（单位字节）超过其一半时会被拒绝。",
  ),
  bad: [
    `${http}${front}backend app
    http-request cache-use small
    http-response cache-store small
    server s1 127.0.0.1:8000
cache small
#     ^^^^^ The cache "small" has no "total-max-size"
    max-age 60
`,
    `${http}${front}backend app
    http-request cache-use small
    http-response cache-store small
    server s1 127.0.0.1:8000
cache small
    total-max-size 1
    max-object-size 1000000
#                   ^^^^^^^ An object may have at most half of the cache: 524288 bytes
`,
  ],
  good: [
    `${http}${front}backend app
    http-request cache-use small
    http-response cache-store small
    server s1 127.0.0.1:8000
cache small
    total-max-size 4
    max-object-size 100000
`,
  ],
  check(block, { report }) {
    // Filters and actions are called "cache" too.
    if (block.parent !== undefined || mayHoldLines(block)) return;
    const severity = isUncertain(block) ? "information" : "error";
    const size = block.find("total-max-size");
    if (size === undefined) {
      report({ at: block.at(block.nameWord), severity, message: fill(messages.missing, block.name) });
      return;
    }
    const megabytes = size.values[0]?.data;
    const object = block.find("max-object-size")?.values[0];
    if (typeof megabytes !== "number" || typeof object?.data !== "number") return;
    const most = (megabytes * 1024 * 1024) / 2;
    if (object.data > most) report({ at: block.at(object.word), severity, message: fill(messages.large, most) });
  },
};
