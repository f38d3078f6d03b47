/** Keywords of `track_group`. */
import { type Keyword, lines, rest } from "../../../schema/spec.ts";
import { refer } from "../../../schema/values/name.ts";
import { text } from "../../../text/localized.ts";
import { manual } from "./link.ts";

/** `track_group NAME { … }`: instances that static addresses, routes and rules follow (keepalived/vrrp/vrrp_parser.c). */
export const trackGroup: readonly Keyword[] = [
  {
    name: "group",
    args: [],
    body: lines(rest("instance", refer("vrrp_instance"))),
    exact: true,
    required: true,
    duplicate: "first-wins-reported",
    since: "2.0.3",
    doc: text(
      "The VRRP instances that go to FAULT when a static address, route or rule of this track group is lost; several names per line are fine.",
      "当属于该跟踪组的静态地址、路由或规则丢失时，进入 FAULT 的 VRRP 实例；一行可以写多个名称。",
    ),
    link: manual("Static_track_groups"),
    ok: ["group { VI_1 VI_2 }", "group {\n    VI_1\n    VI_2\n}"],
    bad: ["group { }"],
  },
];
