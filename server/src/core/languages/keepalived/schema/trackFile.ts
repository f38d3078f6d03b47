/** Keywords of `track_file`, and of its older name `vrrp_track_file`. */
import { arg, type Keyword, optional } from "../../../schema/spec.ts";
import { oneOf } from "../../../schema/values/choice.ts";
import { integer } from "../../../schema/values/number.ts";
import { word } from "../../../schema/values/word.ts";
import { text } from "../../../text/localized.ts";
import { initFile } from "../values/combined.ts";
import { manual } from "./link.ts";

/** `track_file NAME { … }`: a number in a file (keepalived/core/track_file.c). */
export const trackFile: readonly Keyword[] = [
  {
    name: "file",
    args: [arg("path", word("PATH"))],
    duplicate: "first-wins-reported",
    required: true,
    since: "2.1.0",
    doc: text(
      "Path of the file that holds one number as text. Put it in a directory that survives as long as you need the value: a file under `/run` is gone after a reboot.",
      "文件路径，文件内容是一个以文本表示的数字。注意存放目录的生命周期：放在 `/run` 下的文件重启后会消失。",
    ),
    link: manual("Track_files"),
    ok: ["file /run/keepalived/drain", 'file "/var/lib/keepalived/drain"'],
    bad: ["file"],
  },
  {
    name: "weight",
    args: [arg("number", integer({ min: -254, max: 254 })), optional("choice", oneOf(["reverse"]))],
    default: "1",
    duplicate: "first-wins-reported",
    unset: 1,
    since: "2.1.0",
    doc: text(
      "The factor the number in the file is multiplied with before it is added to the priority, so the default of 1 adds the number itself. `0` turns the file into a switch: any number but zero puts the instance in FAULT, which is also the only form a sync group member or an address owner can use.",
      "文件中的数字先乘以该系数，再加到优先级上，因此默认值 1 就是直接相加。`0` 则把文件当作开关：只要数字不为零，实例就进入 FAULT；同步组成员和优先级为 255 的实例只能用这种形式。",
    ),
    link: manual("Track_files"),
    ok: ["weight 0", "weight 10 reverse"],
    bad: ["weight abc", "weight 300"],
  },
  {
    name: "init_file",
    args: [optional("options", initFile)],
    since: "2.1.0",
    doc: text(
      "Creates the file at start if it does not exist, with the given number or 0; with `overwrite` the number is written at every start, though not on a reload. Without it a missing file simply has no effect until someone creates it.",
      "启动时若文件不存在则创建，写入给定的数字（缺省为 0）；加 `overwrite` 则每次启动都覆盖写入，reload 时除外。不写它时，文件不存在就不起作用，直到有人创建它。",
    ),
    link: manual("Track_files"),
    ok: ["init_file", "init_file 0 overwrite"],
    bad: ["init_file abc"],
  },
];
