/** Keywords of `real_server`. */

import { arg, type Keyword, keywords, optional } from "../../../schema/spec.ts";
import { bool } from "../../../schema/values/choice.ts";
import { decimal, integer } from "../../../schema/values/number.ts";
import { script } from "../../../schema/values/script.ts";
import { word } from "../../../schema/values/word.ts";
import { text } from "../../../text/localized.ts";
import { forwarding } from "../values/forwarding.ts";
import { bfdCheck } from "./checkers/bfdCheck.ts";
import { dnsCheck } from "./checkers/dnsCheck.ts";
import { fileCheck } from "./checkers/fileCheck.ts";
import { httpGet } from "./checkers/httpGet.ts";
import { miscCheck } from "./checkers/miscCheck.ts";
import { pingCheck } from "./checkers/pingCheck.ts";
import { smtpCheck } from "./checkers/smtpCheck.ts";
import { sslGet } from "./checkers/sslGet.ts";
import { tcpCheck } from "./checkers/tcpCheck.ts";
import { udpCheck } from "./checkers/udpCheck.ts";
import { manual } from "./link.ts";

/** `real_server IP PORT { … }`: one server behind a service (keepalived/check/check_parser.c). */
export const realServer: readonly Keyword[] = [
  {
    name: "weight",
    args: [arg("number", integer({ min: 0, max: 2147483647 }))],
    default: text("the weight of the virtual_server (1)", "virtual_server 的 weight（1）"),
    since: "1.1.10",
    doc: text(
      "Share of new connections relative to the other real servers; the scheduler must honour weights (`wrr`, `wlc`, `sed` ...), `rr` and `lc` do not. `0` drains the server: running connections stay, new ones go elsewhere. The same number counts towards `quorum`.",
      "相对其他真实服务器分到新连接的比例；前提是调度算法支持权重（`wrr`、`wlc`、`sed` 等），`rr` 与 `lc` 不看权重。`0` 用于排空：已有连接保留，新连接不再分入。该数值同时计入 `quorum`。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["weight 3"],
    bad: ["weight -1", "weight high"],
  },
  {
    name: "lvs_method",
    args: [...forwarding],
    default: text("the lb_kind of the virtual_server", "virtual_server 的 lb_kind"),
    since: "1.3.6",
    doc: text(
      "Forwarding method of this real server only, overriding `lb_kind`; mixed setups such as one server in a remote site by `TUN` and the rest by `DR` are possible. Tunnel options follow as in `lb_kind`.",
      "仅用于该真实服务器的转发方式，覆盖 `lb_kind`；可以混用，例如异地一台走 `TUN`，其余走 `DR`。隧道选项写法与 `lb_kind` 相同。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["lvs_method DR", "lvs_method TUN type gre"],
    bad: ["lvs_method nat", "lvs_method TUN type vxlan"],
  },
  {
    name: "uthreshold",
    args: [arg("number", integer({ min: 0, max: 4294967295 }))],
    default: "0",
    since: "1.1.13",
    doc: text(
      "Connection ceiling: at this number of connections IPVS marks the server as overloaded and sends no new ones until the count has dropped again (see `lthreshold`). `0` means no limit. When all servers are full, clients are refused.",
      "连接数上限：达到后 IPVS 把该服务器标为过载，不再分配新连接，直到连接数回落（见 `lthreshold`）。`0` 表示不限制。所有服务器都满时客户端会被拒绝。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["uthreshold 2000"],
    bad: ["uthreshold -5", "uthreshold max"],
  },
  {
    name: "lthreshold",
    args: [arg("number", integer({ min: 0, max: 4294967295 }))],
    default: "0",
    since: "1.1.13",
    doc: text(
      "Number of connections below which an overloaded server is used again. It works only together with `uthreshold` and should be smaller; when it is left at 0, IPVS waits for about three quarters of `uthreshold`.",
      "过载的服务器连接数降到该值以下后重新接收新连接。只有与 `uthreshold` 同用才有意义，并且应比它小；保持 0 时，IPVS 等到降至 `uthreshold` 的约四分之三。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["lthreshold 1500"],
    bad: ["lthreshold -5", "lthreshold min"],
  },
  {
    name: "inhibit_on_failure",
    args: [optional("switch", bool())],
    default: text("the value of the virtual_server", "取 virtual_server 的值"),
    since: "1.1.10",
    doc: text(
      "On a failed check, sets the weight to 0 and leaves the server in the IPVS table, so that established connections are not cut. New clients go elsewhere, but persistent ones keep coming back unless `net.ipv4.vs.expire_quiescent_template=1` is set. `inhibit_on_failure off` exempts one server from the setting of the service.",
      "健康检查失败时只把权重置为 0，服务器仍留在 IPVS 表中，已建立的连接不会被切断。新客户端会分到别处，但持久连接的客户端仍会回来，除非设置 `net.ipv4.vs.expire_quiescent_template=1`。写 `inhibit_on_failure off` 可让单台服务器不受上层设置影响。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["inhibit_on_failure", "inhibit_on_failure off"],
    bad: ["inhibit_on_failure maybe"],
  },
  {
    name: "notify_up",
    args: [arg("command", script({ user: true }))],
    duplicate: "first-wins-reported",
    since: "1.1.10",
    doc: text(
      "Script run when this real server comes back into service. Quote a command with arguments; user and group may follow. It is executed without a shell and is subject to script security.",
      "该真实服务器恢复上线时执行的脚本。带参数的命令要加引号，后面可跟用户和组。脚本不经过 shell 执行，并受脚本安全检查约束。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["notify_up /usr/bin/true", 'notify_up "/usr/bin/true rs1 up" root'],
    bad: [],
  },
  {
    name: "notify_down",
    args: [arg("command", script({ user: true }))],
    duplicate: "first-wins-reported",
    since: "1.1.10",
    doc: text(
      "Script run when this real server is taken out of service by its checks. Stopping keepalived does not run it unless the service has `omega`.",
      "该真实服务器因健康检查失败被摘除时执行的脚本。停止 keepalived 时不会执行，除非服务设置了 `omega`。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["notify_down /usr/bin/true", 'notify_down "/usr/bin/true rs1 down" root'],
    bad: [],
  },
  {
    name: "alpha",
    args: [optional("switch", bool())],
    default: text("the value of the virtual_server", "取 virtual_server 的值"),
    since: "1.3.7",
    doc: text(
      "Keeps this real server out of service until its first successful check; `alpha off` lifts the setting of the service for one server.",
      "该真实服务器在首次健康检查成功之前不上线；`alpha off` 可让单台服务器不受虚拟服务器设置影响。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["alpha", "alpha off"],
    bad: ["alpha maybe"],
  },
  {
    name: "retry",
    args: [arg("number", integer({ min: 1, max: 4294967295 }))],
    default: text("the value of the virtual_server", "取 virtual_server 的值"),
    since: "1.3.7",
    doc: text(
      "Further attempts after a failed check before this real server is declared down; default for its checkers. Zero is accepted only inside a checker.",
      "检查失败后、判定该真实服务器故障之前的额外尝试次数，作为其下检查器的默认值。0 只能写在检查器内部。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["retry 2"],
    bad: ["retry 0", "retry many"],
  },
  {
    name: "delay_before_retry",
    args: [arg("seconds", decimal({ min: 0, max: 18446744073709.55, places: 6, unit: "s" }))],
    default: text("the value of the virtual_server", "取 virtual_server 的值"),
    since: "1.3.7",
    doc: text(
      "Pause between the attempts counted by `retry`; default for the checkers of this real server.",
      "`retry` 各次尝试之间的间隔，作为该真实服务器下检查器的默认值。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["delay_before_retry 1.5"],
    bad: ["delay_before_retry soon"],
  },
  {
    name: "warmup",
    args: [arg("seconds", decimal({ min: 0, max: 18446744073709.55, places: 6, unit: "s" }))],
    default: text("the value of the virtual_server", "取 virtual_server 的值"),
    since: "1.3.7",
    doc: text(
      "Upper bound of the random wait before the first check of this real server; `0` checks at once.",
      "该真实服务器首次健康检查前随机等待的上限；`0` 表示立即检查。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["warmup 0"],
    bad: ["warmup none"],
  },
  {
    name: "connect_timeout",
    args: [arg("seconds", decimal({ min: 0.000001, max: 4294.967295, places: 6, unit: "s" }))],
    default: text("the value of the virtual_server", "取 virtual_server 的值"),
    since: "2.0.13",
    doc: text(
      "How long the checkers of this real server wait for a connection or an answer before an attempt has failed. Raise it here for a single slow or distant backend rather than for the whole service.",
      "该真实服务器的检查器等待连接或应答的最长时间，超时即算一次失败。个别响应慢或距离远的后端可在这里单独调大，而不必改整个服务。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["connect_timeout 5"],
    bad: ["connect_timeout 0", "connect_timeout 3s"],
  },
  {
    name: "delay_loop",
    args: [arg("seconds", decimal({ min: 0.000001, max: 18446744073709.55, places: 6, unit: "s" }))],
    default: text("the value of the virtual_server", "取 virtual_server 的值"),
    since: "1.3.7",
    doc: text(
      "Interval between two checks of this real server, overriding the service; default for its checkers.",
      "对该真实服务器两次健康检查之间的间隔，覆盖虚拟服务器的设置，作为其下检查器的默认值。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["delay_loop 10"],
    bad: ["delay_loop 0", "delay_loop fast"],
  },
  {
    name: "smtp_alert",
    args: [optional("switch", bool())],
    default: text(
      "the global smtp_alert_checker, else smtp_alert, else on",
      "全局 smtp_alert_checker，否则 smtp_alert，否则开启",
    ),
    since: "2.0.0",
    doc: text(
      "Sends a mail each time this real server goes up or down. Unlike most other alerts it is on as soon as mail is configured in `global_defs`, so large farms usually want `smtp_alert off`.",
      "该真实服务器上线或下线时发送邮件。与多数告警不同，只要 `global_defs` 里配好邮件就默认开启，服务器很多时通常要写 `smtp_alert off`。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["smtp_alert off"],
    bad: ["smtp_alert maybe"],
  },
  {
    name: "virtualhost",
    args: [arg("name", word("NAME"))],
    duplicate: "last-wins-reported",
    duplicateSince: "2.2.8",
    since: "1.3.6",
    doc: text(
      "`Host` header of the HTTP checks of this real server, unless the checker or the `url` names another. The SNI name of `SSL_GET` is not taken from here; for TLS put `virtualhost` into the checker, the `url` or the `virtual_server`.",
      "该真实服务器 HTTP 检查使用的 `Host` 头，检查器或 `url` 里另有设置时以后者为准。`SSL_GET` 的 SNI 名称不取自这里；TLS 场景请把 `virtualhost` 写在检查器、`url` 或 `virtual_server` 中。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["virtualhost app1.example.com"],
    bad: ["virtualhost"],
  },
  {
    name: "snmp_name",
    args: [arg("name", word("NAME"))],
    exact: true,
    duplicate: "last-wins-reported",
    duplicateSince: "2.2.8",
    since: "2.2.3",
    doc: text("Free label of this real server in SNMP output.", "该真实服务器在 SNMP 数据中的名称标签。"),
    link: manual("Virtual_server(s)"),
    ok: ["snmp_name web1"],
    bad: ["snmp_name", "snmp_name web 1"],
  },
  {
    name: "MISC_CHECK",
    args: [],
    body: keywords(miscCheck),
    repeat: true,
    since: "1.1.10",
    doc: text(
      "Runs your own program as the health check: exit code 0 is healthy, anything else a failure (see `misc_dynamic` for weights). The choice when no built-in checker understands the protocol. Every run costs a process, and script security applies.",
      "用自己的程序做健康检查：退出码 0 表示正常，其他为失败（权重用法见 `misc_dynamic`）。内置检查器都不支持该协议时使用。每次检查都要启动一个进程，并受脚本安全检查约束。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["MISC_CHECK {\n    misc_path /usr/bin/true\n    misc_timeout 3\n}"],
    bad: ["MISC_CHECK {\n    misc_timeout 3\n}"],
  },
  {
    name: "SMTP_CHECK",
    args: [],
    body: keywords(smtpCheck),
    repeat: true,
    since: "1.1.10",
    doc: text(
      "Opens a mail session: it expects a 220 banner, sends HELO, expects 250 and leaves with QUIT. Proves that the mail daemon talks, not that it accepts mail. There is no TLS, so point it at a plain port.",
      "建立一次邮件会话：期待 220 欢迎语，发送 HELO，期待 250，然后 QUIT 退出。只能证明邮件守护进程有应答，不代表能收信。不支持 TLS，请指向明文端口。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["SMTP_CHECK {\n    helo_name lb.example.com\n    connect_timeout 5\n}"],
    bad: ["SMTP_CHECK {\n    connect_ip fe80::1\n}"],
  },
  {
    name: "TCP_CHECK",
    args: [],
    body: keywords(tcpCheck),
    repeat: true,
    since: "1.1.10",
    doc: text(
      "Completes a TCP handshake with the real server and closes the connection. Cheap and right for most TCP services, but a process that hangs while its socket still listens passes; use `HTTP_GET` or `MISC_CHECK` when the answer matters.",
      "与真实服务器完成一次 TCP 握手后关闭连接。开销小，适合大多数 TCP 服务；但进程挂死而端口仍在监听时也会通过，需要验证应答内容时请用 `HTTP_GET` 或 `MISC_CHECK`。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["TCP_CHECK {\n    connect_timeout 3\n    retry 2\n}"],
    bad: ["TCP_CHECK {\n    connect_ip fe80::1\n}"],
  },
  {
    name: "PING_CHECK",
    args: [],
    body: keywords(pingCheck),
    repeat: true,
    since: "2.1.0",
    doc: text(
      "Sends an ICMP echo and expects the reply: the machine is alive, nothing is known about the service. Best combined with a second checker. keepalived may widen `net.ipv4.ping_group_range` so that it can open the ICMP socket.",
      "发送 ICMP echo 并等待应答：只说明机器存活，不反映服务状态，最好与另一个检查器配合。keepalived 可能会放宽 `net.ipv4.ping_group_range`，以便打开 ICMP 套接字。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["PING_CHECK {\n    retry 2\n}"],
    bad: ["PING_CHECK {\n    connect_ip fe80::1\n}"],
  },
  {
    name: "UDP_CHECK",
    args: [],
    body: keywords(udpCheck),
    repeat: true,
    since: "2.1.0",
    doc: text(
      "Sends one UDP datagram. Unless `require_reply` is given, silence counts as success and only an ICMP unreachable error is a failure, so a dead host behind a firewall that drops packets looks healthy. Send a real request with `payload` and demand an answer where the protocol allows it.",
      "发送一个 UDP 报文。没有 `require_reply` 时，收不到应答也算成功，只有 ICMP 不可达才算失败，所以位于丢包防火墙后的死机也会显示正常。协议允许时，用 `payload` 发真实请求并要求应答。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["UDP_CHECK {\n    payload 00 01\n    require_reply\n}"],
    bad: ["UDP_CHECK {\n    min_reply_length 100\n    max_reply_length 10\n}"],
  },
  {
    name: "HTTP_GET",
    args: [],
    body: keywords(httpGet),
    repeat: true,
    since: "1.1.10",
    doc: text(
      "Fetches one or more pages by plain HTTP and judges status code, MD5 `digest` or `regex`; every `url` must pass. Several pages are tested one per `delay_loop`, not all at once. At least one `url` with a `path` is required, older releases even crash under `-t` without it.",
      "通过明文 HTTP 取一个或多个页面，按状态码、MD5 `digest` 或 `regex` 判断；每个 `url` 都必须通过。多个页面是每个 `delay_loop` 检查一个，而不是同时检查。至少要有一个带 `path` 的 `url`，旧版本缺少时在 `-t` 下甚至会崩溃。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["HTTP_GET {\n    url {\n        path /healthz\n        status_code 200\n    }\n    connect_timeout 3\n}"],
    bad: ["HTTP_GET {\n    connect_port 80\n}"],
  },
  {
    name: "SSL_GET",
    args: [],
    body: keywords(sslGet),
    repeat: true,
    since: "1.1.10",
    doc: text(
      "Like `HTTP_GET`, but over TLS. Servers with several certificates usually need `enable_sni` plus a `virtualhost`. It tells you that the site answers; do not rely on it to notice an expired certificate.",
      "与 `HTTP_GET` 相同，但走 TLS。有多个证书的服务器通常还需要 `enable_sni` 和 `virtualhost`。它只说明站点有应答，不要指望用它发现证书过期。",
    ),
    link: manual("Virtual_server(s)"),
    ok: [
      "SSL_GET {\n    enable_sni\n    virtualhost www.example.com\n    url {\n        path /healthz\n        status_code 200\n    }\n}",
    ],
    bad: ["SSL_GET {\n    connect_port 443\n}"],
  },
  {
    name: "DNS_CHECK",
    args: [],
    body: keywords(dnsCheck),
    repeat: true,
    since: "1.3.0",
    doc: text(
      "Sends one DNS query over UDP and accepts any answer without an error code; the records themselves are not compared. Set `name` to a zone the server is responsible for: an authoritative-only server refuses the built-in query for the root and would be taken down.",
      "通过 UDP 发送一次 DNS 查询，只要应答没有错误码就算通过，不比较记录内容。请把 `name` 设为该服务器负责的区：仅做权威解析的服务器会拒绝默认的根域查询，从而被误摘。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["DNS_CHECK {\n    type A\n    name example.com\n}"],
    bad: ["DNS_CHECK {\n    type ADDR\n}"],
  },
  {
    name: "FILE_CHECK",
    args: [],
    body: keywords(fileCheck),
    repeat: true,
    since: "2.1.0",
    doc: text(
      "Ties the real server to a number in a file watched by a `track_file` block: other software writes the file, the weight follows or the server goes down. The `track_file` must be defined earlier in the configuration.",
      "把真实服务器与 `track_file` 块所监视文件中的数值关联：由其他程序写文件，权重随之变化或服务器下线。对应的 `track_file` 必须在配置中先定义。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["FILE_CHECK {\n    track_file tf\n    weight 1\n}"],
    bad: ["FILE_CHECK {\n    weight 1\n}", "FILE_CHECK {\n    track_file no_such_file\n}"],
  },
  {
    name: "BFD_CHECK",
    args: [],
    body: keywords(bfdCheck),
    repeat: true,
    since: "2.0.0",
    doc: text(
      "Follows the state of a BFD session, which notices a dead path within fractions of a second. The `bfd_instance` must be defined earlier in the configuration and the real server (or its router) must speak BFD.",
      "跟随一个 BFD 会话的状态，可在亚秒级发现路径中断。对应的 `bfd_instance` 必须在配置中先定义，且真实服务器（或其路由器）要支持 BFD。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["BFD_CHECK {\n    name bfd1\n}"],
    bad: ["BFD_CHECK {\n    alpha\n}", "BFD_CHECK {\n    name no_such_bfd\n}"],
  },
];
