/** Keywords of the smaller sections, but for those that are written out in `sections.ts`. */
import type { Keyword } from "../../../schema/spec.ts";
import { changedIn } from "../../../schema/values/changed.ts";
import { either, fixed, many, maybe, shape, value } from "../../../schema/values/pattern.ts";
import { word } from "../../../schema/values/word.ts";
import { text } from "../../../text/localized.ts";
import { choice, errorStatus } from "../values/choices.ts";
import { condition } from "../values/condition.ts";
import { integer } from "../values/integer.ts";
import { commaSeparated } from "../values/list.ts";
import { logFormat } from "../values/logFormat.ts";
import { logLine } from "../values/logTarget.ts";
import { size, time } from "../values/quantity.ts";
import { regex } from "../values/regularExpression.ts";
import { file, header, sentence } from "../values/text.ts";
import { loadLine } from "./crtStore.ts";
import * as lines from "./lines.ts";
import { manual } from "./link.ts";

/** `peers` */
export const peers: readonly Keyword[] = [
  {
    name: "bind",
    repeat: true,
    args: lines.bind(),
    exact: true,
    since: "2.0",
    doc: text(
      "Address on which this node accepts its peers, with TLS options if wanted. The local `server` line then goes without address; do not mix it with `peer` lines.",
      "本节点接受其他 peer 连接的地址，可带 TLS 选项。此时本地节点的 `server` 行不写地址；不要与 `peer` 行混用。",
    ),
    link: manual("12.6", "bind"),
    ok: ["bind 127.0.0.1:10000", "bind :10000 maxconn 20"],
    bad: ["bind 127.0.0.1"],
  },
  {
    name: "default-bind",
    args: lines.defaultBind(),
    since: "2.0",
    doc: text(
      "Bind options, such as TLS settings, for the address of the local peer when that address stands on its `peer` or `server` line.",
      "当本地 peer 的地址写在其 `peer` 或 `server` 行上时，为该地址指定的 bind 选项，例如 TLS 设置。",
    ),
    link: manual("3.5", "default-bind", "3.0"),
    ok: ["default-bind maxconn 20"],
    bad: [],
  },
  {
    name: "default-server",
    args: lines.defaultServer(),
    since: "2.0",
    doc: text(
      "Transport options for the following peers of the section, typically `ssl` and its certificates.",
      "本段中其后各 peer 的传输选项，通常是 `ssl` 及其证书设置。",
    ),
    link: manual("3.5", "default-server", "3.0"),
    ok: ["default-server ssl verify none"],
    bad: [],
  },
  {
    name: "disabled",
    args: [],
    since: "1.6",
    doc: text(
      "Switches the section off without touching the stick tables that refer to it: no listening, no synchronisation.",
      "关闭本段而不必改动引用它的粘性表：既不监听也不同步。",
    ),
    link: manual("3.5", "disabled", "3.0"),
    ok: ["disabled"],
    bad: [],
  },
  {
    name: "enabled",
    args: [],
    since: "2.5",
    doc: text(
      "Switches on again a section that an earlier line disabled. Being enabled is the normal state.",
      "重新启用被前面某行关闭的段。启用本来就是正常状态。",
    ),
    link: manual("3.5", "enabled", "3.0"),
    ok: ["enabled"],
    bad: [],
  },
  {
    name: "log",
    repeat: true,
    args: shape(value("log", logLine())),
    since: "2.1",
    doc: text(
      "Logs the connections that the peers listener accepts, with the same syntax as `log` in a proxy.",
      "记录 peers 监听器接受的连接，语法与代理中的 `log` 相同。",
    ),
    link: manual("12.6", "log"),
    ok: ["log global", "log 127.0.0.1:514 local0 notice"],
    bad: ["log 127.0.0.1:514", "log 127.0.0.1:514 nofacility"],
  },
  {
    name: "peer",
    repeat: true,
    args: lines.peer(),
    exact: true,
    since: "1.5",
    doc: text(
      "One node of the group with its name and address. The line bearing the local name (host name, `localpeer` or `-L`) opens the listener; names must be identical on all nodes.",
      "组中的一个节点及其名称和地址。名称与本机（主机名、`localpeer` 或 `-L`）相同的那一行会打开监听；各节点上的名称必须一致。",
    ),
    link: manual("3.5", "peer", "3.0"),
    ok: ["peer lb1 192.0.2.1:10000", "peer lb2 192.0.2.2:10000 ssl verify none"],
    bad: [],
  },
  {
    name: "server",
    repeat: true,
    args: lines.peer(),
    exact: true,
    since: "2.0",
    doc: text(
      "Like `peer`, in the form used together with `bind`: remote nodes carry their address, the local node has none.",
      "与 `peer` 相同，用于配合 `bind` 的写法：远端节点写地址，本地节点不写。",
    ),
    link: manual("12.5", "server"),
    ok: ["server lb1 192.0.2.1:10000", "server lb2 192.0.2.2:10000 ssl verify none"],
    bad: [],
  },
  {
    name: "shards",
    args: shape(value("shards", integer({ min: 1, refuses: "number" }))),
    since: "2.7",
    doc: text(
      "Splits the table contents over this many groups of peers instead of sending everything to everyone. Each `server` line then names its part with `shard`.",
      "把表内容分散到这么多组 peer，而不是全部发给每个节点。各 `server` 行再用 `shard` 指定所属部分。",
    ),
    link: manual("3.5", "shards", "3.0"),
    ok: ["shards 2"],
    bad: ["shards", "shards 0", "shards x"],
  },
  {
    name: "table",
    repeat: true,
    args: lines.peersTable(),
    exact: true,
    since: "2.0",
    doc: text(
      "Stick table that belongs to the peers section and is shared by any proxy as `section/table`. Several are possible, unlike in proxies.",
      "属于 peers 段的粘性表，任何代理都可以用 `section/table` 引用。与代理不同，这里可以定义多个。",
    ),
    link: manual("3.5", "table", "3.0"),
    ok: [
      "table t1 type ip size 100k expire 10m store http_req_rate(10s)",
      "table t2 type string len 64 size 1m expire 1h nopurge store gpc0,conn_cur",
    ],
    bad: ["table t1", "table t1 type ip", "table t1 type float size 1k"],
  },
];

