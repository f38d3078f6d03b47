/** Keywords of `vrrp_script`. */
import { arg, type Keyword, optional } from "../../../schema/spec.ts";
import { changedIn } from "../../../schema/values/changed.ts";
import { oneOf } from "../../../schema/values/choice.ts";
import { decimal, integer } from "../../../schema/values/number.ts";
import { script } from "../../../schema/values/script.ts";
import { text } from "../../../text/localized.ts";
import { group, user } from "../values/special.ts";
import { manual } from "./link.ts";

/** vrrp_parser.c: vrrp_vscript_interval_handler. */
const duration = changedIn(
  "2.3.2",
  decimal({ min: 0.001, max: 4294, places: 3, unit: "s" }),
  integer({ min: 1, max: 4294, unit: "s" }),
);

/** `vrrp_script NAME { … }`: a command that is run again and again (keepalived/vrrp/vrrp_parser.c). */
export const vrrpScript: readonly Keyword[] = [
  {
    name: "script",
    args: [arg("command", script({ user: false }))],
    required: true,
    since: "1.1.13",
    doc: text(
      "The command to run; quote it when it has arguments. It is started directly, without a shell: pipes, `>`, `&&` and `$VAR` reach the program as plain arguments, so wrap them in `/bin/sh -c '…'` or write a script file with a `#!` line. Under script security no part of the path may be writable for anyone but root.",
      "要执行的命令；带参数时需加引号。命令是直接执行的，不经过 shell：管道、`>`、`&&`、`$VAR` 都会被当成普通参数，需要时请用 `/bin/sh -c '…'` 包装，或写成带 `#!` 首行的脚本文件。启用脚本安全后，路径的任何一级都不能被 root 以外的用户写入。",
    ),
    link: manual("VRRP_script(s)"),
    ok: ["script /usr/bin/true", 'script "/usr/bin/true --quick"'],
    bad: ["script /usr/bin/no_such_check_script"],
  },
  {
    name: "interval",
    args: [arg("seconds", duration)],
    default: "1",
    since: "1.1.13",
    doc: text(
      "How often the script is started. Multiply it by `fall` to get the time until a failure counts, and leave the script enough time to finish: unless `timeout` says otherwise, a run longer than the interval is killed and counts as failed.",
      "脚本的执行周期。乘以 `fall` 就是故障被确认所需的时间；要给脚本留足执行时间：没有另设 `timeout` 时，执行超过一个周期就会被杀掉并计为失败。",
    ),
    link: manual("VRRP_script(s)"),
    ok: ["interval 2"],
    bad: ["interval 0", "interval abc", "interval 5000"],
  },
  {
    name: "timeout",
    args: [arg("seconds", duration)],
    default: text("the interval", "interval 的值"),
    since: "1.2.6",
    doc: text(
      "How long a run may take; after that it is killed and counts as a failure. Keep it below `interval`, and put a shorter timeout on the command inside (`curl -m`, for example), so that a hanging service is noticed in time.",
      "单次执行允许的最长时间，超时即被杀掉并计为一次失败。应小于 `interval`，并给内部命令设置更短的超时（如 `curl -m`），这样服务挂起时才能及时发现。",
    ),
    link: manual("VRRP_script(s)"),
    ok: ["timeout 2"],
    bad: ["timeout 0", "timeout abc", "timeout 5000"],
  },
  {
    name: "weight",
    args: [arg("number", integer({ min: -253, max: 253 })), optional("choice", oneOf(["reverse"]))],
    default: "0",
    since: "1.1.13",
    doc: text(
      "What the result does to the instances that track the script. `0` puts them in FAULT on failure; a negative number is subtracted while the script fails, a positive one is added while it succeeds. Make the number larger than the gap between the nodes' priorities, or a failed check moves nothing, and do not combine it with `nopreempt`: the other node then never takes over from the weakened MASTER.",
      "脚本结果对跟踪它的实例的影响。`0` 表示失败即进入 FAULT；负数在脚本失败期间从优先级中扣除，正数在脚本成功期间加到优先级上。数值要大于节点之间的优先级差，否则检查失败也不会切换；不要与 `nopreempt` 同用：另一节点不会去接管优先级已降低的 MASTER。",
    ),
    link: manual("VRRP_script(s)"),
    ok: ["weight -30", "weight 20 reverse"],
    bad: ["weight abc", "weight 300"],
  },
  {
    name: "rise",
    args: [arg("number", integer({ min: 1, max: 2147483647 }))],
    default: "1",
    since: "1.1.18",
    doc: text(
      "Successes in a row that are needed before a failed script counts as good again. A value above 1 stops a service that comes and goes from moving the VIP each time.",
      "失败之后需要连续成功多少次才重新视为正常。大于 1 可以避免服务时好时坏时 VIP 来回漂移。",
    ),
    link: manual("VRRP_script(s)"),
    ok: ["rise 2"],
    bad: ["rise 0", "rise abc"],
  },
  {
    name: "fall",
    args: [arg("number", integer({ min: 1, max: 2147483647 }))],
    default: "1",
    since: "1.1.18",
    doc: text(
      "Failures in a row that are needed before the script counts as failed. Use 2 or 3 to ride out a single hiccup; each one adds an `interval` to the failover time.",
      "连续失败多少次才视为故障。设为 2 或 3 可以容忍偶发失败，但每多一次，切换时间就增加一个 `interval`。",
    ),
    link: manual("VRRP_script(s)"),
    ok: ["fall 2"],
    bad: ["fall 0", "fall abc"],
  },
  {
    name: "user",
    args: [arg("user", user), optional("group", group)],
    since: "1.3.0",
    doc: text(
      "The user, and optionally the group, that the script runs as, in place of the global `script_user`. The script is dropped if the user does not exist, so the account must be there before keepalived starts.",
      "脚本以哪个用户（可再加组）身份运行，覆盖全局的 `script_user`。用户不存在时脚本会被丢弃，因此账号必须在 keepalived 启动前就存在。",
    ),
    link: manual("VRRP_script(s)"),
    ok: ["user root", "user root root"],
    bad: ["user"],
  },
  {
    name: "init_fail",
    args: [],
    since: "1.3.2",
    doc: text(
      "Meant to start from the failed state, so that the script has to succeed `rise` times right after start too. But 2.2.7 to 2.3.1 forget it as soon as an instance tracks the script: the very first success is enough all the same, which a service that is still warming up may pass by luck.",
      "本意是从失败状态开始，使启动后也必须连续成功 `rise` 次才算正常。但在 2.2.7 至 2.3.1 中，只要有实例跟踪该脚本就会忘掉这一设置：第一次成功就够了，仍在预热的服务可能碰巧通过。",
    ),
    link: manual("VRRP_script(s)"),
    ok: ["init_fail"],
    bad: [],
  },
];
