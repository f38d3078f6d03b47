/** Keywords of the checker `DNS_CHECK`. */

import { arg, type Keyword } from "../../../../schema/spec.ts";
import { address } from "../../../../schema/values/address.ts";
import { oneOf } from "../../../../schema/values/choice.ts";
import { decimal, integer } from "../../../../schema/values/number.ts";
import { text } from "../../../../text/localized.ts";
import { dnsTypes } from "../../values/lists.ts";
import { domainName } from "../../values/special.ts";
import { manual } from "../link.ts";
import * as common from "./common.ts";

/** `DNS_CHECK { … }`: a name resolves (keepalived/check/check_dns.c). */
export const dnsCheck: readonly Keyword[] = [
  { ...common.connectIp, since: "1.3.0" },
  { ...common.connectPort, since: "1.3.0" },
  {
    name: "bindto",
    args: [arg("address", address())],
    since: "1.3.0",
    doc: text(
      "Source address of the check, when firewalls or routing expect a certain one. The address must exist on this host, so never a VIP that is missing on the BACKUP node, and it must be of the same family as the target.",
      "健康检查使用的源地址，用于防火墙或路由要求特定源地址的情况。该地址必须存在于本机，因此不要写 BACKUP 节点上没有的 VIP，并且必须与目标同一地址族。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["bindto 10.0.0.1"],
    bad: ["bindto eth0", "bindto fd00::1"],
  },
  { ...common.bindPort, since: "1.3.0" },
  common.bindIf,
  {
    name: "connect_timeout",
    args: [arg("seconds", decimal({ min: 0.000001, max: 4294.967295, places: 6, unit: "s" }))],
    default: text(
      "the value of the real_server or virtual_server, else 5",
      "取 real_server 或 virtual_server 的值，否则 5",
    ),
    since: "1.3.0",
    doc: text(
      "How long to wait for the DNS answer before the attempt has failed. A resolver with a cold cache needs more time than an authoritative server.",
      "等待 DNS 应答的最长时间，超时即算一次失败。缓存为空的递归解析器比权威服务器需要更多时间。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["connect_timeout 3"],
    bad: ["connect_timeout 0", "connect_timeout 3s"],
  },
  { ...common.fwmark, since: "1.3.0" },
  {
    name: "retry",
    args: [arg("number", integer({ min: 0, max: 4294967295 }))],
    default: text("the value of the real_server, else 3", "取 real_server 的值，否则 3"),
    since: "1.3.0",
    doc: text(
      "Further queries after an unanswered or failed one before the real server is taken out. UDP packets do get lost, so keep some retries here.",
      "查询无应答或失败后、摘除真实服务器之前再查询几次。UDP 报文会丢失，这里应保留若干次重试。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["retry 3"],
    bad: ["retry -1", "retry many"],
  },
  {
    name: "delay_before_retry",
    args: [arg("seconds", decimal({ min: 0, max: 18446744073709.55, places: 6, unit: "s" }))],
    default: text("the value of the real_server, else delay_loop", "取 real_server 的值，否则为 delay_loop"),
    since: "1.3.7",
    doc: text(
      "Pause before an unanswered query is repeated. If it is set nowhere, the full `delay_loop` passes between the attempts and a dead DNS server is noticed very late.",
      "查询无应答后再次发送之前的间隔。如果各层都没设置，两次尝试之间会等满一个 `delay_loop`，DNS 服务器故障会很晚才被发现。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["delay_before_retry 1"],
    bad: ["delay_before_retry soon", "delay_before_retry -1"],
  },
  { ...common.warmup, since: "1.3.7" },
  common.delayLoop,
  common.alpha,
  common.logAllFailures,
  {
    name: "type",
    args: [arg("choice", oneOf(dnsTypes, { ignoreCase: true }))],
    default: "SOA",
    since: "1.3.0",
    doc: text(
      "Record type of the query. Any answer without an error code passes, even an empty one, so pick a type that the server has to look up.",
      "查询的记录类型。只要应答没有错误码就算通过，即使结果为空，因此应选服务器确实需要查找的类型。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["type A"],
    bad: ["type ADDR", "type PTR"],
  },
  {
    name: "name",
    args: [arg("dnsname", domainName)],
    duplicate: "first-wins-reported",
    default: text("empty (root)", "空（即 root）"),
    since: "1.3.0",
    doc: text(
      "Domain name to query. Choose one the server must know: its own zone for an authoritative server, a stable public name for a resolver. A name that does not exist returns an error code and takes the server down.",
      "要查询的域名。应选服务器必定知道的名字：权威服务器用其自己的区，递归解析器用稳定的公共域名。域名不存在会返回错误码，导致服务器被摘除。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["name example.com"],
    bad: ["name example..com", "name .example.com"],
  },
];