/** `resolvers` */
export const resolvers: readonly Keyword[] = [
  {
    name: "accepted_payload_size",
    args: shape(value("nb", integer({ min: 12, max: 65535, unit: "bytes" }))),
    default: "512",
    since: "1.8",
    doc: text(
      "Largest UDP answer announced to DNS servers. Raise it to 4096 or more when SRV or long address lists come back truncated.",
      "向 DNS 服务器声明可接受的最大 UDP 应答。SRV 或较长地址列表被截断时，应调到 4096 或更大。",
    ),
    link: manual("5.3.2", "accepted_payload_size"),
    ok: ["accepted_payload_size 512", "accepted_payload_size 8192"],
    bad: ["accepted_payload_size 65536", "accepted_payload_size", "accepted_payload_size 11"],
  },
  {
    name: "nameserver",
    repeat: true,
    args: lines.nameserver(),
    since: "1.6",
    doc: text(
      "DNS server to ask, over UDP unless the address starts with `tcp@`. All servers are asked at once, and the first valid answer wins.",
      "要查询的 DNS 服务器，默认使用 UDP，地址以 `tcp@` 开头则用 TCP。所有服务器同时查询，先到的有效应答生效。",
    ),
    link: manual("5.3.2", "nameserver"),
    ok: ["nameserver dns1 192.0.2.53:53", "nameserver dns2 tcp@192.0.2.54:53"],
    bad: ["nameserver dns1", "nameserver"],
  },
  {
    name: "parse-resolv-conf",
    args: [],
    since: "1.9",
    doc: text(
      "Adds the DNS servers found in `/etc/resolv.conf`. They are read at startup only, so later changes need a reload.",
      "加入 `/etc/resolv.conf` 中的 DNS 服务器。只在启动时读取，之后的变更需要重载才生效。",
    ),
    link: manual("5.3.2", "parse-resolv-conf"),
    ok: ["parse-resolv-conf"],
    bad: [],
  },
  {
    name: "hold",
    repeat: true,
    args: shape(
      value("choice", choice(["nx", "other", "refused", "timeout", "valid", "obsolete"])),
      value("period", time({ suspicious: true })),
    ),
    since: "1.6",
    doc: text(
      "How long a last good answer outweighs a bad one of the given kind before servers are marked down. `valid` is the cache time of `do-resolve`, `obsolete` delays removal of vanished addresses.",
      "收到某类失败应答后，之前的有效结果还能维持多久，之后服务器才会被标记为下线。`valid` 是 `do-resolve` 的缓存时间，`obsolete` 用于延迟移除消失的地址。",
    ),
    link: manual("5.3.2", "hold"),
    ok: ["hold valid 10s", "hold nx 30s", "hold obsolete 0s"],
    bad: ["hold nx", "hold sometimes 10s", "hold nx long"],
  },
  {
    name: "resolve_retries",
    args: shape(value("nb", integer())),
    default: "3",
    since: "1.6",
    doc: text(
      "Queries sent for a name before giving up, not counting the switch between A and AAAA.",
      "放弃之前为一个名称发送的查询次数，A 与 AAAA 之间的切换不计入。",
    ),
    link: manual("5.3.2", "resolve_retries"),
    ok: ["resolve_retries 3"],
    bad: ["resolve_retries"],
  },
  {
    name: "timeout",
    repeat: true,
    args: shape(value("choice", choice(["resolve", "retry"])), value("time", time({ suspicious: true }))),
    default: "1s",
    since: "1.6",
    doc: text(
      "`timeout resolve` is the interval of regular re-resolution, `timeout retry` the wait before an unanswered query is sent again.",
      "`timeout resolve` 是定期重新解析的间隔，`timeout retry` 是查询无应答时重发前的等待时间。",
    ),
    link: manual("5.3.2", "timeout"),
    ok: ["timeout resolve 1s", "timeout retry 500ms"],
    bad: ["timeout resolve", "timeout query 1s", "timeout retry slow"],
  },
];

/** `mailers` */
export const mailers: readonly Keyword[] = [
  {
    name: "mailer",
    repeat: true,
    args: lines.mailer(),
    since: "1.6",
    doc: text(
      "One SMTP server by name and address. An address and a port are required, normally port 25 or 587.",
      "一台 SMTP 服务器的名称和地址。地址与端口都必须写，端口通常为 25 或 587。",
    ),
    link: manual("12.3", "mailer"),
    ok: ["mailer smtp1 192.0.2.25:587"],
    bad: ["mailer smtp1", "mailer"],
  },
  {
    name: "timeout mail",
    args: shape(value("time", time())),
    default: "10s",
    since: "1.7",
    doc: text(
      "Time allowed for one mail to be delivered to the server. Stay above 4 seconds so that a lost SYN can be repeated.",
      "向邮件服务器投递一封邮件的时限。应大于 4 秒，以便 SYN 丢失后还能重发。",
    ),
    link: manual("12.3", "timeout mail"),
    ok: ["timeout mail 20s"],
    bad: ["timeout mail", "timeout mail slow"],
  },
];

/** `userlist` */
export const userlist: readonly Keyword[] = [
  {
    name: "group",
    repeat: true,
    args: lines.group(),
    exact: true,
    since: "1.5",
    doc: text(
      "Group of users, referred to by `http_auth_group`. Members are named here or on the `user` lines.",
      "用户组，供 `http_auth_group` 引用。成员可写在这里，也可写在 `user` 行上。",
    ),
    link: manual("12.2", "group"),
    ok: ["group admins", "group staff users u"],
    bad: ["group", "group admins members u"],
  },
  {
    name: "user",
    repeat: true,
    args: lines.user(),
    exact: true,
    since: "1.5",
    doc: text(
      "User with a crypt hash (`password`) or a clear text password (`insecure-password`). Expensive hashes are computed for every request and can eat the CPU; quote them in single quotes.",
      "用户及其 crypt 哈希（`password`）或明文密码（`insecure-password`）。高强度哈希每个请求都要计算，可能耗尽 CPU；请用单引号括起。",
    ),
    link: manual("12.2", "user"),
    ok: [
      "user alice insecure-password 's3cret'",
      "user bob password '$5$saltsalt$eLIVNKeyHk7/Qr0zCW/VzsZK8rBVIJ0zzOovRsSvgY.' groups g",
    ],
    bad: ["user", "user alice secret", "user alice insecure-password x members g"],
  },
];

