/** Keywords of the checker `HTTP_GET`. */

import { arg, type Keyword, keywords, optional, optionalRest, rest } from "../../../../schema/spec.ts";
import { address } from "../../../../schema/values/address.ts";
import { bool, oneOf } from "../../../../schema/values/choice.ts";
import { decimal, integer } from "../../../../schema/values/number.ts";
import { word } from "../../../../schema/values/word.ts";
import { text } from "../../../../text/localized.ts";
import { digest, regexOption, regularExpression, statusCode } from "../../values/special.ts";
import { manual } from "../link.ts";
import * as common from "./common.ts";

/** `url { … }`: one page and what it must answer. */
export const httpUrl: readonly Keyword[] = [
  {
    name: "path",
    args: [arg("path", word("PATH"))],
    duplicate: "last-wins-reported",
    required: true,
    duplicateSince: "2.2.8",
    since: "1.1.10",
    doc: text(
      "Request path, query string included. Mandatory; an `url` without it is dropped. Put it in double quotes when it contains `!` or `#`, which would otherwise start a comment.",
      "请求路径，可带查询串。必须填写，缺少时整个 `url` 会被丢弃。含有 `!` 或 `#` 时要加双引号，否则会被当成注释开头。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["path /healthz", 'path "/status?full=1"'],
    bad: [],
  },
  {
    name: "digest",
    args: [arg("bytes", digest)],
    duplicate: "first-wins-reported",
    since: "1.1.10",
    doc: text(
      "MD5 of the expected page body in 32 hex digits, computed with `genhash` against a healthy server. Only for pages that never change: a timestamp, a session token or the next deployment alters the sum, and all real servers go down together. Mostly `status_code` or `regex` is the safer choice.",
      "期望页面正文的 MD5，32 位十六进制，可对正常的服务器用 `genhash` 计算。只适合永不变化的页面：时间戳、会话令牌或下一次发布都会改变摘要，导致所有真实服务器同时被摘除。多数情况下 `status_code` 或 `regex` 更稳妥。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["digest d41d8cd98f00b204e9800998ecf8427e"],
    bad: ["digest d41d8cd98f00b204", "digest zz1d8cd98f00b204e9800998ecf8427e"],
  },
  {
    name: "status_code",
    args: [optionalRest("code", statusCode)],
    repeat: true,
    default: "200-299",
    since: "1.1.10",
    doc: text(
      "HTTP codes that count as healthy, single or as ranges, several per line; more lines add to the list. Redirects are not followed: if the page answers 301 or 302, either list that code or test the final address. Once set, only the listed codes pass.",
      "视为正常的 HTTP 状态码，可写单个值或范围，一行可写多个，多行会累加。不会跟随重定向：页面返回 301 或 302 时，要么列出该状态码，要么直接检查最终地址。一旦设置，只有列出的状态码算通过。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["status_code 200", "status_code 200-299 301 302"],
    bad: ["status_code 99", "status_code 299-200"],
  },
  {
    name: "virtualhost",
    args: [arg("name", word("NAME"))],
    duplicate: "last-wins-reported",
    duplicateSince: "2.2.8",
    since: "1.3.6",
    doc: text(
      "Host name for this page alone; it wins over the ones set in the checker, the real server and the service.",
      "仅用于该页面的主机名，优先于检查器、真实服务器和虚拟服务器中的设置。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["virtualhost app.example.com"],
    bad: ["virtualhost"],
  },
  {
    name: "regex",
    args: [arg("expression", regularExpression)],
    duplicate: "last-wins-reported",
    duplicateSince: "2.2.8",
    since: "2.0.7",
    doc: text(
      "PCRE2 pattern the page body must contain, for answers whose text matters while other parts vary. Write it as one quoted word and double backslashes where needed, since quotes and escapes are processed. An invalid pattern is only logged: `keepalived -t` stays silent and the page is judged without it.",
      "页面正文必须匹配的 PCRE2 模式，适合关键文字固定而其他部分会变的页面。要写成一个带引号的词，引号与转义会被处理，必要时反斜杠要写两个。模式非法只写日志：`keepalived -t` 不报错，检查时不再使用该模式。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ['regex "status: *ok"'],
    bad: [],
  },
  {
    name: "regex_no_match",
    args: [],
    duplicate: "last-wins-reported",
    duplicateSince: "2.2.8",
    since: "2.0.7",
    doc: text(
      "Turns `regex` around: the page fails when the pattern is found, for instance an error text inside a page that still returns 200. Without `regex` it does nothing.",
      "反转 `regex` 的含义：找到模式就算失败，例如页面仍返回 200 但正文含错误文字。没有 `regex` 时不起作用。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ['regex "database error"\nregex_no_match'],
    bad: [],
  },
  {
    name: "regex_options",
    args: [rest("choice", regexOption)],
    repeat: true,
    since: "2.0.7",
    doc: text(
      "PCRE2 switches for `regex`, for example `caseless` or `multiline`, separated by blanks. Misspelt options are skipped without any message.",
      "`regex` 的 PCRE2 选项，如 `caseless`、`multiline`，以空格分隔。拼错的选项会被忽略，没有任何提示。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ['regex "status: *ok"\nregex_options caseless multiline'],
    bad: [],
  },
  {
    name: "regex_min_offset",
    args: [arg("number", integer({ min: 0, max: 18446744073709552000 }))],
    since: "2.0.7",
    doc: text(
      "Position in the page from which `regex` starts to search, to save work on large pages whose interesting part comes late. Wrong values are only logged.",
      "`regex` 从页面的哪个位置开始查找，页面很大而关键内容靠后时可节省开销。错误的值只写日志。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ['regex "status: *ok"\nregex_min_offset 100'],
    bad: [],
  },
  {
    name: "regex_max_offset",
    args: [arg("number", integer({ min: 0, max: 18446744073709552000 }))],
    since: "2.0.7",
    doc: text(
      "Last position in the page at which a match of `regex` may start; later matches do not count. If it is smaller than `regex_min_offset`, both are ignored with nothing but a log line.",
      "`regex` 匹配的起点在页面中允许的最后位置，更靠后的匹配不算。若小于 `regex_min_offset`，两者都会被忽略，仅有一行日志。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ['regex "status: *ok"\nregex_max_offset 4096'],
    bad: [],
  },
  {
    name: "regex_stack",
    args: [
      arg("start", integer({ min: 0, max: 18446744073709552000 })),
      arg("max", integer({ min: 0, max: 18446744073709552000 })),
    ],
    since: "2.0.7",
    doc: text(
      "Start and maximum size in bytes of the stack for the compiled pattern. Only complicated expressions that fail for lack of memory need it.",
      "编译后模式所用栈的初始大小与最大大小（字节）。只有复杂表达式因内存不足而失败时才需要。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ['regex "status: *ok"\nregex_stack 32768 524288'],
    bad: [],
  },
];

/** `HTTP_GET { … }`: a page answers (keepalived/check/check_http.c). */
export const httpGet: readonly Keyword[] = [
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
  common.connectTimeout,
  { ...common.fwmark, since: "1.2.13" },
  {
    name: "retry",
    args: [arg("number", integer({ min: 0, max: 4294967295 }))],
    default: text("the value of the real_server, else 1", "取 real_server 的值，否则 1"),
    since: "1.3.7",
    doc: text(
      "Further attempts to fetch a failing page before the real server is taken out; `0` reacts to the first failure. It applies only to a server that is up: a failed one returns when all its pages pass again.",
      "页面检查失败后、摘除真实服务器之前再尝试获取几次；`0` 表示首次失败就摘除。只对在线的服务器有效：故障服务器要等所有页面重新通过才恢复。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["retry 3", "retry 0"],
    bad: ["retry -1", "retry many"],
  },
  {
    name: "delay_before_retry",
    args: [arg("seconds", decimal({ min: 0, max: 18446744073709.55, places: 6, unit: "s" }))],
    default: text("the value of the real_server, else 3 s", "取 real_server 的值，否则 3 秒"),
    since: "1.1.10",
    doc: text(
      "Pause before a failed page is fetched again. While the server is already down, the longer of this pause and `delay_loop` is used between attempts.",
      "页面检查失败后再次获取之前的间隔。服务器已处于故障状态时，两次尝试之间取该值与 `delay_loop` 中较长者。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["delay_before_retry 2"],
    bad: ["delay_before_retry soon", "delay_before_retry -1"],
  },
  common.warmup,
  common.delayLoop,
  common.alpha,
  common.logAllFailures,
  {
    name: "nb_get_retry",
    args: [arg("number", integer({ min: 0, max: 4294967295 }))],
    since: "1.1.10",
    deprecated: { use: "retry", reported: true },
    doc: text(
      "Old name of `retry`. It still works but is reported each time; rename it to `retry`, the value stays the same.",
      "`retry` 的旧名。仍然有效，但每次都会提示已弃用；改名为 `retry` 即可，取值不变。",
    ),
    link: manual("Virtual_server(s)"),
    ok: [],
    bad: ["nb_get_retry 3"],
  },
  {
    name: "virtualhost",
    args: [arg("name", word("NAME"))],
    duplicate: "last-wins-reported",
    duplicateSince: "2.2.8",
    since: "1.3.6",
    doc: text(
      "Host name for the `Host` header of all pages of this check, unless a `url` sets its own. Without any the address and port of the real server are sent, and name based servers answer with their default site.",
      "该检查所有页面使用的 `Host` 头主机名，`url` 里可再单独覆盖。都没设置时发送真实服务器的地址和端口，按域名区分的服务器会返回默认站点。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["virtualhost www.example.com"],
    bad: ["virtualhost"],
  },
  {
    name: "http_protocol",
    args: [arg("choice", oneOf(["1.0", "1.1", "1.0C", "1.0c"]))],
    default: "1.0",
    since: "2.0.17",
    doc: text(
      "HTTP version of the request. `1.1` and `1.0C` also ask the server to close the connection. Use `1.1` for servers that refuse the old version, but mind that they may then answer in chunks, and the chunk headers become part of what `digest` and `regex` see.",
      "请求使用的 HTTP 版本。`1.1` 与 `1.0C` 还会要求服务器关闭连接。服务器拒绝旧版本时用 `1.1`，但此时可能返回分块编码，分块头会混入 `digest` 和 `regex` 所处理的内容。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["http_protocol 1.1"],
    bad: ["http_protocol 2", "http_protocol"],
  },
  {
    name: "enable_sni",
    args: [optional("switch", bool())],
    default: "off",
    since: "1.4.3",
    doc: text(
      "Sends the host name during the TLS handshake. It belongs to `SSL_GET`; plain `HTTP_GET` has no handshake and accepts the word without effect.",
      "在 TLS 握手中发送主机名。它用于 `SSL_GET`；明文的 `HTTP_GET` 没有握手，写了也不起作用。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["enable_sni"],
    bad: ["enable_sni maybe"],
  },
  {
    name: "sni_name",
    args: [optional("name", word("NAME"))],
    since: "2.4.4",
    doc: text(
      "Name to send by SNI when it differs from `virtualhost`. It matters only for `SSL_GET`; `HTTP_GET` merely accepts the word. Too new for most installed versions, which report it as unknown.",
      "SNI 名称与 `virtualhost` 不同时使用。只对 `SSL_GET` 有意义，`HTTP_GET` 仅接受该关键字。非常新，多数已安装的版本会报未知关键字。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["sni_name www.example.com"],
    bad: [],
  },
  {
    name: "fast_recovery",
    args: [optional("switch", bool())],
    default: "off",
    since: "2.0.17",
    doc: text(
      "Checks all `url` entries in a row when the server starts up or recovers, instead of one per `delay_loop`. Wanted with many pages, where a recovered server would otherwise wait minutes before it returns.",
      "服务器启动或恢复时连续检查所有 `url`，而不是每个 `delay_loop` 检查一个。页面较多时很有用，否则恢复的服务器可能要等几分钟才能重新上线。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["fast_recovery"],
    bad: ["fast_recovery maybe"],
  },
  {
    name: "url",
    args: [],
    body: keywords(httpUrl),
    repeat: true,
    required: true,
    since: "1.1.10",
    doc: text(
      "One page to fetch, with its `path` and what counts as a good answer. Repeat the block for more pages: all must pass, and they are checked one after the other.",
      "要获取的一个页面，写明 `path` 以及怎样算正常应答。可重复写多个块：必须全部通过，并且逐个依次检查。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["url {\n    path /healthz\n    status_code 200\n}"],
    bad: ["url {\n    status_code 200\n}"],
  },
];
