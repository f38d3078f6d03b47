/** Keywords of the checker `MISC_CHECK`. */

import { arg, type Keyword, optional } from "../../../../schema/spec.ts";
import { integer } from "../../../../schema/values/number.ts";
import { script } from "../../../../schema/values/script.ts";
import { text } from "../../../../text/localized.ts";
import { group, user } from "../../values/special.ts";
import { manual } from "../link.ts";
import * as common from "./common.ts";

/** `MISC_CHECK { … }`: a script decides (keepalived/check/check_misc.c). */
export const miscCheck: readonly Keyword[] = [
  {
    name: "retry",
    args: [arg("number", integer({ min: 0, max: 4294967295 }))],
    default: text("the value of the real_server, else 0", "取 real_server 的值，否则 0"),
    since: "1.3.7",
    doc: text(
      "Further runs of the script after a failing one before the real server is taken out. Unlike the network checkers, a script check reacts to the first failure unless this or the `real_server` says otherwise.",
      "脚本失败后、摘除真实服务器之前再运行几次。与网络检查器不同，脚本检查默认首次失败就摘除，除非在这里或 `real_server` 中设置。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["retry 2"],
    bad: ["retry -1", "retry many"],
  },
  common.delayBeforeRetry,
  common.warmup,
  common.delayLoop,
  common.alpha,
  common.logAllFailures,
  {
    name: "misc_path",
    args: [arg("command", script({ user: false }))],
    required: true,
    since: "1.1.10",
    doc: text(
      "Program to run as the health check, with its arguments inside one pair of quotes. It is executed directly, not by a shell: `|`, `>` and `&&` become plain arguments, so wrap such lines in `/bin/sh -c`. It must report by exit code (printing 0 or 1 has no effect) and needs a `#!` line if it is a script.",
      "作为健康检查运行的程序，带参数时整体放在一对引号里。程序被直接执行，不经过 shell：`|`、`>`、`&&` 会变成普通参数，需要时请用 `/bin/sh -c` 包装。结果由退出码决定（打印 0 或 1 无效），脚本文件要有 `#!` 行。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["misc_path /usr/bin/true", 'misc_path "/usr/bin/true 10.0.0.11 80"'],
    bad: [],
  },
  {
    name: "misc_timeout",
    args: [arg("seconds", integer({ min: 0, max: 4294, unit: "s" }))],
    default: "delay_loop",
    since: "1.1.10",
    doc: text(
      "Longest run time of the script; after it the script is terminated (SIGTERM, then SIGKILL) and the check has failed. Keep it shorter than the check interval, otherwise a hanging script delays the detection; fractions of a second are refused.",
      "脚本的最长运行时间，超时后会被终止（先 SIGTERM 再 SIGKILL），并算作失败。应小于检查间隔，否则脚本挂住会拖慢故障发现；不接受小数。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["misc_timeout 3"],
    bad: ["misc_timeout -1", "misc_timeout 2.5"],
  },
  {
    name: "misc_dynamic",
    args: [],
    since: "1.1.10",
    doc: text(
      "Lets the exit code set the weight: 0 healthy with the configured weight, 1 failed, 2 to 255 healthy with a weight of the code minus 2. Beware of shell wrappers: 126 or 127 (command not found) then means a healthy server with a high weight.",
      "让退出码决定权重：0 为正常并使用配置的权重，1 为失败，2 到 255 为正常且权重等于退出码减 2。注意 shell 包装脚本：126 或 127（命令找不到）会被当成权重很高的正常服务器。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["misc_dynamic"],
    bad: [],
  },
  {
    name: "user",
    args: [arg("user", user), optional("group", group)],
    since: "1.3.0",
    doc: text(
      "Account, and optionally group, the script runs as; without it the global `script_user` applies. An unknown name removes the whole checker, and the real server is then no longer checked.",
      "运行脚本的用户，可再加用户组；不写则使用全局 `script_user`。用户名不存在会导致整个检查器被删除，真实服务器随之失去健康检查。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["user root", "user root root"],
    bad: [],
  },
];
