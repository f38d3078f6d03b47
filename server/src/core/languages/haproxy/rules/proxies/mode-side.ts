import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { http } from "../examples.ts";

const message = text("Mode {0} is for {1} only", "{0} 模式只能用于 {1}");

/** Modes that only one side can have (src/cfgparse-listen.c). A listen has both sides. */
const sides: Readonly<Record<string, "frontend" | "backend">> = { log: "backend", spop: "backend", haterm: "frontend" };

/** src/cfgparse-listen.c: str2pr_mode and its callers. */
export const modeSide: BlockRule<Globals> = {
  id: "haproxy/mode-side",
  severity: "error",
  scope: "block",
  on: ["mode"],
  summary: text("A mode that this kind of proxy cannot have.", "该类代理不支持的模式。"),
  why: text(
    "Modes `log` and `spop` are for backends that take messages or agents' traffic, `haterm` is for frontends that answer by themselves. HAProxy refuses them on the other side.",
    "`log` 和 `spop` 模式用于接收日志或 agent 流量的后端，`haterm` 用于自行应答的前端；写在另一侧会被 HAProxy 拒绝。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
backend app
    server s1 127.0.0.1:8000
frontend logs
    mode log
#        ^^^ Mode log is for backends only
    bind :5140
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    default_backend app
backend app
    mode http
    server s1 127.0.0.1:8000
`,
  ],
  check(line, { report }) {
    const mode = line.values[0];
    const side = sides[String(mode?.data ?? "")];
    const kind = line.parent?.keyword?.name;
    if (mode === undefined || side === undefined || (kind !== "frontend" && kind !== "backend") || kind === side)
      return;
    const severity = line.statement.uncertain === true ? "information" : "error";
    report({ at: line.at(mode.word), severity, message: fill(message, String(mode.data), `${side}s`) });
  },
};
