/** The two periods that the blocks of all modes on Linux have (conversion.go: only those of the mode that is set count). */
import type { Keyword } from "../../../schema/spec.ts";
import { fill, text } from "../../../text/localized.ts";
import { duration } from "../values/duration.ts";
import { field } from "./field.ts";

const longest = text(
  "How often the rules of {0} are looked through as a whole and what is left over is cleaned up. Must be greater than 0; 0 means the default.",
  "多久整体核对一次 {0} 规则并清理残留。必须大于 0；写 0 表示使用默认值。",
);
const shortest = text(
  "The least time between two changes of the rules of {0}: changes of Services that come sooner are put together. Must not be greater than `syncPeriod`.",
  "两次更新 {0} 规则之间的最短间隔，期间的 Service 变化会合并处理。不能大于 `syncPeriod`。",
);

export function syncPeriod(mode: string, preset: string): Keyword {
  return field("syncPeriod", duration(), {
    doc: fill(longest, mode),
    default: preset,
    ok: ["syncPeriod: 30s", "syncPeriod: 0s"],
    bad: ["syncPeriod: 30", 'syncPeriod: ""'],
  });
}

export function minSyncPeriod(mode: string, preset: string): Keyword {
  return field("minSyncPeriod", duration(), {
    doc: fill(shortest, mode),
    default: preset,
    ok: ["minSyncPeriod: 1s", "minSyncPeriod: 0s"],
    bad: ["minSyncPeriod: 1"],
  });
}
