import { text } from "../../../../text/localized.ts";
import { tableRule } from "../tableRule.ts";

/** net/netfilter/ipvs/ip_vs_sync.c: start_sync_thread. */
export const daemonRunning = tableRule({
  id: "ipvsadm/daemon-running",
  severity: "error",
  summary: text("A synchronization daemon that is started twice.", "重复启动同一同步守护进程。"),
  why: text(
    "The kernel refuses the line; ipvsadm says so and reads on, and its exit status may be 0 all the same.",
    "内核拒绝这一行，ipvsadm 报错后继续读取，退出状态仍可能为 0。",
  ),
  bad: [
    `--start-daemon master
--start-daemon master
#              ^^^^^^ The "master" daemon runs already
`,
  ],
  good: [
    `--start-daemon master
--start-daemon backup
`,
  ],
});
