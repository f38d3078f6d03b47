/** Keywords of `vrrp_track_process`. */
import { arg, type Keyword, optional, optionalRest } from "../../../schema/spec.ts";
import { oneOf } from "../../../schema/values/choice.ts";
import { decimal, integer } from "../../../schema/values/number.ts";
import { word } from "../../../schema/values/word.ts";
import { text } from "../../../text/localized.ts";
import { manual } from "./link.ts";

/** `vrrp_track_process NAME { … }`: processes that must run (keepalived/vrrp/vrrp_parser.c). */
export const vrrpTrackProcess: readonly Keyword[] = [
  {
    name: "process",
    args: [arg("path_or_name", word("PATH-OR-NAME")), optionalRest("parameter", word("PARAMETER"))],
    duplicate: "first-wins-reported",
    required: true,
    since: "2.0.11",
    doc: text(
      "The process to look for, by its exact name (not a pattern, not a part of it), optionally followed by parameters it must have been started with. The kernel keeps only 15 characters of a name, and an interpreted program may run under the name of its interpreter; write parameters or `full_command` then, both of which compare the command as it was started.",
      "要查找的进程名，按完整名称精确匹配（不是正则，也不是部分匹配），后面可加它启动时必须带的参数。内核只保留进程名的前 15 个字符，解释型程序显示的可能是解释器的名字：这类情况请写上参数或使用 `full_command`，两者都按启动时的命令比较。",
    ),
    link: manual("VRRP_track_processes"),
    ok: ["process haproxy", 'process "/usr/sbin/my app" -f main.cfg'],
    bad: ["process"],
  },
  {
    name: "param_match",
    args: [optional("choice", oneOf(["initial", "partial"]))],
    since: "2.0.16",
    doc: text(
      "How the parameters after `process` are compared: without an argument all of them must be equal, with `partial` the process may have further ones behind, with `initial` the last one may also be longer than written. A bare `param_match` beside a `process` without parameters means that the process must have none.",
      "`process` 后面的参数如何比较：不带值表示必须完全相同；`partial` 允许实际进程后面还有更多参数；`initial` 还允许最后一个参数比所写的更长。`process` 没有写参数时，单独一个 `param_match` 表示进程必须不带任何参数。",
    ),
    link: manual("VRRP_track_processes"),
    ok: ["param_match", "param_match initial"],
    bad: ["param_match fuzzy"],
  },
  {
    name: "weight",
    args: [arg("number", integer({ min: -254, max: 254 })), optional("choice", oneOf(["reverse"]))],
    default: "0",
    duplicate: "first-wins-reported",
    unset: 0,
    since: "2.0.11",
    doc: text(
      "`0` puts the instances that track the process in FAULT while it is missing; a positive number is added to the priority while it runs, a negative one subtracted while it does not. As with scripts, the number must exceed the gap between the nodes' priorities. Members of a sync group need `0`.",
      "`0` 表示进程缺失期间让跟踪它的实例进入 FAULT；正数在进程运行时加到优先级上，负数在进程缺失时从优先级扣除。与脚本一样，数值必须大于节点之间的优先级差。同步组的成员只能用 `0`。",
    ),
    link: manual("VRRP_track_processes"),
    ok: ["weight -30", "weight 20 reverse"],
    bad: ["weight abc", "weight 300"],
  },
  {
    name: "quorum",
    args: [arg("number", integer({ min: 1, max: 65535 }))],
    default: "1",
    since: "2.0.11",
    doc: text(
      "How many matching processes must run for a good result. Raise it for services that keep several workers, so that too few of them count as a failure.",
      "至少要有多少个匹配的进程才算正常。对有多个 worker 的服务可以调高，worker 不足时即视为故障。",
    ),
    link: manual("VRRP_track_processes"),
    ok: ["quorum 2"],
    bad: ["quorum 0", "quorum abc"],
  },
  {
    name: "quorum_max",
    args: [arg("number", integer({ min: 0, max: 65535 }))],
    default: "unlimited",
    since: "2.0.16",
    doc: text(
      "The largest number of matching processes that still counts as good. `0` turns the check round: the process must not run at all. A fork shows two processes for a moment, so combine it with `fork_delay`.",
      "允许的匹配进程数上限，超过即视为异常。`0` 表示反向检查：该进程根本不应运行。fork 的瞬间会出现两个进程，应配合 `fork_delay` 使用。",
    ),
    link: manual("VRRP_track_processes"),
    ok: ["quorum_max 4", "quorum_max 0"],
    bad: ["quorum_max -1", "quorum_max abc"],
  },
  {
    name: "delay",
    args: [arg("seconds", decimal({ min: 0.000001, max: 3600, places: 6, unit: "s" }))],
    default: "0",
    since: "2.0.11",
    doc: text(
      "Sets `terminate_delay` and `fork_delay` to the same time. The usual choice to survive a service restart without a failover.",
      "把 `terminate_delay` 和 `fork_delay` 设为同一时间。想让服务重启不触发切换，通常用它即可。",
    ),
    link: manual("VRRP_track_processes"),
    ok: ["delay 2", "delay 0.5"],
    bad: ["delay abc", "delay 4000"],
  },
  {
    name: "terminate_delay",
    args: [arg("seconds", decimal({ min: 0.000001, max: 3600, places: 6, unit: "s" }))],
    default: "0",
    since: "2.0.16",
    doc: text(
      "How long a process may be missing before it counts as gone. Set it a little longer than a restart of the service takes, and the VIP stays where it is.",
      "进程消失多久之后才认定为停止。设得比服务重启所需时间略长，重启时 VIP 就不会漂移。",
    ),
    link: manual("VRRP_track_processes"),
    ok: ["terminate_delay 2"],
    bad: ["terminate_delay abc", "terminate_delay 4000"],
  },
  {
    name: "fork_delay",
    args: [arg("seconds", decimal({ min: 0.000001, max: 3600, places: 6, unit: "s" }))],
    default: "0",
    since: "2.0.16",
    doc: text(
      "How long a new process must live before it counts as running. It hides the short moments between fork and exec, and keeps a service that crashes at start from being taken for healthy.",
      "新进程存活多久之后才认定为运行。可以屏蔽 fork 与 exec 之间的瞬间变化，也避免把一启动就崩溃的服务当成正常。",
    ),
    link: manual("VRRP_track_processes"),
    ok: ["fork_delay 1"],
    bad: ["fork_delay abc", "fork_delay 4000"],
  },
  {
    name: "full_command",
    args: [],
    since: "2.0.11",
    doc: text(
      "Compares `process` with the command as it was started, path included, instead of the short process name. Needed for names over 15 characters; write the path exactly as `ps -ef` shows it. It costs a little more, since the command line of every new process is read.",
      "把 `process` 与启动时的命令（含路径）比较，而不是与短进程名比较。进程名超过 15 个字符时需要它；路径要与 `ps -ef` 显示的完全一致。每个新进程都要读取命令行，开销略大。",
    ),
    link: manual("VRRP_track_processes"),
    ok: ["full_command"],
    bad: [],
  },
];