/** `program` */
export const program: readonly Keyword[] = [
  {
    name: "command",
    args: shape(value("command", word("COMMAND")), many(value("command", word("COMMAND")))),
    since: "2.0",
    deprecated: { since: "3.1", reported: false },
    removed: { in: "3.3" },
    doc: text(
      "Program to start with its arguments, looked up in `PATH`. The section is gone since 3.3: move the program to systemd or another supervisor.",
      "要启动的程序及其参数，在 `PATH` 中查找。该段自 3.3 起已移除：请把程序交给 systemd 等管理器。",
    ),
    link: manual("12.9", "command", "3.2"),
    ok: ["command /bin/true", "command sleep 10"],
    bad: ["command"],
  },
  {
    name: "user",
    repeat: true,
    args: shape(value("user", word("USER"))),
    since: "2.1",
    deprecated: { since: "3.1", reported: false },
    removed: { in: "3.3" },
    doc: text(
      "User under which the program runs, by name. The section is gone since 3.3.",
      "运行该程序所用的用户名，按系统账户填写。该段自 3.3 起已移除。",
    ),
    link: manual("12.2", "user"),
    ok: [],
    bad: ["user"],
  },
  {
    name: "group",
    repeat: true,
    args: shape(value("group", word("GROUP"))),
    since: "2.1",
    deprecated: { since: "3.1", reported: false },
    removed: { in: "3.3" },
    doc: text(
      "Group under which the program runs, by name. The section is gone since 3.3.",
      "运行该程序所用的组名，按系统账户填写。该段自 3.3 起已移除。",
    ),
    link: manual("12.2", "group"),
    ok: [],
    bad: ["group"],
  },
  {
    name: "option start-on-reload",
    negatable: true,
    args: [],
    since: "2.0",
    deprecated: { since: "3.1", reported: false },
    removed: { in: "3.3" },
    doc: text(
      "Restarts the program on every reload, which is the default; with `no` in front the running instance continues instead. The section is gone since 3.3.",
      "每次重载时重新启动该程序，这是默认行为；前面加 `no` 则让原实例继续运行。该段自 3.3 起已移除。",
    ),
    link: manual("12.9", "option start-on-reload", "3.2"),
    ok: ["option start-on-reload", "no option start-on-reload"],
    bad: [],
  },
];

/** `ring` */
export const ring: readonly Keyword[] = [
  {
    name: "backing-file",
    args: shape(value("path", word("PATH"))),
    since: "2.7",
    doc: text(
      "File that backs the ring, so that its contents can be examined after a crash. A slow or full disk stalls or kills the process; an older file is renamed to `.bak`, even by `haproxy -c`.",
      "作为环形缓冲存储的文件，便于崩溃后分析内容。磁盘缓慢或写满会使进程卡顿甚至崩溃；旧文件会被改名为 `.bak`，连 `haproxy -c` 也会如此。",
    ),
    link: manual("12.5", "backing-file"),
    ok: [],
    bad: [],
  },
  {
    name: "description",
    args: shape(value("text", sentence())),
    since: "2.2",
    doc: text(
      "Description of the ring in the CLI list of event sinks; the name is used if there is none.",
      "该环形缓冲在 CLI 列表中显示的说明；没有时使用其名称。",
    ),
    link: manual("12.5", "description"),
    ok: ['description "last events"'],
    bad: ["description"],
  },
  {
    name: "format",
    args: shape(value("choice", choice(["iso", "local", "raw", "rfc3164", "rfc5424", "short", "priority", "timed"]))),
    since: "2.2",
    doc: text(
      "Syslog format in which messages are stored and forwarded, for example `rfc5424`. With `raw` there is no header at all.",
      "消息存储和转发时采用的 syslog 格式，例如 `rfc5424`。`raw` 表示完全不带头部。",
    ),
    link: manual("12.5", "format"),
    ok: ["format rfc5424", "format timed"],
    bad: ["format", "format xml"],
  },
  {
    name: "maxlen",
    args: shape(value("length", integer({ except: [0, 0] }))),
    since: "2.2",
    doc: text(
      "Length at which messages are cut, header included. It must not exceed the size of the ring.",
      "消息的截断长度，含头部。不得超过环形缓冲的大小。",
    ),
    link: manual("12.5", "maxlen"),
    ok: ["maxlen 1200"],
    bad: ["maxlen", "maxlen 0"],
  },
  {
    name: "server",
    repeat: true,
    args: lines.server(),
    exact: true,
    since: "2.2",
    doc: text(
      "TCP syslog server that receives every message of the ring. Use one ring per server, since the slowest one holds up the others.",
      "接收该环形缓冲全部消息的 TCP syslog 服务器。每台服务器应单独用一个 ring，否则最慢的会拖住其他。",
    ),
    link: manual("12.5", "server"),
    ok: ["server syslog 192.0.2.14:6514", "server syslog 192.0.2.14:6514 log-proto octet-count"],
    bad: ["server", "server syslog"],
  },
  {
    name: "size",
    args: shape(
      value("size", changedIn("2.9", size({ min: 1 }), changedIn("2.6.12", size({ min: 16384 }), size({ min: 1 })))),
    ),
    default: "16384",
    since: "2.2",
    doc: text(
      "Size of the buffer. It should hold the messages of a short outage of the log server; put it before `maxlen`, shrinking is not possible.",
      "缓冲区大小，应能容纳日志服务器短暂中断期间的消息。应写在 `maxlen` 之前，且不能缩小。",
    ),
    link: manual("12.5", "size"),
    ok: ["size 32768", "size 1048576"],
    bad: ["size"],
  },
  {
    name: "timeout",
    repeat: true,
    args: shape(maybe(value("anything", sentence()))),
    since: "2.2",
    doc: text(
      "Does nothing unless it goes on with `connect` or `server`: any other word is read without complaint.",
      "除非后接 `connect` 或 `server`，否则不起任何作用：其他单词会被读入而不报错。",
    ),
    link: manual("12.3", "timeout"),
    ok: [],
    bad: [],
  },
  {
    name: "timeout connect",
    args: shape(value("timeout", time())),
    since: "2.2",
    doc: text(
      "Time allowed for connecting to the server of the ring.",
      "连接该环形缓冲所配服务器的时限，超过则放弃并重试。",
    ),
    link: manual("12.5", "timeout connect"),
    ok: ["timeout connect 5s"],
    bad: ["timeout connect", "timeout connect slow"],
  },
  {
    name: "timeout server",
    args: shape(value("timeout", time())),
    since: "2.2",
    doc: text(
      "Time that outgoing messages may wait for the server before its connection is dropped.",
      "待发消息等待服务器接收的时限，超过则断开连接。",
    ),
    link: manual("12.5", "timeout server"),
    ok: ["timeout server 10s"],
    bad: ["timeout server", "timeout server slow"],
  },
];

