/** Keywords of the checker `TCP_CHECK`. */

import { arg, type Keyword } from "../../../../schema/spec.ts";
import { address } from "../../../../schema/values/address.ts";
import { decimal } from "../../../../schema/values/number.ts";
import { text } from "../../../../text/localized.ts";
import { manual } from "../link.ts";
import * as common from "./common.ts";

/** `TCP_CHECK { … }`: a connection opens (keepalived/check/check_tcp.c). */
export const tcpCheck: readonly Keyword[] = [
  { ...common.connectIp, since: "1.2.13" },
  { ...common.connectPort, since: "1.1.10" },
  {
    name: "bindto",
    args: [arg("address", address())],
    since: "1.1.10",
    doc: text(
      "Source address of the check, when firewalls or routing expect a certain one. The address must exist on this host, so never a VIP that is missing on the BACKUP node, and it must be of the same family as the target.",
      "健康检查使用的源地址，用于防火墙或路由要求特定源地址的情况。该地址必须存在于本机，因此不要写 BACKUP 节点上没有的 VIP，并且必须与目标同一地址族。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["bindto 10.0.0.1"],
    bad: ["bindto eth0", "bindto fd00::1"],
  },
  { ...common.bindPort, since: "1.2.13" },
  common.bindIf,
  {
    name: "connect_timeout",
    args: [arg("seconds", decimal({ min: 0.000001, max: 4294.967295, places: 6, unit: "s" }))],
    default: text(
      "the value of the real_server or virtual_server, else 5",
      "取 real_server 或 virtual_server 的值，否则 5",
    ),
    since: "1.1.10",
    doc: text(
      "Time allowed for the TCP handshake. A refused connection fails at once; the timeout matters for hosts that do not answer at all, and their detection takes this long for each attempt.",
      "允许的 TCP 握手时间。连接被拒绝会立即失败；超时针对的是完全没有响应的主机，每次尝试都要等这么久才能判定。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["connect_timeout 3"],
    bad: ["connect_timeout 0", "connect_timeout 3s"],
  },
  { ...common.fwmark, since: "1.2.13" },
  { ...common.retry, since: "1.2.20" },
  { ...common.delayBeforeRetry, since: "1.2.20" },
  common.warmup,
  common.delayLoop,
  common.alpha,
  common.logAllFailures,
];
