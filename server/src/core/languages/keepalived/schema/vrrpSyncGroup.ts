/** Keywords of `vrrp_sync_group`. */
import { arg, type Keyword, lines, optional, rest } from "../../../schema/spec.ts";
import { bool } from "../../../schema/values/choice.ts";
import { refer } from "../../../schema/values/name.ts";
import { script } from "../../../schema/values/script.ts";
import { text } from "../../../text/localized.ts";
import { trackedInterface, tracker } from "../values/tracker.ts";
import { manual } from "./link.ts";

/** `vrrp_sync_group NAME { … }`: instances that change state together (keepalived/vrrp/vrrp_parser.c). */
export const vrrpSyncGroup: readonly Keyword[] = [
  {
    name: "group",
    args: [],
    body: lines(rest("instance", refer("vrrp_instance"))),
    exact: true,
    required: true,
    duplicate: "first-wins-reported",
    since: "1.1.10",
    doc: text(
      "The names of the `vrrp_instance` blocks that move together, in any order and several per line if you like. An unknown name is only reported and skipped, an instance can belong to one group only, and a group with a single member makes no sense.",
      "需要一起切换的 `vrrp_instance` 名称，顺序不限，一行可写多个。未知的名称只会被提示并跳过；一个实例只能属于一个组；只有一个成员的组没有意义。",
    ),
    link: manual("VRRP_synchronization_group(s)"),
    ok: ["group { VI_1 VI_2 }", "group {\n    VI_1\n    VI_2\n}"],
    bad: ["group { VI_1 VI_9 }", "group { }"],
  },
  {
    name: "track_interface",
    args: [],
    body: lines(arg("tracker", trackedInterface())),
    exact: true,
    repeat: true,
    since: "2.0.0",
    doc: text(
      "Interfaces the whole group depends on: if one without a weight goes down, all members go to FAULT. A weight, which moves the priority of all members instead, belongs here and not in the member instances.",
      "整个组依赖的接口：未设权重的接口一旦 down，所有成员进入 FAULT。若要改为调整所有成员的优先级，权重应写在这里，而不是写在成员实例中。",
    ),
    link: manual("VRRP_synchronization_group(s)"),
    ok: ["track_interface { eth1 }", "track_interface { eth1 weight -20 }"],
    bad: ["track_interface { eth1 weight 300 }"],
  },
  {
    name: "track_script",
    args: [],
    body: lines(
      arg(
        "tracker",
        tracker({ scope: "vrrp_script", weight: { min: -254, max: 254 }, reverse: ["reverse", "noreverse"] }),
      ),
    ),
    exact: true,
    repeat: true,
    since: "2.0.0",
    doc: text(
      "Scripts whose result counts for every member: a failure puts the whole group in FAULT, or changes all priorities if there is a weight. Track here rather than in a member, whose weighted scripts are dropped; the `vrrp_script` must be defined further up.",
      "结果作用于所有成员的脚本：失败时整组进入 FAULT；有权重时改为调整所有成员的优先级。应写在这里而不是写在成员里，成员中带权重的脚本会被丢弃；`vrrp_script` 必须定义在前面。",
    ),
    link: manual("VRRP_synchronization_group(s)"),
    ok: ["track_script { chk }", "track_script { chk weight -20 }"],
    bad: ["track_script { chk_missing }", "track_script { chk weight 300 }"],
  },
  {
    name: "track_file",
    args: [],
    body: lines(
      arg(
        "tracker",
        tracker({ scope: "track_file", weight: { min: -254, max: 254 }, reverse: ["reverse", "noreverse"] }),
      ),
    ),
    exact: true,
    repeat: true,
    since: "2.0.0",
    doc: text(
      "Track files that count for the whole group: the number in the file, times the weight, is added to the priority of all members; with weight 0 any number but zero puts them in FAULT.",
      "作用于整个组的跟踪文件：文件中的数字乘以权重后加到所有成员的优先级上；权重为 0 时，只要数字不为零，所有成员就进入 FAULT。",
    ),
    link: manual("VRRP_synchronization_group(s)"),
    ok: ["track_file { tf }", "track_file { tf weight 0 }"],
    bad: ["track_file { tf_missing }", "track_file { tf weight 300 }"],
  },
  {
    name: "track_process",
    args: [],
    body: lines(
      arg(
        "tracker",
        tracker({ scope: "vrrp_track_process", weight: { min: -254, max: 254 }, reverse: ["reverse", "noreverse"] }),
      ),
    ),
    exact: true,
    repeat: true,
    since: "2.0.11",
    doc: text(
      "Processes, defined by `vrrp_track_process`, that the whole group depends on: if one is missing, all members go to FAULT or, with a weight, change priority together.",
      "整个组依赖的进程（由 `vrrp_track_process` 定义）：进程缺失时所有成员进入 FAULT；有权重时则一起调整优先级。",
    ),
    link: manual("VRRP_synchronization_group(s)"),
    ok: ["track_process { proc }", "track_process { proc weight -20 }"],
    bad: ["track_process { proc_missing }", "track_process { proc weight 300 }"],
  },
  {
    name: "track_bfd",
    args: [],
    body: lines(
      arg(
        "tracker",
        tracker({ scope: "bfd_instance", weight: { min: -253, max: 253 }, reverse: ["reverse", "noreverse"] }),
      ),
    ),
    exact: true,
    repeat: true,
    since: "2.0.0",
    doc: text(
      "BFD sessions the whole group depends on: a session that goes down puts all members in FAULT or, with a weight, changes their priority together.",
      "整个组依赖的 BFD 会话：会话断开时所有成员进入 FAULT；有权重时则一起调整优先级。",
    ),
    link: manual("VRRP_synchronization_group(s)"),
    ok: ["track_bfd { bfd1 }", "track_bfd { bfd1 weight -20 }"],
    bad: ["track_bfd { bfd_missing }", "track_bfd { bfd1 weight 300 }"],
  },
  {
    name: "notify_backup",
    args: [arg("command", script({ user: true }))],
    duplicate: "first-wins-reported",
    since: "1.1.10",
    doc: text(
      "Command to run once when the group becomes BACKUP. The members' own `notify_backup` scripts run as well, so do not do the same work in both places.",
      "同步组变为 BACKUP 时执行一次的命令。成员实例自己的 `notify_backup` 也会执行，不要在两处做同一件事。",
    ),
    link: manual("VRRP_synchronization_group(s)"),
    ok: ["notify_backup /usr/bin/true", 'notify_backup "/usr/bin/true SG" root'],
    bad: [],
  },
  {
    name: "notify_master",
    args: [arg("command", script({ user: true }))],
    duplicate: "first-wins-reported",
    since: "1.1.10",
    doc: text(
      "Command to run once when the group becomes MASTER. For groups this is the right place for steps that must happen once per failover and not once per instance.",
      "同步组变为 MASTER 时执行一次的命令。每次切换只应做一次、而不是每个实例做一次的动作，适合放在这里。",
    ),
    link: manual("VRRP_synchronization_group(s)"),
    ok: ["notify_master /usr/bin/true", 'notify_master "/usr/bin/true SG" root'],
    bad: [],
  },
  {
    name: "notify_fault",
    args: [arg("command", script({ user: true }))],
    duplicate: "first-wins-reported",
    since: "1.1.10",
    doc: text(
      "Command to run once when the group goes to FAULT, for example to raise an alarm or to stop a service that must not run here any more.",
      "同步组进入 FAULT 时执行一次的命令，例如发出告警，或停止不应再在本机运行的服务。",
    ),
    link: manual("VRRP_synchronization_group(s)"),
    ok: ["notify_fault /usr/bin/true", 'notify_fault "/usr/bin/true SG" root'],
    bad: [],
  },
  {
    name: "notify_stop",
    args: [arg("command", script({ user: true }))],
    duplicate: "first-wins-reported",
    since: "2.0.0",
    doc: text(
      "Command to run for the group when keepalived shuts down. Shutdown waits for it, so keep it short.",
      "keepalived 停止时为该组执行的命令。停止过程会等待它结束，因此要尽量简短。",
    ),
    link: manual("VRRP_synchronization_group(s)"),
    ok: ["notify_stop /usr/bin/true", 'notify_stop "/usr/bin/true SG" root'],
    bad: [],
  },
  {
    name: "notify",
    args: [arg("command", script({ user: true }))],
    duplicate: "first-wins-reported",
    since: "1.1.10",
    doc: text(
      "One command for every change of the group, run after the specific `notify_*` command with four more arguments: `GROUP`, the name, the new state and the priority. Shared with an instance it sees `INSTANCE` as the first word, so test that word first.",
      "同步组每次状态变化都会执行的命令，在对应的 `notify_*` 之后运行，并追加四个参数：`GROUP`、名称、新状态和优先级。若与实例共用同一脚本，首个追加参数会是 `INSTANCE`，脚本里要先判断它。",
    ),
    link: manual("VRRP_synchronization_group(s)"),
    ok: ["notify /usr/bin/true", 'notify "/usr/bin/true SG" root'],
    bad: [],
  },
  {
    name: "smtp_alert",
    args: [optional("switch", bool())],
    default: text(
      "the global smtp_alert_vrrp, else smtp_alert, else off",
      "全局 smtp_alert_vrrp，否则 smtp_alert，否则关闭",
    ),
    since: "1.1.10",
    doc: text(
      "Sends a mail when the group changes state. Needs `notification_email` and `smtp_server` in `global_defs`.",
      "同步组状态变化时发送邮件。需要在 `global_defs` 中配置 `notification_email` 和 `smtp_server`。",
    ),
    link: manual("VRRP_synchronization_group(s)"),
    ok: ["smtp_alert", "smtp_alert off"],
    bad: ["smtp_alert maybe"],
  },
  {
    name: "global_tracking",
    args: [],
    since: "1.2.3",
    deprecated: { use: "sync_group_tracking_weight", reported: true },
    doc: text(
      "Obsolete: lets the members of the group keep weighted trackers, as `sync_group_tracking_weight` does today. Better move `track_interface`, `track_script` and the others from the members to the group and delete this line.",
      "已废弃：允许成员保留带权重的跟踪，如今由 `sync_group_tracking_weight` 代替。更好的做法是把 `track_interface`、`track_script` 等从成员移到组上，并删除这一行。",
    ),
    link: manual("VRRP_synchronization_group(s)"),
    ok: ["global_tracking"],
    bad: [],
  },
  {
    name: "sync_group_tracking_weight",
    args: [],
    since: "2.0.0",
    doc: text(
      "Lets the members keep their own weighted trackers instead of ignoring the weights. Members whose priorities then drift apart can win the election on different nodes, and the group flips without end; weighted trackers on the group itself are the safe way.",
      "让成员各自的跟踪权重生效，而不是被忽略。成员的优先级一旦因此拉开差距，可能在不同节点上胜出，导致整组反复切换；更稳妥的做法是把带权重的跟踪写在组上。",
    ),
    link: manual("VRRP_synchronization_group(s)"),
    ok: ["sync_group_tracking_weight"],
    bad: [],
  },
  {
    name: "notify_priority_changes",
    args: [optional("switch", bool())],
    since: "2.2.0",
    doc: text(
      "Writes a line to the notify FIFO whenever the priority of a member changes, not only when its state does. It sets the default for the members; an instance can decide otherwise.",
      "成员的优先级变化时（而不仅是状态变化时）也向 notify FIFO 写入一行。它是成员的默认值，单个实例可以另行设置。",
    ),
    link: manual("VRRP_synchronization_group(s)"),
    ok: ["notify_priority_changes", "notify_priority_changes off"],
    bad: ["notify_priority_changes maybe"],
  },
];