/** `cache` */
export const cache: readonly Keyword[] = [
  {
    name: "max-age",
    args: shape(maybe(value("seconds", integer({ unit: "s" })))),
    exact: true,
    default: "60",
    since: "1.8",
    doc: text(
      "Upper bound in seconds on how long objects stay valid, even if their headers allow more.",
      "对象有效时间的上限（秒），即使其头部允许更久也不超过该值。",
    ),
    link: manual("6.2.1", "max-age"),
    ok: ["max-age 240"],
    bad: ["max-age 60 120"],
  },
  {
    name: "max-object-size",
    args: shape(value("bytes", integer({ refuses: "number" }))),
    exact: true,
    since: "1.9",
    doc: text(
      "Largest object worth caching, headers included. At most half of `total-max-size`; by default 1/256 of it.",
      "可缓存对象的最大字节数，含头部。不得超过 `total-max-size` 的一半；默认为其 1/256。",
    ),
    link: manual("6.2.1", "max-object-size"),
    ok: ["max-object-size 10000"],
    bad: ["max-object-size"],
  },
  {
    name: "max-secondary-entries",
    args: shape(value("number", integer({ min: 1, refuses: "number" }))),
    default: "10",
    since: "2.4",
    doc: text(
      "Variants kept per URL when `process-vary` is on, for example one per encoding.",
      "启用 `process-vary` 时每个 URL 最多保留的变体数，例如每种编码一份。",
    ),
    link: manual("6.2.1", "max-secondary-entries"),
    ok: ["max-secondary-entries 10"],
    bad: ["max-secondary-entries 0", "max-secondary-entries"],
  },
  {
    name: "process-vary",
    args: shape(maybe(value("choice", choice(["on", "off"])))),
    default: "off",
    since: "2.4",
    doc: text(
      "Caches responses with a `Vary` header, telling variants apart by `Accept-Encoding`, `Referer` and `Origin`. While off, such responses are not cached at all.",
      "缓存带 `Vary` 头的响应，按 `Accept-Encoding`、`Referer` 和 `Origin` 区分变体。关闭时这类响应完全不缓存。",
    ),
    link: manual("6.2.1", "process-vary"),
    ok: ["process-vary on", "process-vary off"],
    bad: [],
  },
  {
    name: "total-max-size",
    args: shape(value("megabytes", integer({ min: 1, max: 4095, unit: "MB" }))),
    since: "1.8",
    doc: text(
      "Memory for the cache in megabytes, at most 4095. Required in every `cache` section.",
      "缓存使用的内存，单位 MB，最大 4095。每个 `cache` 段都必须设置。",
    ),
    link: manual("6.2.1", "total-max-size"),
    ok: ["total-max-size 4", "total-max-size 4095"],
    bad: ["total-max-size", "total-max-size 4096", "total-max-size 0"],
  },
  {
    name: "early-hints",
    args: shape(
      value("choice", choice(["on", "off", "only"])),
      maybe(fixed("ratio"), value("ratio", integer({ min: 1, max: 99, unit: "%" }))),
    ),
    exact: true,
    default: "off",
    since: "3.5",
    doc: text(
      "Answers a miss with 103 Early Hints from remembered `Link` headers, so that browsers fetch resources early. `only` stores nothing but hints; `ratio` reserves space for them.",
      "未命中时用记住的 `Link` 头返回 103 Early Hints，让浏览器提前获取资源。`only` 表示只存提示；`ratio` 为其预留空间。",
    ),
    link: manual("6.2.1", "early-hints"),
    ok: ["early-hints on", "early-hints on ratio 25", "early-hints only"],
    bad: ["early-hints on ratio 100"],
  },
];

/** `http-errors` */
export const httpErrors: readonly Keyword[] = [
  {
    name: "errorfile",
    repeat: true,
    args: shape(value("code", errorStatus()), value("file", file())),
    since: "2.2",
    doc: text(
      "File with the complete HTTP response for one status code, status line and headers included. Read once at startup; an absolute path is best.",
      "某个状态码对应的完整 HTTP 响应文件，含状态行和头部。启动时读取一次，建议使用绝对路径。",
    ),
    link: manual("12.4", "errorfile"),
    ok: ["errorfile 503 /dev/null"],
    bad: ["errorfile 503", "errorfile 999 /dev/null", "errorfile"],
  },
];

