/** Keywords of the checker `SMTP_CHECK`. */

import { arg, type Keyword, keywords } from "../../../../schema/spec.ts";
import { word } from "../../../../schema/values/word.ts";
import { text } from "../../../../text/localized.ts";
import { manual } from "../link.ts";
import * as common from "./common.ts";

/** `host { … }`: an older way to check several hosts with one checker. */
export const smtpHost: readonly Keyword[] = [
  { ...common.connectIp, since: "1.1.10" },
  { ...common.connectPort, since: "1.1.10" },
  { ...common.bindto, since: "1.1.10" },
  { ...common.bindPort, since: "1.2.13" },
  common.bindIf,
  { ...common.connectTimeout, since: "1.2.13" },
  { ...common.fwmark, since: "1.2.13" },
  { ...common.retry, since: "1.3.7" },
  common.delayBeforeRetry,
  { ...common.warmup, since: "1.3.7" },
  common.delayLoop,
  common.alpha,
  common.logAllFailures,
];

/** `SMTP_CHECK { … }`: a mail server greets (keepalived/check/check_smtp.c). */
export const smtpCheck: readonly Keyword[] = [
  {
    name: "helo_name",
    args: [arg("name", word("NAME"))],
    duplicate: "last-wins-reported",
    default: "smtpchecker.keepalived.org",
    duplicateSince: "2.2.8",
    since: "1.1.10",
    doc: text(
      "Name sent in the HELO line. Strict mail servers refuse or log unknown names, so use the real host name of the load balancer.",
      "HELO 命令中使用的名字。严格的邮件服务器会拒绝或记录未知名字，应写负载均衡器的真实主机名。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["helo_name lb1.example.com"],
    bad: ["helo_name"],
  },
  common.connectIp,
  common.connectPort,
  common.bindto,
  common.bindPort,
  common.bindIf,
  common.connectTimeout,
  common.fwmark,
  common.retry,
  { ...common.delayBeforeRetry, since: "1.1.10" },
  common.warmup,
  common.delayLoop,
  common.alpha,
  common.logAllFailures,
  {
    name: "host",
    args: [],
    body: keywords(smtpHost),
    repeat: true,
    since: "1.1.10",
    deprecated: { use: "SMTP_CHECK", reported: false },
    doc: text(
      "Old way to test several addresses in one `SMTP_CHECK`; obsolete and only logged as such. Write one `SMTP_CHECK` per address instead: newer releases apply the lines in here to the surrounding checker.",
      "在一个 `SMTP_CHECK` 里检查多个地址的旧写法，已过时，只在日志中提示。请改为每个地址写一个 `SMTP_CHECK`：新版本会把这里的配置行作用到外层检查器上。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["host {\n    connect_ip 10.0.0.11\n    connect_port 25\n}"],
    bad: ["host {\n    connect_ip 10.0.0.300\n}"],
  },
];
