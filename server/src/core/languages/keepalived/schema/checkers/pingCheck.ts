/** Keywords of the checker `PING_CHECK`. */

import { arg, type Keyword } from "../../../../schema/spec.ts";
import { address } from "../../../../schema/values/address.ts";
import { decimal, integer } from "../../../../schema/values/number.ts";
import { text } from "../../../../text/localized.ts";
import { interfaceName } from "../../values/interface.ts";
import { manual } from "../link.ts";
import * as common from "./common.ts";

/** `PING_CHECK { … }`: an ICMP echo comes back (keepalived/check/check_ping.c). */
export const pingCheck: readonly Keyword[] = [
  { ...common.connectIp, since: "2.1.0" },
  {
    name: "connect_port",
    args: [arg("number", integer({ min: 1, max: 65535 }))],
    default: text("the port of the real_server", "真实服务器的端口"),
    since: "2.1.0",
    doc: text(
      "Accepted because all network checkers share their options, but an ICMP echo has no port: the line changes nothing. Use `TCP_CHECK` or `UDP_CHECK` to test a port.",
      "因为各网络检查器共用同一组选项而被接受，但 ICMP echo 没有端口，这一行不起作用。要检查端口请用 `TCP_CHECK` 或 `UDP_CHECK`。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["connect_port 8080"],
    bad: ["connect_port 0", "connect_port http"],
  },
  {
    name: "bindto",
    args: [arg("address", address())],
    since: "2.1.0",
    doc: text(
      "Accepted as in the other checkers, but the ping is sent without binding, so the kernel chooses the source address. Use a `MISC_CHECK` script if the source of the echo request matters.",
      "与其他检查器一样可以写，但发送 ping 时并不绑定，源地址由内核选择。若必须指定 echo 请求的源地址，请用 `MISC_CHECK` 脚本。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["bindto 10.0.0.1"],
    bad: ["bindto eth0", "bindto fd00::1"],
  },
  {
    name: "bind_port",
    args: [arg("number", integer({ min: 1, max: 65535 }))],
    since: "2.1.0",
    doc: text(
      "Accepted as in the other checkers, but without meaning for ICMP: there is no source port to set.",
      "与其他检查器一样可以写，但对 ICMP 没有意义，不存在源端口。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["bind_port 40001"],
    bad: ["bind_port 0", "bind_port any"],
  },
  {
    name: "bind_if",
    args: [arg("interface", interfaceName())],
    since: "2.1.0",
    doc: text(
      "Interface of the check; keepalived insists on it for an IPv6 link-local target. Unlike the TCP based checkers this one does not bind its socket to the interface, so it does not override the routing table.",
      "健康检查使用的网卡；目标为 IPv6 链路本地地址时 keepalived 要求必须写。与基于 TCP 的检查器不同，该检查器不会把套接字绑定到网卡，因此不能绕过路由表。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["bind_if eth0"],
    bad: ["bind_if an_interface_name_too_long"],
  },
  {
    name: "connect_timeout",
    args: [arg("seconds", decimal({ min: 0.000001, max: 4294.967295, places: 6, unit: "s" }))],
    default: text(
      "the value of the real_server or virtual_server, else 5",
      "取 real_server 或 virtual_server 的值，否则 5",
    ),
    since: "2.1.0",
    doc: text(
      "How long to wait for the echo reply before the attempt has failed.",
      "等待 echo 应答的最长时间，超时即算一次失败。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["connect_timeout 2"],
    bad: ["connect_timeout 0", "connect_timeout 3s"],
  },
  {
    name: "fwmark",
    args: [arg("number", integer({ min: 0, max: 4294967295 }))],
    since: "2.1.0",
    doc: text(
      "Accepted as in the other checkers, but the ping checker does not put the mark on its packets, so rules that match it will not see them.",
      "与其他检查器一样可以写，但 ping 检查器不会给报文打标记，匹配该标记的规则不会命中。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["fwmark 10"],
    bad: ["fwmark -1", "fwmark web"],
  },
  { ...common.retry, since: "2.1.0" },
  { ...common.delayBeforeRetry, since: "2.1.0" },
  { ...common.warmup, since: "2.1.0" },
  { ...common.delayLoop, since: "2.1.0" },
  { ...common.alpha, since: "2.1.0" },
  { ...common.logAllFailures, since: "2.1.0" },
];