/** `fcgi-app` */
export const fcgiApp: readonly Keyword[] = [
  {
    name: "acl",
    repeat: true,
    args: lines.acl(),
    since: "2.1",
    doc: text(
      "Condition for use in this section only; ACLs of proxies are not visible here and the other way round.",
      "仅供本段使用的条件；代理中的 ACL 在此不可见，反之亦然。",
    ),
    link: manual("10.1.1", "acl"),
    ok: ["acl is_php path_end .php", "acl from_lan src 192.0.2.0/24"],
    bad: ["acl is_php"],
  },
  {
    name: "docroot",
    args: shape(value("path", word("PATH"))),
    exact: true,
    since: "2.1",
    doc: text(
      "Document root on the host of the application, prefixed to the script name. Required.",
      "应用所在主机上的文档根目录，会加在脚本名之前。必须设置。",
    ),
    link: manual("10.1.1", "docroot"),
    ok: ["docroot /var/www/html"],
    bad: ["docroot", "docroot /var/www/html /srv"],
  },
  {
    name: "index",
    args: shape(value("script-name", word("STRING"))),
    exact: true,
    since: "2.1",
    doc: text(
      "Script used when the URI ends with a slash, for example `index.php`. Without it such requests reach the application without a script.",
      "URI 以斜杠结尾时使用的脚本名，例如 `index.php`。",
    ),
    link: manual("10.1.1", "index"),
    ok: ["index index.php"],
    bad: ["index", "index index.php index.html"],
  },
  {
    name: "log-stderr",
    repeat: true,
    args: shape(value("log", logLine())),
    since: "2.1",
    doc: text(
      "Logs what the application writes to its error stream; otherwise that output is dropped.",
      "记录应用写入错误流的内容；否则这些输出会被丢弃。",
    ),
    link: manual("10.1.1", "log-stderr"),
    ok: ["log-stderr global", "log-stderr 127.0.0.1:514 local0"],
    bad: ["log-stderr", "log-stderr 127.0.0.1:514", "log-stderr 127.0.0.1:514 nofacility"],
  },
  {
    name: "pass-header",
    repeat: true,
    args: shape(value("name", header()), maybe(value("condition", condition("http-request")))),
    exact: true,
    since: "2.1",
    doc: text(
      "Hands a request header to the application that is held back by default, above all `Authorization`.",
      "把默认不传递的请求头交给应用，最常见的是 `Authorization`。",
    ),
    link: manual("10.1.1", "pass-header"),
    ok: ["pass-header Authorization", "pass-header Authorization if TRUE"],
    bad: ["pass-header"],
  },
  {
    name: "path-info",
    args: shape(value("regex", regex())),
    exact: true,
    since: "2.1",
    doc: text(
      "Regular expression that splits the path into script name (first group) and `PATH_INFO` (optional second group). Paths with newlines are then rejected.",
      "把路径拆分为脚本名（第一个分组）和 `PATH_INFO`（可选的第二个分组）的正则表达式。设置后，含换行的路径会被拒绝。",
    ),
    link: manual("10.1.1", "path-info"),
    ok: ["path-info ^(/.+\\.php)(/.*)?$", "path-info ^(/.+\\.php)"],
    bad: ["path-info", "path-info ^(/.+\\.php"],
  },
  {
    name: "option get-values",
    negatable: true,
    args: [],
    since: "2.1",
    doc: text(
      "Asks the application at connection start for its limits on requests and multiplexing. Off by default, because many applications, PHP-FPM among them, cope badly.",
      "连接建立时向应用查询其并发请求和多路复用的限制。默认关闭，因为包括 PHP-FPM 在内的许多应用处理不好。",
    ),
    link: manual("10.1.1", "option get-values"),
    ok: ["option get-values", "no option get-values"],
    bad: [],
  },
  {
    name: "option keep-conn",
    negatable: true,
    args: [],
    since: "2.1",
    doc: text(
      "Lets the application keep connections open after a response. On by default; use `no` for applications that leak or hang.",
      "让应用在响应后保持连接。默认开启；对会泄漏或挂起的应用可用 `no` 关闭。",
    ),
    link: manual("10.1.1", "option keep-conn"),
    ok: ["option keep-conn", "no option keep-conn"],
    bad: [],
  },
  {
    name: "option max-reqs",
    negatable: true,
    args: shape(value("reqs", integer({ min: 1 }))),
    default: "1",
    since: "2.1",
    doc: text(
      "Concurrent requests the application accepts on one connection; values above 1 are refused without `option mpxs-conns`.",
      "应用在单个连接上可接受的并发请求数；没有 `option mpxs-conns` 时，大于 1 的值会被拒绝。",
    ),
    link: manual("10.1.1", "option max-reqs"),
    ok: ["option max-reqs 1"],
    bad: ["option max-reqs 0", "option max-reqs"],
  },
  {
    name: "option mpxs-conns",
    negatable: true,
    args: [],
    since: "2.1",
    doc: text(
      "Declares that the application can handle several requests at once on one connection. Few can, so it is off by default.",
      "声明应用可在一个连接上同时处理多个请求。支持的应用很少，因此默认关闭。",
    ),
    link: manual("10.1.1", "option mpxs-conns"),
    ok: ["option mpxs-conns", "no option mpxs-conns"],
    bad: [],
  },
  {
    name: "set-param",
    repeat: true,
    args: shape(
      value("name", word("STRING")),
      value("fmt", logFormat("http-request")),
      maybe(value("condition", condition("http-request"))),
    ),
    since: "2.1",
    doc: text(
      "Sets a FastCGI parameter from a log format string, also overriding built-in ones. Empty results are skipped.",
      "用日志格式字符串设置一个 FastCGI 参数，也可覆盖内置参数。结果为空时跳过。",
    ),
    link: manual("10.1.1", "set-param"),
    ok: ["set-param REDIRECT_STATUS 200", 'set-param PHP_VALUE "memory_limit=%[int(64)]M" if TRUE'],
    bad: ["set-param", "set-param NAME"],
  },
];

