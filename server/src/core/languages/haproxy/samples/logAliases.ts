/** Aliases of log formats: `%ci` (manual, section 8.2.6; src/log.c: logformat_aliases). */
import { text } from "../../../text/localized.ts";
import { aliasEntries } from "./aliasTable.ts";

export const logAliases = aliasEntries([
  {
    name: "ac",
    sample: "132",
    expression: "%[act_conn]",
    since: "1.5",
    doc: text(
      "Connections open in the whole process when the line was written. Close to the global `maxconn` it means the process is full.",
      "写日志时整个进程的连接数。接近全局 `maxconn` 说明进程已满。",
    ),
  },
  {
    name: "B",
    sample: "2750",
    expression: "%[res.bytes_in]",
    since: "1.5",
    doc: text(
      "Bytes sent to the client, headers included. A leading `+` means that the transfer was still going on (`option logasap`).",
      "发给客户端的字节数，含头部。前面有 `+` 表示传输仍在进行（`option logasap`）。",
    ),
  },
  {
    name: "b",
    sample: "app",
    expression: "%[be_name]",
    since: "1.5",
    doc: text(
      "Name of the backend that was chosen; the frontend's own name if none was reached.",
      "选中的后端名称；未到达后端时为前端自身的名称。",
    ),
  },
  {
    name: "bc",
    sample: "17",
    expression: "%[be_conn]",
    since: "1.5",
    doc: text(
      "Connections handled by the backend when the line was written, queued ones included.",
      "写日志时后端处理的连接数，含排队的。",
    ),
  },
  {
    name: "bi",
    sample: "10.0.0.2",
    expression: "%[bc_src]",
    since: "1.5",
    doc: text(
      "Local address that HAProxy used to connect to the server; `-` without a server connection.",
      "HAProxy 连接服务器时使用的本地地址；没有服务器连接时为 `-`。",
    ),
  },
  {
    name: "bp",
    sample: "40312",
    expression: "%[bc_src_port]",
    since: "1.5",
    doc: text(
      "Local port that HAProxy used to connect to the server. Helps to find the connection in captures on the server.",
      "HAProxy 连接服务器时使用的本地端口，便于在服务器抓包中找到该连接。",
    ),
  },
  {
    name: "bq",
    sample: "0",
    expression: "%[bc_be_queue]",
    since: "1.5",
    doc: text(
      "Requests that were ahead of this one in the backend's queue. Above 0 all servers were full.",
      "在后端队列中排在此请求之前的请求数。大于 0 说明所有服务器已满。",
    ),
  },
  {
    name: "CC",
    sample: "sid=a81fc2",
    http: true,
    since: "1.5",
    doc: text(
      "Cookie captured from the request by `capture cookie`, as name=value; `-` if none. HTTP mode only: an error in `mode tcp` before 3.1.",
      "由 `capture cookie` 从请求中捕获的 Cookie（名称=值），没有则为 `-`。仅 HTTP 模式：3.1 之前在 `mode tcp` 中会报错。",
    ),
  },
  {
    name: "ci",
    sample: "192.0.2.7",
    expression: "%[src]",
    since: "1.5",
    doc: text(
      "Client address of the connection, or the one given by a PROXY header; `unix` for UNIX sockets. Behind another proxy capture a header instead.",
      "连接的客户端地址，或 PROXY 头给出的地址；UNIX 套接字为 `unix`。前面还有代理时应改为捕获头部。",
    ),
  },
  {
    name: "cp",
    sample: "51824",
    expression: "%[src_port]",
    since: "1.5",
    doc: text(
      "Client port of the connection. Often needed with the address to identify users behind large NATs.",
      "连接的客户端端口。在大型 NAT 之后常需与地址一起才能确定用户。",
    ),
  },
  {
    name: "CS",
    sample: "SRV=s1",
    http: true,
    since: "1.5",
    doc: text(
      "Cookie captured from the response by `capture cookie`, as name=value; `-` if none. HTTP mode only: an error in `mode tcp` before 3.1.",
      "由 `capture cookie` 从响应中捕获的 Cookie（名称=值），没有则为 `-`。仅 HTTP 模式：3.1 之前在 `mode tcp` 中会报错。",
    ),
  },
  {
    name: "f",
    sample: "www",
    expression: "%[fe_name]",
    since: "1.5",
    doc: text(
      "Name of the frontend that accepted the connection; `%ft` also marks TLS.",
      "接受连接的前端名称；`%ft` 还会标出 TLS。",
    ),
  },
  {
    name: "fc",
    sample: "41",
    expression: "%[fe_conn]",
    since: "1.5",
    doc: text(
      "Connections open in the frontend when the line was written; compare with its `maxconn`.",
      "写日志时前端的连接数，可与其 `maxconn` 比较。",
    ),
  },
  {
    name: "fi",
    sample: "192.0.2.20",
    expression: "%[dst]",
    since: "1.5",
    doc: text(
      "Address that the client connected to, which tells several listening addresses apart.",
      "客户端连接的目的地址，可区分多个监听地址。",
    ),
  },
  {
    name: "fp",
    sample: "443",
    expression: "%[dst_port]",
    since: "1.5",
    doc: text(
      "Port that the client connected to, usually that of the `bind` line.",
      "客户端连接的目的端口，通常就是 `bind` 行的端口。",
    ),
  },
  {
    name: "ft",
    sample: "www~",
    since: "1.5",
    doc: text(
      "Name of the frontend, with `~` appended when the connection came over TLS.",
      "前端名称，通过 TLS 进入的连接会附加 `~`。",
    ),
  },
  {
    name: "H",
    sample: "lb1",
    expression: "%[hostname]",
    since: "1.5",
    doc: text(
      "Host name of the machine running HAProxy, for logs collected from several balancers.",
      "运行 HAProxy 的主机名，便于汇总多台负载均衡器的日志。",
    ),
  },
  {
    name: "HM",
    sample: "GET",
    http: true,
    since: "1.6",
    doc: text(
      "HTTP method of the request. HTTP mode only: an error in `mode tcp` before 3.1.",
      "请求的 HTTP 方法。仅 HTTP 模式：3.1 之前在 `mode tcp` 中会报错。",
    ),
  },
  {
    name: "HP",
    sample: "/img/logo.png",
    http: true,
    since: "1.6",
    doc: text(
      "Request URI without the query string; may begin with scheme and host if the client sent an absolute one, as in HTTP/2. HTTP mode only: an error in `mode tcp` before 3.1.",
      "不含查询串的请求 URI；客户端发送绝对地址时（如 HTTP/2）可能以协议和主机开头。仅 HTTP 模式：3.1 之前在 `mode tcp` 中会报错。",
    ),
  },
  {
    name: "HPO",
    sample: "/img/logo.png",
    http: true,
    since: "2.4",
    doc: text(
      "Path alone, never with host or query string, the same for HTTP/1 and HTTP/2. HTTP mode only: an error in `mode tcp` before 3.1.",
      "仅路径，不含主机和查询串，HTTP/1 与 HTTP/2 一致。仅 HTTP 模式：3.1 之前在 `mode tcp` 中会报错。",
    ),
  },
  {
    name: "HQ",
    sample: "?v=2",
    http: true,
    since: "1.6",
    doc: text(
      "Query string with its question mark, empty if there is none. May contain secrets such as tokens. HTTP mode only: an error in `mode tcp` before 3.1.",
      "带问号的查询串，没有则为空。可能含令牌等敏感信息。仅 HTTP 模式：3.1 之前在 `mode tcp` 中会报错。",
    ),
  },
  {
    name: "hr",
    sample: "{www.example.com|curl/8.5.0}",
    since: "1.5",
    doc: text(
      "Captured request headers in braces, separated by `|`. Disappears with its braces when nothing is captured, which shifts the following fields.",
      "花括号中的捕获请求头，以 `|` 分隔。没有捕获时连花括号一起消失，后面的字段会前移。",
    ),
  },
  {
    name: "hrl",
    sample: "www.example.com curl/8.5.0",
    since: "1.5",
    doc: text(
      "Captured request headers as separate words, as in CLF; quote them with `%{+Q}`.",
      "以独立单词列出的捕获请求头（CLF 风格），可用 `%{+Q}` 加引号。",
    ),
  },
  {
    name: "hs",
    sample: "{text/html}",
    since: "1.5",
    doc: text(
      "Captured response headers in braces, separated by `|`. Disappears with its braces when nothing is captured.",
      "花括号中的捕获响应头，以 `|` 分隔。没有捕获时连花括号一起消失。",
    ),
  },
  {
    name: "hsl",
    sample: "text/html",
    since: "1.5",
    doc: text(
      "Captured response headers as separate words, as in CLF; quote them with `%{+Q}`.",
      "以独立单词列出的捕获响应头（CLF 风格），可用 `%{+Q}` 加引号。",
    ),
  },
  {
    name: "HU",
    sample: "/img/logo.png?v=2",
    http: true,
    since: "1.6",
    doc: text(
      "Request URI with the query string as the client sent it. HTTP mode only: an error in `mode tcp` before 3.1.",
      "客户端发送的请求 URI，含查询串。仅 HTTP 模式：3.1 之前在 `mode tcp` 中会报错。",
    ),
  },
  {
    name: "HV",
    sample: "HTTP/1.1",
    http: true,
    since: "1.6",
    doc: text(
      "HTTP version of the request, such as `HTTP/1.1` or `HTTP/2.0`. HTTP mode only: an error in `mode tcp` before 3.1.",
      "请求的 HTTP 版本，如 `HTTP/1.1`、`HTTP/2.0`。仅 HTTP 模式：3.1 之前在 `mode tcp` 中会报错。",
    ),
  },
  {
    name: "ID",
    sample: "C0000207:CA70_C0000214:01BB_6985CD06_0024:3835",
    expression: "%[unique-id]",
    since: "1.5",
    doc: text(
      "Unique identifier built by `unique-id-format`, which lets this line be matched with logs of the application; `-` without that setting.",
      "由 `unique-id-format` 生成的唯一标识，便于与应用日志对应；未设置时为 `-`。",
    ),
  },
  {
    name: "lc",
    sample: "1842",
    since: "1.6",
    doc: text(
      "Number of lines logged by this frontend so far. Gaps show lost messages.",
      "该前端至今写出的日志行数。出现空缺说明有消息丢失。",
    ),
  },
  {
    name: "ms",
    sample: "533",
    expression: '%[accept_date(ms),ms_utime("%3N")]',
    since: "1.5",
    doc: text(
      "Milliseconds part (000 to 999) of the accept time, to be put after a date without fractions.",
      "接受时间的毫秒部分（000 到 999），可接在不带小数的日期之后。",
    ),
  },
  {
    name: "o",
    sample: "",
    since: "1.5",
    doc: text(
      "Prints nothing itself; its flags in braces apply to all following items of the format, as in `%{+Q}o`.",
      "本身不输出内容；花括号中的标志作用于其后所有项目，例如 `%{+Q}o`。",
    ),
  },
  {
    name: "OG",
    sample: "txn_close",
    since: "3.1",
    doc: text(
      "Moment at which the line was produced, such as `txn_accept`, `txn_request` or `txn_close`; useful with `log-steps` and `option logasap`.",
      "产生该行的时机，如 `txn_accept`、`txn_request`、`txn_close`；配合 `log-steps` 和 `option logasap` 有用。",
    ),
  },
  {
    name: "pid",
    sample: "14389",
    expression: "%[pid]",
    since: "1.5",
    doc: text(
      "Process ID of the worker that wrote the line; changes with every reload.",
      "写出该行的工作进程 ID，每次重载都会变化。",
    ),
  },
  {
    name: "r",
    sample: "GET /img/logo.png?v=2 HTTP/1.1",
    http: true,
    since: "1.5",
    doc: text(
      "Complete request line with method, URI and version. It may contain quotes, so place it last and quoted. HTTP mode only: an error in `mode tcp` before 3.1.",
      "完整请求行，含方法、URI 和版本。可能含引号，应放在最后并加引号。仅 HTTP 模式：3.1 之前在 `mode tcp` 中会报错。",
    ),
  },
  {
    name: "rc",
    sample: "0",
    expression: "%[txn.redispatched,iif(+,)]%[txn.conn_retries]",
    since: "1.5",
    doc: text(
      "Connection retries to the server; a leading `+` means that the request was finally given to another server.",
      "到服务器的连接重试次数；前面有 `+` 表示最终改派到另一台服务器。",
    ),
  },
  {
    name: "rt",
    sample: "36",
    expression: "%[txn.id32]",
    since: "1.5",
    doc: text("Running number of the request or TCP session within the process.", "请求或 TCP 会话在进程内的流水号。"),
  },
  {
    name: "s",
    sample: "s1",
    expression: "%[srv_name]",
    since: "1.5",
    doc: text(
      "Name of the server that handled the request; `<NOSRV>` if none was reached, `<STATS>` and the like for internal answers.",
      "处理请求的服务器名称；未到达服务器为 `<NOSRV>`，内部应答为 `<STATS>` 等。",
    ),
  },
  {
    name: "sc",
    sample: "6",
    since: "1.5",
    doc: text(
      "Connections open on the server when the line was written; compare with the server's `maxconn`.",
      "写日志时该服务器上的连接数，可与其 `maxconn` 比较。",
    ),
  },
  {
    name: "si",
    sample: "10.0.0.11",
    expression: "%[bc_dst]",
    since: "1.5",
    doc: text(
      "Address of the server that the connection went to, useful with DNS-resolved servers.",
      "连接所到服务器的地址，对通过 DNS 解析的服务器有用。",
    ),
  },
  {
    name: "sp",
    sample: "8080",
    expression: "%[bc_dst_port]",
    since: "1.5",
    doc: text(
      "Port of the server that the connection went to; `-` without a connection.",
      "连接所到服务器的端口；没有连接时为 `-`。",
    ),
  },
  {
    name: "sq",
    sample: "0",
    expression: "%[bc_srv_queue]",
    since: "1.5",
    doc: text(
      "Requests that were ahead of this one in the queue of its server. Above 0 the server's `maxconn` was reached.",
      "在该服务器队列中排在此请求之前的请求数。大于 0 说明达到了服务器的 `maxconn`。",
    ),
  },
  {
    name: "sslc",
    sample: "TLS_AES_256_GCM_SHA384",
    expression: "%[ssl_fc_cipher]",
    since: "1.5",
    doc: text(
      "Cipher negotiated on the client's TLS connection; `-` if it is not TLS.",
      "客户端 TLS 连接使用的加密套件；没有 TLS 时为 `-`。",
    ),
  },
  {
    name: "sslv",
    sample: "TLSv1.3",
    expression: "%[ssl_fc_protocol]",
    since: "1.5",
    doc: text(
      "TLS version of the client's connection; shows who still uses old versions before you switch them off.",
      "客户端连接的 TLS 版本；停用旧版本之前可看出谁还在使用。",
    ),
  },
  {
    name: "ST",
    sample: "200",
    expression: "%[txn.status]",
    since: "1.5",
    doc: text(
      "HTTP status sent to the client, by the server or by HAProxy; -1 if there was none, 0 in TCP mode.",
      "发给客户端的 HTTP 状态码，来自服务器或 HAProxy；没有则为 -1，TCP 模式为 0。",
    ),
  },
  {
    name: "T",
    sample: "06/Feb/2026:11:14:14 +0000",
    expression: '%[accept_date,utime("%d/%b/%Y:%H:%M:%S %z")]',
    since: "1.5",
    doc: text("Date and time the connection was accepted, in UTC with zone.", "接受连接的时间，UTC，带时区。"),
  },
  {
    name: "t",
    sample: "06/Feb/2026:12:14:14.533",
    expression: '%[accept_date(ms),ms_ltime("%d/%b/%Y:%H:%M:%S.%3N")]',
    since: "1.5",
    doc: text(
      "Time the connection was accepted, local time with milliseconds but no zone.",
      "接受连接的时间，本地时间，带毫秒、不带时区。",
    ),
  },
  {
    name: "Ta",
    sample: "109",
    http: true,
    expression: "%[txn.timer.total]",
    since: "1.7",
    doc: text(
      "Time the request was active, from its first byte to the last byte of the response, without idle time. HTTP mode only: an error in `mode tcp` before 3.1.",
      "请求的活动时间，从其首字节到响应末字节，不含空闲时间。仅 HTTP 模式：3.1 之前在 `mode tcp` 中会报错。",
    ),
  },
  {
    name: "Tc",
    sample: "3",
    expression: "%[bc.timer.connect]",
    since: "1.5",
    doc: text(
      "Time to connect to the server, retries included; -1 if never connected. Near 1000 or 3000 it hints at lost packets.",
      "连接服务器所用时间，含重试；未连上为 -1。接近 1000 或 3000 提示丢包。",
    ),
  },
  {
    name: "Td",
    sample: "27",
    expression: "%[res.timer.data]",
    since: "1.7",
    doc: text("Time to transfer the response body to the client, after the headers.", "响应头之后传输响应正文的时间。"),
  },
  {
    name: "Th",
    sample: "12",
    expression: "%[fc.timer.handshake]",
    since: "1.7",
    doc: text(
      "Time for handshakes before the first request (TLS, PROXY header); 0 on later requests of the connection.",
      "首个请求之前握手所用时间（TLS、PROXY 头）；同一连接的后续请求为 0。",
    ),
  },
  {
    name: "Ti",
    sample: "110",
    http: true,
    expression: "%[req.timer.idle]",
    since: "1.7",
    doc: text(
      "Idle time between handshake or previous response and the first byte of the request. Large with keep-alive and no fault. HTTP mode only: an error in `mode tcp` before 3.1.",
      "从握手或上一响应结束到请求首字节的空闲时间。长连接时较大，并非故障。仅 HTTP 模式：3.1 之前在 `mode tcp` 中会报错。",
    ),
  },
  {
    name: "Tl",
    sample: "06/Feb/2026:12:14:14 +0100",
    expression: '%[accept_date,ltime("%d/%b/%Y:%H:%M:%S %z")]',
    since: "1.5",
    doc: text("Date and time the connection was accepted, local time with zone.", "接受连接的时间，本地时间，带时区。"),
  },
  {
    name: "Tq",
    sample: "132",
    http: true,
    expression: "%[req.timer.tq]",
    since: "1.5",
    doc: text(
      "Sum of `%Th`, `%Ti` and `%TR`. Contains idle time, so `%TR` is usually the better figure. HTTP mode only: an error in `mode tcp` before 3.1.",
      "`%Th`、`%Ti` 与 `%TR` 之和。含空闲时间，通常用 `%TR` 更合适。仅 HTTP 模式：3.1 之前在 `mode tcp` 中会报错。",
    ),
  },
  {
    name: "TR",
    sample: "10",
    http: true,
    expression: "%[req.timer.hdr]",
    since: "1.7",
    doc: text(
      "Time to receive the request headers from their first byte; -1 if they never were complete. Large values mean slow or hostile clients. HTTP mode only: an error in `mode tcp` before 3.1.",
      "从首字节起收完请求头的时间；未收完为 -1。数值大说明客户端慢或恶意。仅 HTTP 模式：3.1 之前在 `mode tcp` 中会报错。",
    ),
  },
  {
    name: "Tr",
    sample: "69",
    http: true,
    expression: "%[res.timer.hdr]",
    since: "1.5",
    doc: text(
      "Time the server took from connection to complete response headers; -1 if it never answered. The main figure for server speed. HTTP mode only: an error in `mode tcp` before 3.1.",
      "从建立连接到收完响应头所用时间；未应答为 -1。衡量服务器速度的主要指标。仅 HTTP 模式：3.1 之前在 `mode tcp` 中会报错。",
    ),
  },
  {
    name: "tr",
    sample: "06/Feb/2026:12:14:14.655",
    http: true,
    expression: '%[request_date(ms),ms_ltime("%d/%b/%Y:%H:%M:%S.%3N")]',
    since: "1.7",
    doc: text(
      "Time of the request's first byte, local time with milliseconds. The usual date of HTTP logs. HTTP mode only: an error in `mode tcp` before 3.1.",
      "请求首字节的时间，本地时间，带毫秒。HTTP 日志通常用它。仅 HTTP 模式：3.1 之前在 `mode tcp` 中会报错。",
    ),
  },
  {
    name: "trg",
    sample: "06/Feb/2026:11:14:14 +0000",
    http: true,
    expression: '%[request_date,utime("%d/%b/%Y:%H:%M:%S %z")]',
    since: "1.7",
    doc: text(
      "Time of the request's first byte, in UTC with zone. HTTP mode only: an error in `mode tcp` before 3.1.",
      "请求首字节的时间，UTC，带时区。仅 HTTP 模式：3.1 之前在 `mode tcp` 中会报错。",
    ),
  },
  {
    name: "trl",
    sample: "06/Feb/2026:12:14:14 +0100",
    http: true,
    expression: '%[request_date,ltime("%d/%b/%Y:%H:%M:%S %z")]',
    since: "1.7",
    doc: text(
      "Time of the request's first byte, local time with zone. HTTP mode only: an error in `mode tcp` before 3.1.",
      "请求首字节的时间，本地时间，带时区。仅 HTTP 模式：3.1 之前在 `mode tcp` 中会报错。",
    ),
  },
  {
    name: "Ts",
    sample: "1770376454",
    expression: "%[accept_date]",
    since: "1.5",
    doc: text("Time the connection was accepted, as UNIX timestamp in seconds.", "接受连接的时间，UNIX 时间戳（秒）。"),
  },
  {
    name: "ts",
    sample: "--",
    expression: "%[txn.sess_term_state]",
    since: "1.5",
    doc: text(
      "Two letters telling who ended the session and in which phase; `--` is a normal end, `cD` a client timeout during data.",
      "两个字符，说明由谁、在哪个阶段结束会话；`--` 为正常结束，`cD` 为传输数据时客户端超时。",
    ),
  },
  {
    name: "tsc",
    sample: "--VN",
    since: "1.5",
    doc: text(
      "Like `%ts` with two more letters on the persistence cookie: what the client sent and what was done with it.",
      "在 `%ts` 基础上再加两个字符说明持久性 Cookie：客户端送来的状态以及所做的处理。",
    ),
  },
  {
    name: "Tt",
    sample: "231",
    expression: "%[fc.timer.total]",
    since: "1.5",
    doc: text(
      "Total time from accepting the connection to the end, idle time included. With keep-alive prefer `%Ta`.",
      "从接受连接到结束的总时间，含空闲时间。长连接时宜用 `%Ta`。",
    ),
  },
  {
    name: "Tu",
    sample: "121",
    expression: "%[txn.timer.user]",
    since: "2.2",
    doc: text(
      "Time as the user felt it: total time without the idle time before the request.",
      "用户感受到的时间：总时间减去请求之前的空闲时间。",
    ),
  },
  {
    name: "Tw",
    sample: "0",
    expression: "%[req.timer.queue]",
    since: "1.5",
    doc: text(
      "Time spent in queues waiting for a free slot; -1 if the request never got there.",
      "在队列中等待空闲位置的时间；未进入队列为 -1。",
    ),
  },
  {
    name: "U",
    sample: "412",
    expression: "%[req.bytes_in]",
    since: "1.5",
    doc: text(
      "Bytes received from the client during the request, headers included.",
      "该请求期间从客户端收到的字节数，含头部。",
    ),
  },
]);
