import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { isPartial } from "../../model/partial.ts";
import { front, http } from "../examples.ts";

const message = text(
  'The section "global" names no "server-state-file" to load',
  '"global"段没有用"server-state-file"指定要加载的文件',
);

/** src/proxy.c: proxy_finalize. */
export const serverStateFileMissing: ConfigurationRule<Globals> = {
  id: "haproxy/server-state-file-missing",
  severity: "warning",
  scope: "configuration",
  reads: ["global", "defaults", "backend", "listen"],
  summary: text(
    "The state of servers is to be loaded from a file that is not named.",
    "要从文件加载服务器状态，却没有指定文件。",
  ),
  why: text(
    "With `load-server-state-from-file global` all states lie in the one file of `server-state-file`. Without it HAProxy warns and starts with all servers up, as if nothing had been saved.",
    "使用 `load-server-state-from-file global` 时，所有状态保存在 `server-state-file` 指定的文件中。缺少它时 HAProxy 给出告警，并在启动时把所有服务器视为正常。",
  ),
  bad: [
    `${http}${front}
backend app
    load-server-state-from-file global
#                               ^^^^^^ names no "server-state-file"
    server s1 192.0.2.11:80 check
`,
  ],
  good: [
    `${http}${front}
backend app
    load-server-state-from-file none
    server s1 192.0.2.11:80 check
`,
  ],
  check(configuration, { report }) {
    if (configuration.all("server-state-file").length > 0 || isPartial(configuration)) return;
    for (const load of configuration.all("load-server-state-from-file")) {
      const value = load.values[0];
      if (value?.data === "global" && !isUncertain(load)) report({ at: load.at(value.word), message });
    }
  },
};