/** `log-forward` */
export const logForward: readonly Keyword[] = [
  {
    name: "backlog",
    args: shape(value("conns", integer())),
    since: "2.3",
    doc: text(
      "Length of the kernel queue for incoming TCP log connections.",
      "传入的 TCP 日志连接在内核中的排队长度。",
    ),
    link: manual("12.6", "backlog"),
    ok: ["backlog 1024"],
    bad: ["backlog"],
  },
  {
    name: "bind",
    repeat: true,
    args: lines.datagramBind(),
    exact: true,
    since: "2.3",
    doc: text(
      "TCP address on which log messages are received, with TLS options if wanted. Message framing is detected automatically.",
      "接收日志消息的 TCP 地址，可带 TLS 选项。消息分帧方式会自动识别。",
    ),
    link: manual("12.6", "bind"),
    ok: ["bind 127.0.0.1:15141", "bind 127.0.0.1:15141 maxconn 50"],
    bad: [],
  },
  {
    name: "dgram-bind",
    repeat: true,
    args: lines.datagramBind(),
    since: "2.3",
    doc: text(
      "UDP address on which log messages are received. Enlarge the socket buffer with `tune.rcvbuf.frontend` when messages get lost.",
      "接收日志消息的 UDP 地址。丢失消息时可用 `tune.rcvbuf.frontend` 加大套接字缓冲。",
    ),
    link: manual("12.6", "dgram-bind"),
    ok: ["dgram-bind 127.0.0.1:15142", "dgram-bind :15142 transparent"],
    bad: ["dgram-bind 127.0.0.1"],
  },
  {
    name: "log",
    repeat: true,
    args: shape(value("log", logLine())),
    since: "2.3",
    doc: text(
      "Target to which the received messages go. Several lines send copies; `sample` distributes them instead. Without `format` the incoming format is kept.",
      "接收到的消息发往的目标。多行表示各发一份；用 `sample` 则改为分摊。不写 `format` 时保持原格式。",
    ),
    link: manual("12.6", "log"),
    ok: ["log global", "log 127.0.0.1:10001 sample 1:2 local0", "log ring@ri format rfc5424 local0"],
    bad: ["log", "log 127.0.0.1:514", "log 127.0.0.1:514 nofacility"],
  },
  {
    name: "maxconn",
    args: shape(value("conns", integer())),
    default: "10",
    since: "2.3",
    doc: text(
      "Number of concurrent TCP connections from log senders. The default is low; raise it for more than ten senders.",
      "日志发送端的 TCP 并发连接数。默认值较低，发送端超过十个时应调大。",
    ),
    link: manual("12.6", "maxconn"),
    ok: ["maxconn 200"],
    bad: ["maxconn"],
  },
  {
    name: "timeout client",
    args: shape(value("timeout", time())),
    since: "2.3",
    doc: text(
      "Time after which silent TCP log senders are disconnected. Choose it long, since quiet senders are normal.",
      "TCP 日志发送端静默多久后断开。安静的发送端很常见，应取较大的值。",
    ),
    link: manual("12.6", "timeout client"),
    ok: ["timeout client 1h"],
    bad: ["timeout client", "timeout client slow"],
  },
  {
    name: "option assume-rfc6587-ntf",
    negatable: true,
    defaultable: "3.4",
    args: [],
    exact: true,
    since: "3.2",
    doc: text(
      "Treats TCP input as separated by line ends, never by octet counts. For senders whose messages start with unusual characters.",
      "把 TCP 输入一律按换行分隔处理，不使用字节计数分帧。用于消息开头字符不规范的发送端。",
    ),
    link: manual("12.6", "option assume-rfc6587-ntf"),
    ok: ["option assume-rfc6587-ntf"],
    bad: ["option assume-rfc6587-ntf on"],
  },
  {
    name: "option dont-parse-log",
    negatable: true,
    defaultable: "3.4",
    args: [],
    exact: true,
    since: "3.2",
    doc: text(
      "Forwards messages as they come, without understanding their syslog header. Use it with `format raw` on the target, for senders that follow no standard.",
      "原样转发消息，不解析其 syslog 头。应与目标上的 `format raw` 同用，适合不遵循标准的发送端。",
    ),
    link: manual("12.6", "option dont-parse-log"),
    ok: ["option dont-parse-log"],
    bad: ["option dont-parse-log on"],
  },
  {
    name: "option host",
    negatable: true,
    defaultable: "3.4",
    args: shape(value("choice", choice(["replace", "fill", "keep", "append"]))),
    default: "fill",
    since: "3.2",
    doc: text(
      "How the host name of forwarded messages is filled: keep it, replace it with the sender's address, add that to it, or fill it only when empty.",
      "转发消息时如何填写主机名：保留、替换为发送端地址、附加发送端地址，或仅在为空时填入。",
    ),
    link: manual("12.6", "option host"),
    ok: ["option host fill", "option host replace", "option host append"],
    bad: ["option host", "option host drop"],
  },
];

/** `log-profile` */
export const logProfile: readonly Keyword[] = [
  {
    name: "log-tag",
    args: shape(value("string", word("STRING"))),
    since: "3.1",
    doc: text(
      "Program name in the syslog header for logs using this profile, in place of the one of the proxy.",
      "使用本配置的日志在 syslog 头中的程序名，取代代理自身的设置。",
    ),
    link: manual("8.3.5", "log-tag"),
    ok: ["log-tag edge"],
    bad: ["log-tag"],
  },
  {
    name: "on",
    repeat: true,
    args: shape(
      value("step", word("STEP")),
      either(
        [fixed("drop")],
        [maybe(fixed("format"), value("format", logFormat("log"))), maybe(fixed("sd"), value("sd", logFormat("log")))],
      ),
    ),
    since: "3.1",
    doc: text(
      "Format, structured data or `drop` for one logging step, for example `error` or `close`. `any` covers all steps without a line of their own.",
      "为某个日志步骤（如 `error` 或 `close`）指定格式、结构化数据或 `drop`。`any` 适用于没有单独设置的所有步骤。",
    ),
    link: manual("8.3.5", "on"),
    ok: ['on error format "%ci: error"', "on connect drop", 'on any format "%HM %HU" sd "-"'],
    bad: ["on"],
  },
];

/** `traces` */
export const traces: readonly Keyword[] = [
  {
    name: "trace",
    repeat: true,
    args: shape(value("source", word("SOURCE")), many(value("args", word("ARGUMENT")))),
    since: "3.1",
    doc: text(
      "Sets up one trace source: where it writes, how much it says and when it starts, as with `trace` on the CLI. Slows traffic down; for debugging only.",
      "设置一个 trace 源：输出到哪里、详细程度以及何时开始，语法与 CLI 的 `trace` 相同。会拖慢流量，仅用于调试。",
    ),
    link: manual("12.1", "trace"),
    ok: ["trace h1 sink ri level user verbosity minimal", "trace h2 sink stderr level error start now"],
    bad: [],
  },
];

