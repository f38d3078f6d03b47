/** Keywords of the checker `FILE_CHECK`. */
import { arg, type Keyword, optional } from "../../../../schema/spec.ts";
import { oneOf } from "../../../../schema/values/choice.ts";
import { refer } from "../../../../schema/values/name.ts";
import { integer } from "../../../../schema/values/number.ts";
import { text } from "../../../../text/localized.ts";
import { manual } from "../link.ts";

/** `FILE_CHECK { … }`: a tracked file decides (keepalived/check/check_file.c). */
export const fileCheck: readonly Keyword[] = [
  {
    name: "track_file",
    args: [arg("name", refer("track_file"))],
    required: true,
    since: "2.1.0",
    doc: text(
      "Name of the `track_file` block whose file is watched. That block must come earlier in the configuration, otherwise the checker is dropped.",
      "所监视文件对应的 `track_file` 块名称。该块必须在配置中先定义，否则检查器会被丢弃。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["track_file tf"],
    bad: ["track_file no_such_file"],
  },
  {
    name: "weight",
    args: [
      arg("number", integer({ min: -2147483647, max: 2147483647 })),
      optional("choice", oneOf(["reverse", "noreverse"])),
    ],
    default: text("the weight of the track_file", "该 track_file 的 weight"),
    since: "2.1.0",
    doc: text(
      "Factor for the number in the file: the product is added to the weight of the real server, `reverse` turns the sign. With 0 there is no arithmetic, any non-zero number in the file takes the server down.",
      "文件中数值的乘数：乘积加到真实服务器的权重上，`reverse` 取反。为 0 时不做计算，文件中只要是非零值就把服务器摘除。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["weight 1", "weight 2 reverse"],
    bad: ["weight heavy", "weight 1 sideways"],
  },
];
