/** Keywords of the checker `BFD_CHECK`. */
import { arg, type Keyword, optional } from "../../../../schema/spec.ts";
import { bool } from "../../../../schema/values/choice.ts";
import { refer } from "../../../../schema/values/name.ts";
import { text } from "../../../../text/localized.ts";
import { manual } from "../link.ts";

/** `BFD_CHECK { … }`: a BFD session decides (keepalived/check/check_bfd.c). */
export const bfdCheck: readonly Keyword[] = [
  {
    name: "name",
    args: [arg("name", refer("bfd_instance"))],
    exact: true,
    required: true,
    duplicate: "first-wins-reported",
    since: "2.0.0",
    doc: text(
      "Name of the `bfd_instance` to follow. It must be defined earlier in the configuration, and one real server may follow an instance only once.",
      "要跟随的 `bfd_instance` 名称。必须在配置中先定义，同一台真实服务器对同一实例只能引用一次。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["name bfd1"],
    bad: ["name no_such_bfd", "name"],
  },
  {
    name: "alpha",
    args: [optional("switch", bool())],
    default: text("the value of the real_server", "取 real_server 的值"),
    since: "2.0.0",
    doc: text(
      "Treats the server as down until the BFD session is up for the first time. Without it the server gets traffic before the neighbour has ever answered.",
      "在 BFD 会话首次建立之前把服务器视为故障。不写的话，邻居还没应答过，服务器就已经开始接收流量。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["alpha", "alpha off"],
    bad: ["alpha maybe"],
  },
];