/** `crt-store` */
export const crtStore: readonly Keyword[] = [
  {
    name: "crt-base",
    args: shape(value("dir", word("FOLDER"))),
    since: "3.0",
    doc: text(
      "Directory put before relative certificate names of this store. The global `crt-base` does not apply here.",
      "为本存储中的相对证书文件名补上的目录。全局的 `crt-base` 在此不起作用。",
    ),
    link: manual("12.7", "crt-base"),
    ok: ["crt-base /etc/ssl/certs"],
    bad: ["crt-base"],
  },
  {
    name: "key-base",
    args: shape(value("dir", word("FOLDER"))),
    since: "3.0",
    doc: text(
      "Directory put before relative key names of this store. The global `key-base` does not apply here.",
      "为本存储中的相对私钥文件名补上的目录。全局的 `key-base` 在此不起作用。",
    ),
    link: manual("12.7", "key-base"),
    ok: ["key-base /etc/ssl/private"],
    bad: ["key-base"],
  },
  {
    name: "load",
    repeat: true,
    args: shape(value("options", loadLine())),
    since: "3.0",
    doc: text(
      "Loads one certificate with its companion files and options, and can give it an alias. Use the same path or `@store/alias` on `bind` lines.",
      "加载一个证书及其配套文件和选项，并可指定别名。在 `bind` 行上用相同路径或 `@store/alias` 引用。",
    ),
    link: manual("12.7", "load"),
    ok: [],
    bad: ["load", "load key a.key"],
  },
];

/** `acme` */
export const acme: readonly Keyword[] = [
  {
    name: "account-key",
    args: shape(value("filename", file())),
    since: "3.2",
    doc: text(
      "File with the account key. If it does not exist, a new key is generated and written there at startup, and even by `haproxy -c`; by default it is named after the section.",
      "存放账户密钥的文件。不存在时会在启动时生成并写入，连 `haproxy -c` 也会如此；默认以段名命名。",
    ),
    link: manual("12.8", "account-key"),
    ok: [],
    bad: ["account-key"],
  },
  {
    name: "acme-vars",
    args: shape(value("string", word("STRING"))),
    since: "3.4",
    doc: text(
      "Free text handed to the external tool that creates DNS records, in the form this tool expects. Only for the DNS challenges.",
      "传给创建 DNS 记录的外部工具的自定义内容，格式由该工具决定。仅用于 DNS 类验证。",
    ),
    link: manual("12.8", "acme-vars"),
    ok: ['acme-vars "zone=example.com,ttl=60"'],
    bad: ["acme-vars"],
  },
  {
    name: "bits",
    args: shape(value("number", integer())),
    default: "2048",
    since: "3.2",
    doc: text(
      "Size of RSA keys to generate. Large keys take long enough to block a thread noticeably.",
      "生成的 RSA 密钥位数。过大的密钥生成耗时，会明显阻塞线程。",
    ),
    link: manual("12.7.1", "bits"),
    ok: ["bits 2048", "bits 4096"],
    bad: ["bits"],
  },
  {
    name: "challenge",
    args: shape(
      value(
        "challenge",
        word("http-01|dns-01|dns-persist-01", {
          pattern: /^(?:http-01|dns-01|dns-persist-01)$/i,
          expected: text(
            '"{0}" is no challenge: http-01, dns-01 or dns-persist-01',
            '"{0}"不是有效的验证方式：http-01、dns-01 或 dns-persist-01',
          ),
        }),
      ),
    ),
    default: "http-01",
    since: "3.2",
    doc: text(
      "How the domain is proven: `http-01` through a rule on port 80, or a DNS record created by an external tool.",
      "域名验证方式：`http-01` 通过 80 端口上的规则，或由外部工具创建 DNS 记录。",
    ),
    link: manual("12.8", "challenge"),
    ok: ["challenge HTTP-01", "challenge DNS-01"],
    bad: ["challenge", "challenge tls-alpn-01"],
  },
  {
    name: "challenge-ready",
    args: shape(value("choice", commaSeparated(word("WAY")))),
    since: "3.4",
    doc: text(
      "What has to happen before a DNS challenge is submitted: a CLI confirmation, a successful lookup, a delay, or several of these.",
      "提交 DNS 验证之前须满足的条件：CLI 确认、查询成功、延时，或其组合。",
    ),
    link: manual("12.8", "challenge-ready"),
    ok: ["challenge-ready cli,dns", "challenge-ready none"],
    bad: ["challenge-ready"],
  },
  {
    name: "contact",
    args: shape(value("email", word("ADDRESS"))),
    since: "3.2",
    doc: text(
      "E-mail address registered with the account, to which the authority sends notices.",
      "随账户登记的邮箱地址，证书机构会向其发送通知。",
    ),
    link: manual("12.8", "contact"),
    ok: ["contact admin@example.com"],
    bad: ["contact"],
  },
  {
    name: "curves",
    args: shape(value("curve", word("STRING"))),
    default: "P-384",
    since: "3.2",
    doc: text(
      "Curve of the ECDSA keys to generate; only relevant with `keytype ECDSA`.",
      "生成 ECDSA 密钥所用的曲线；只在 `keytype ECDSA` 时有意义。",
    ),
    link: manual("12.7.1", "curves"),
    ok: ["curves P-384", "curves P-256"],
    bad: ["curves"],
  },
  {
    name: "directory",
    args: shape(value("url", word("URL"))),
    since: "3.2",
    doc: text(
      "Directory URL of the authority, required. Try your setup with the staging URL first, because production limits failures.",
      "证书机构的目录 URL，必须设置。应先用测试环境 URL 试运行，因为生产环境限制失败次数。",
    ),
    link: manual("12.8", "directory"),
    ok: ["directory https://acme-staging-v02.api.letsencrypt.org/directory"],
    bad: ["directory"],
  },
  {
    name: "dns-delay",
    args: shape(value("time", time())),
    default: "30s",
    since: "3.4",
    doc: text(
      "Waiting time before a DNS challenge is submitted or between lookups, depending on `challenge-ready`.",
      "提交 DNS 验证前的等待时间，或两次查询之间的间隔，取决于 `challenge-ready`。",
    ),
    link: manual("12.8", "dns-delay"),
    ok: ["dns-delay 30s", "dns-delay 5m"],
    bad: ["dns-delay", "dns-delay soon"],
  },
  {
    name: "dns-timeout",
    args: shape(value("time", time())),
    default: "600s",
    since: "3.4",
    doc: text(
      "Longest time spent waiting for the DNS record to appear before the challenge is given up.",
      "等待 DNS 记录出现的最长时间，超过则放弃本次验证。",
    ),
    link: manual("12.8", "dns-timeout"),
    ok: ["dns-timeout 10m"],
    bad: ["dns-timeout", "dns-timeout soon"],
  },
  {
    name: "eab-key-id",
    args: shape(value("filename", file())),
    since: "3.4",
    doc: text(
      "File with the key identifier for external account binding, issued by authorities that require it. Needed only when the account is created.",
      "存放外部账户绑定（EAB）密钥标识的文件，由要求 EAB 的机构提供。只在创建账户时需要。",
    ),
    link: manual("12.8", "eab-key-id"),
    ok: [],
    bad: ["eab-key-id"],
  },
  {
    name: "eab-mac-key",
    args: shape(value("filename", file())),
    since: "3.4",
    doc: text(
      "File with the base64url MAC key for external account binding. Needed only when the account is created.",
      "存放外部账户绑定（EAB）所用 base64url 编码 MAC 密钥的文件。只在创建账户时需要。",
    ),
    link: manual("12.8", "eab-mac-key"),
    ok: [],
    bad: ["eab-mac-key"],
  },
  {
    name: "eab-mac-alg",
    args: shape(value("choice", choice(["HS256", "HS384", "HS512"]))),
    default: "HS256",
    since: "3.4",
    doc: text(
      "Algorithm that signs the external account binding. Many authorities accept nothing but the default.",
      "对外部账户绑定签名所用的算法。许多机构只接受默认值。",
    ),
    link: manual("12.8", "eab-mac-alg"),
    ok: ["eab-mac-alg HS256", "eab-mac-alg HS512"],
    bad: ["eab-mac-alg", "eab-mac-alg MD5"],
  },
  {
    name: "keytype",
    args: shape(value("choice", choice(["RSA", "ECDSA"]))),
    default: "ECDSA",
    since: "3.2",
    doc: text(
      "Kind of key generated for certificates, `RSA` or `ECDSA`. ECDSA is the default and much cheaper in handshakes.",
      "为证书生成的密钥类型，`RSA` 或 `ECDSA`。默认 ECDSA，握手开销也小得多。",
    ),
    link: manual("12.7.1", "keytype"),
    ok: ["keytype RSA", "keytype ECDSA"],
    bad: ["keytype", "keytype DSA"],
  },
  {
    name: "map",
    repeat: true,
    args: shape(value("map", word("MAP"))),
    since: "3.2",
    doc: text(
      "Map that receives token and thumbprint during a challenge, so that an `http-request return` rule can answer it. Usually a virtual one like `virt@acme`.",
      "验证期间写入令牌与指纹的 map，供 `http-request return` 规则应答。通常用 `virt@acme` 这样的虚拟 map。",
    ),
    link: manual("12.8", "map"),
    ok: [],
    bad: ["map"],
  },
  {
    name: "profile",
    args: shape(value("string", word("STRING"))),
    since: "3.4",
    doc: text(
      "Certificate profile requested from the authority, for example `shortlived`. Names are defined by the authority and may be refused by it.",
      "向证书机构请求的证书配置名，例如 `shortlived`。名称由机构定义，可能被其拒绝。",
    ),
    link: manual("12.8", "profile"),
    ok: ["profile shortlived"],
    bad: ["profile"],
  },
  {
    name: "provider-name",
    args: shape(value("string", word("STRING"))),
    since: "3.4",
    doc: text(
      "Name of the DNS provider for the external tool that creates the records. Only for the DNS challenges.",
      "传给创建 DNS 记录的外部工具的 DNS 服务商名称。仅用于 DNS 类验证。",
    ),
    link: manual("12.8", "provider-name"),
    ok: ["provider-name route53"],
    bad: ["provider-name"],
  },
  {
    name: "reuse-key",
    args: shape(value("choice", choice(["on", "off"]))),
    default: "off",
    since: "3.3",
    doc: text(
      "Keeps the old private key at renewal. Useful with slow RSA keys, but rotate the key by hand from time to time.",
      "续期时沿用原私钥。适合生成缓慢的大 RSA 密钥，但应不时手动更换。",
    ),
    link: manual("12.8", "reuse-key"),
    ok: ["reuse-key on", "reuse-key off"],
    bad: ["reuse-key", "reuse-key yes"],
  },
];

