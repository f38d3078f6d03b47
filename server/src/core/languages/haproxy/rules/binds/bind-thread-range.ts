import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { http } from "../examples.ts";

const message = text('There are {1} threads, none of them in "{0}"', '只有 {1} 个线程，"{0}"中一个也没有');

/** src/listener.c: bind_complete_thread_setup. */
export const bindThreadRange: BlockRule<Globals> = {
  id: "haproxy/bind-thread-range",
  severity: "error",
  scope: "block",
  on: ["bind"],
  summary: text("A listener for threads that do not exist.", "监听绑定到了不存在的线程。"),
  why: text(
    "`nbthread` says how many threads there are. HAProxy refuses a listener that none of them would serve; of a set that reaches beyond, it uses what is there.",
    "`nbthread` 决定线程数。如果没有任何线程能处理某个监听，HAProxy 会拒绝；如果只是部分超出，则使用存在的那些。",
  ),
  bad: [
    `
global
    nbthread 2
${http}
frontend web
    bind :8080 thread 3-4
#                     ^^^ There are 2 threads
`,
  ],
  good: [
    `
global
    nbthread 2
${http}
frontend web
    bind :8080 thread 2-4
`,
  ],
  check(bind, { report, globals: { nbthread } }) {
    const values = bind.values.filter((value) => value.name === "thread" && value.data !== true);
    if (nbthread === undefined || values.length === 0 || isUncertain(bind)) return;
    const lowest = values.map(({ data }) => Number(/^(\d+)(?:-\d+)?$/.exec(String(data))?.[1] ?? 0));
    if (lowest.some((number) => number <= nbthread)) return;
    for (const { word } of values) report({ at: bind.at(word), message: fill(message, word.value, nbthread) });
  },
};
