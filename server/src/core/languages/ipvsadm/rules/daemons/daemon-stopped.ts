import { text } from "../../../../text/localized.ts";
import { tableRule } from "../tableRule.ts";

/** net/netfilter/ipvs/ip_vs_sync.c: stop_sync_thread. */
export const daemonStopped = tableRule({
  id: "ipvsadm/daemon-stopped",
  severity: "information",
  summary: text("A synchronization daemon that is stopped and was never started.", "停止从未启动过的同步守护进程。"),
  why: text(
    "It may run on the host. If not, the kernel refuses the line; ipvsadm says so and reads on.",
    "主机上可能正在运行。否则内核会拒绝这一行，ipvsadm 报错后继续读取。",
  ),
  bad: [
    `--stop-daemon master
#             ^^^^^^ No "master" daemon has been started above
`,
  ],
  good: [
    `--start-daemon master
--stop-daemon master
`,
  ],
});