/** `healthcheck` */
export const healthcheck: readonly Keyword[] = [
  {
    name: "type",
    args: shape(
      either(
        [fixed("tcp-check")],
        [fixed("httpchk"), many(value("args", word("ARGUMENT")))],
        [fixed("ssl-hello-chk")],
        [fixed("smtpchk"), maybe(value("hello", word("STRING")), value("domain", word("STRING")))],
        [fixed("pgsql-check"), fixed("user"), value("u", word("STRING"))],
        [fixed("redis-check")],
        [
          fixed("mysql-check"),
          maybe(
            fixed("user"),
            value("u", word("STRING")),
            maybe(value("choice", choice(["post-41", "pre-41", "post-80"]))),
          ),
        ],
        [fixed("ldap-check")],
        [fixed("spop-check")],
      ),
    ),
    since: "3.4",
    doc: text(
      "Kind of check, with the same arguments as the proxy option of that name. Required, and to be written before the rules.",
      "检查类型，参数与同名的代理 option 相同。必须设置，并写在各条规则之前。",
    ),
    link: manual("12.9", "type"),
    ok: ["type httpchk GET /health", "type tcp-check", "type mysql-check user check"],
    bad: ["type"],
  },
];

/** `namespace_list` */
export const namespaceList: readonly Keyword[] = [
  {
    name: "namespace",
    repeat: true,
    args: shape(value("name", word("STRING"))),
    since: "1.6",
    doc: text(
      "Name of a network namespace that exists under `/var/run/netns` when HAProxy starts; otherwise the configuration is refused.",
      "一个网络命名空间的名称，HAProxy 启动时须已存在于 `/var/run/netns`，否则配置会被拒绝。",
    ),
    link: manual("3", "namespace"),
    ok: [],
    bad: [],
  },
];
