import type { Configuration } from "../../../../model/configuration.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, type Text, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { isPartial } from "../../model/partial.ts";
import { http } from "../examples.ts";

const messages = {
  large: text(
    '"{0}" is below the {1} of normal buffers, so there are no large ones',
    '"{0}"小于普通缓冲区的 {1}，不会有大缓冲区',
  ),
  small: text(
    '"{0}" is above the {1} of normal buffers, so there are no small ones',
    '"{0}"大于普通缓冲区的 {1}，不会有小缓冲区',
  ),
  threads: text(
    '"thread-hard-limit" allows {1} threads, not {0}',
    '"thread-hard-limit"只允许 {1} 个线程，而不是 {0} 个',
  ),
};

interface Limit {
  readonly keyword: string;
  readonly other: string;
  /** The other one, where it is not set. */
  readonly otherwise?: number;
  readonly isWrong: (own: number, other: number) => boolean;
  readonly message: Text;
}

/** tune.bufsize: BUFSIZE in include/haproxy/defaults.h. */
const bufsize = { other: "tune.bufsize", otherwise: 16384 };

const limits: readonly Limit[] = [
  {
    keyword: "tune.bufsize.large",
    ...bufsize,
    isWrong: (own, other) => own > 0 && own < other,
    message: messages.large,
  },
  { keyword: "tune.bufsize.small", ...bufsize, isWrong: (own, other) => own > other, message: messages.small },
  { keyword: "nbthread", other: "thread-hard-limit", isWrong: (own, other) => own > other, message: messages.threads },
];

/** src/cfgparse.c: check_config_validity. */
export const sizeLimits: ConfigurationRule<Globals> = {
  id: "haproxy/size-limits",
  severity: "warning",
  scope: "configuration",
  reads: ["global"],
  summary: text("Settings of the process that contradict each other.", "进程设置互相矛盾。"),
  why: text(
    "Large buffers must be larger than normal ones and small ones smaller, and there cannot be more threads than the hard limit. HAProxy warns and goes on with the limit, or without such buffers.",
    "大缓冲区必须大于普通缓冲区，小缓冲区必须更小；线程数不能超过硬上限。HAProxy 会给出告警，然后采用上限或不使用这类缓冲区。",
  ),
  since: "3.4",
  bad: [
    `
global
    tune.bufsize 32768
    tune.bufsize.large 16384
#                      ^^^^^ below the 32768 of normal buffers
    thread-hard-limit 2
    nbthread 4
#            ^ allows 2 threads
${http}
frontend web
    bind :8080
`,
  ],
  good: [
    `
global
    tune.bufsize.large 65536
    thread-hard-limit 2
    nbthread 2
${http}
frontend web
    bind :8080
`,
  ],
  check(configuration, { report }) {
    for (const { keyword, other, otherwise, isWrong, message } of limits) {
      const [own, rival] = [lastOf(configuration, keyword), lastOf(configuration, other)];
      if (own === undefined || isUncertain(own, rival)) continue;
      if (rival === undefined && (otherwise === undefined || isPartial(configuration))) continue;
      const value = own.values[0];
      const limit = rival === undefined ? otherwise : rival.values[0]?.data;
      if (typeof value?.data !== "number" || typeof limit !== "number" || !isWrong(value.data, limit)) continue;
      report({ at: own.at(value.word), message: fill(message, value.word.value, limit) });
    }
  },
};

function lastOf(configuration: Configuration, keyword: string): Bound | undefined {
  return configuration.all(keyword).at(-1);
}
