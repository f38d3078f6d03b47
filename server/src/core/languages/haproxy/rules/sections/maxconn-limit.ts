import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { http } from "../examples.ts";

const message = text(
  "The process takes {1} connections, so {0} are never reached",
  "进程最多接受 {1} 个连接，不会达到 {0} 个",
);
const decides = text("This is the limit of the process", "这是进程的上限");

const sections = /^(?:defaults|frontend|listen)$/;

export const maxconnLimit: ConfigurationRule<Globals> = {
  id: "haproxy/maxconn-limit",
  severity: "warning",
  scope: "configuration",
  reads: ["global", "defaults", "frontend", "listen"],
  summary: text("A limit of connections above that of the whole process.", "连接数上限超过整个进程的上限。"),
  why: text(
    "All sections share the `maxconn` of `global`. Beyond it HAProxy stops accepting everywhere, and new clients wait in the kernel's queue, however much a section would allow. HAProxy says nothing of it.",
    "所有段共用 `global` 的 `maxconn`。达到后 HAProxy 在各处都停止接受连接，无论某段允许多少，新客户端都要在内核队列中等待。HAProxy 不会提示。",
  ),
  bad: [
    `
global
    maxconn 2000
${http}
frontend web
    bind :8080
    maxconn 10000
#           ^^^^^ The process takes 2000 connections
`,
  ],
  good: [
    `
global
    maxconn 2000
${http}
frontend web
    bind :8080
    maxconn 1500
`,
  ],
  check(configuration, { report }) {
    const all = configuration.all("maxconn");
    const global = all.findLast((line) => line.parent?.keyword?.name === "global");
    const limit = global?.values[0];
    if (global === undefined || typeof limit?.data !== "number" || limit.data === 0 || isUncertain(global)) return;
    for (const line of all) {
      const value = line.values[0];
      if (!sections.test(line.parent?.keyword?.name ?? "") || isUncertain(line)) continue;
      if (typeof value?.data !== "number" || value.data <= limit.data) continue;
      report({
        at: line.at(value.word),
        message: fill(message, value.data, limit.data),
        related: [{ ...global.at(limit.word), message: decides }],
      });
    }
  },
};
