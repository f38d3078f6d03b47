/** Logs and captures (doc/configuration.txt, 4.2). */
import { fixed, maybe, shape, value } from "../../../../schema/values/pattern.ts";
import { word } from "../../../../schema/values/word.ts";
import { text } from "../../../../text/localized.ts";
import { choice } from "../../values/choices.ts";
import { integer } from "../../values/integer.ts";
import { commaSeparated } from "../../values/list.ts";
import { logFormat } from "../../values/logFormat.ts";
import { logLine } from "../../values/logTarget.ts";
import { header } from "../../values/text.ts";
import { manual } from "../link.ts";
import { everywhere, frontendOnly, frontendSide, frontendsOnly, type ProxyKeyword } from "../places.ts";

export const logging: readonly ProxyKeyword[] = [
  {
    name: "capture cookie",
    sections: frontendOnly,
    modes: ["http"],
    repeat: true,
    args: shape(value("name", word("STRING")), fixed("len"), value("length", integer({ min: 1, refuses: "nothing" }))),
    exact: true,
    since: "1.5",
    doc: text(
      "Logs the value of one cookie, taken from request and response. Only one per frontend, and both the name prefix and the length are fixed here.",
      "把一个 cookie 的值记入日志，请求和响应中都会取。每个前端只能有一条，名称（前缀）与长度都在此固定。",
    ),
    link: manual("4.2", "capture cookie"),
    ok: ["capture cookie SESSID= len 32"],
    bad: ["capture cookie SESSID", "capture cookie SESSID len", "capture cookie"],
  },
  {
    name: "capture request header",
    sections: frontendOnly,
    modes: ["http"],
    repeat: true,
    args: shape(value("name", header()), fixed("len"), value("length", integer({ min: 1, refuses: "nothing" }))),
    exact: true,
    since: "1.5",
    doc: text(
      "Stores the last value of a request header for logs and for `capture.req.hdr()`. Each line reserves memory of the given length for every stream; longer values are cut.",
      "保存某个请求头的最后一个值，供日志和 `capture.req.hdr()` 使用。每一行都会为每个流预留指定长度的内存，超长的值会被截断。",
    ),
    link: manual("4.2", "capture request header"),
    ok: ["capture request header Host len 64", "capture request header User-Agent len 256"],
    bad: ["capture request header Host", "capture request header Host len", "capture request header"],
  },
  {
    name: "capture response header",
    sections: frontendOnly,
    modes: ["http"],
    repeat: true,
    args: shape(value("name", header()), fixed("len"), value("length", integer({ min: 1, refuses: "nothing" }))),
    exact: true,
    since: "1.5",
    doc: text(
      "Stores the last value of a response header for logs and for `capture.res.hdr()`. With `option logasap`, capture `Content-Length` here to know how much was still to come.",
      "保存某个响应头的最后一个值，供日志和 `capture.res.hdr()` 使用。配合 `option logasap` 时捕获 `Content-Length`，可知还有多少数据待传。",
    ),
    link: manual("4.2", "capture response header"),
    ok: ["capture response header Content-Length len 10", "capture response header Server len 40"],
    bad: ["capture response header Server", "capture response header Server len", "capture response header"],
  },
  {
    name: "declare capture",
    sections: frontendsOnly,
    repeat: true,
    args: shape(
      value("choice", choice(["request", "response"])),
      fixed("len"),
      value("length", integer({ min: 1, refuses: "number" })),
    ),
    since: "1.6",
    doc: text(
      "Reserves a request or response capture slot in the frontend without filling it. Backends can then store a value with `capture ... id <n>`; slots are numbered from 0.",
      "在前端预留一个请求或响应捕获槽，但不填充内容。后端随后可用 `capture ... id <n>` 写入；槽位从 0 开始编号。",
    ),
    link: manual("4.2", "declare capture"),
    ok: ["declare capture request len 40", "declare capture response len 128"],
    bad: ["declare capture request len 0", "declare capture", "declare capture request"],
  },
  {
    name: "error-log-format",
    sections: frontendSide,
    args: shape(value("fmt", logFormat("error-log"))),
    exact: true,
    since: "2.5",
    doc: text(
      "Separate log line format for failed connections and requests: errors, timeouts, retries, redispatches and 5xx. Without it, failures use the normal format.",
      "为失败的连接和请求单独设置日志格式：错误、超时、重试、重新分发以及 5xx。未设置时失败也用普通格式。",
    ),
    link: manual("4.2", "error-log-format"),
    ok: ['error-log-format "%ci:%cp %ft %ST %ts"'],
    bad: ["error-log-format a b"],
  },
  {
    name: "log",
    sections: everywhere,
    negatable: "alone",
    defaultable: "3.4",
    repeat: true,
    args: shape(value("log", logLine())),
    exact: true,
    since: "1.5",
    doc: text(
      "Sends the logs of this proxy to a syslog server, socket, stdout/stderr, ring or log backend; `log global` uses the targets of `global`. Without any, nothing is logged.",
      "把本代理的日志发往 syslog 服务器、套接字、标准输出/错误、环形缓冲区或日志后端；`log global` 沿用 `global` 的目标。一条都不写就没有日志。",
    ),
    link: manual("4.2", "log"),
    ok: ["log global", "log 127.0.0.1:514 local0 info err", "log stdout format raw local0"],
    bad: ["log global x", "log"],
  },
  {
    name: "log-format",
    sections: frontendSide,
    args: shape(value("fmt", logFormat("log"))),
    exact: true,
    since: "1.5",
    doc: text(
      "Own layout for the log lines of a frontend, built from text, `%` aliases and `%[...]` samples. Overrides `option httplog`/`tcplog`; quote it because of the spaces.",
      "自定义前端日志行的格式，由文本、`%` 别名和 `%[...]` 取样组成。会覆盖 `option httplog`/`tcplog`；含空格时需加引号。",
    ),
    link: manual("4.2", "log-format"),
    ok: ['log-format "%ci:%cp [%tr] %ft %b/%s %ST %B"'],
    bad: ["log-format a b"],
  },
  {
    name: "log-format-sd",
    sections: frontendSide,
    args: shape(value("fmt", logFormat("log"))),
    exact: true,
    since: "1.6",
    doc: text(
      "Structured-data part of RFC 5424 log lines, written as a log-format string. Only loggers declared with `format rfc5424` emit it.",
      "RFC 5424 日志中的结构化数据部分，用日志格式字符串书写。只有声明为 `format rfc5424` 的日志目标才会输出它。",
    ),
    link: manual("4.2", "log-format-sd"),
    ok: ['log-format-sd "[ex@1234 bytes=\\"%B\\" status=\\"%ST\\"]"'],
    bad: ["log-format-sd a b"],
  },
  {
    name: "log-steps",
    sections: frontendSide,
    args: shape(maybe(value("steps", commaSeparated(word("STEP"))))),
    since: "3.1",
    doc: text(
      "Moments at which a log line is emitted: `accept`, `connect`, `request`, `response`, `close`, or `all`. By default there is one line per transaction; combine with `log-profile`.",
      "在哪些时刻输出日志：`accept`、`connect`、`request`、`response`、`close` 或 `all`。默认每个事务一行；可与 `log-profile` 配合。",
    ),
    link: manual("4.2", "log-steps"),
    ok: ["log-steps accept,close", "log-steps all"],
    bad: [],
  },
  {
    name: "log-tag",
    sections: everywhere,
    args: shape(value("string", word("STRING"))),
    since: "1.6",
    doc: text(
      "Program name field in the syslog lines of this proxy. Set different tags to split the logs of several services or customers.",
      "本代理 syslog 行中的程序名字段。为不同服务或客户设置不同标签，便于分流日志。",
    ),
    link: manual("4.2", "log-tag"),
    ok: ["log-tag web-a"],
    bad: ["log-tag"],
  },
  {
    name: "unique-id-format",
    sections: everywhere,
    args: shape(value("fmt", logFormat("unique-id"))),
    exact: true,
    since: "1.5",
    doc: text(
      "Log-format string from which an identifier is built for each request, for logs (`%ID`), the `unique-id` fetch and `unique-id-header`. Combine addresses, time and counters so that it really is unique.",
      "为每个请求生成标识符的日志格式字符串，用于日志（`%ID`）、`unique-id` 取样和 `unique-id-header`。应组合地址、时间与计数器以保证唯一。",
    ),
    link: manual("4.2", "unique-id-format"),
    ok: ["unique-id-format %{+X}o\\ %ci:%cp_%fi:%fp_%Ts_%rt:%pid", "unique-id-format %[uuid]"],
    bad: ["unique-id-format"],
  },
  {
    name: "unique-id-header",
    sections: everywhere,
    modes: ["http"],
    args: shape(value("name", header())),
    since: "1.5",
    doc: text(
      "Request header that carries the identifier of `unique-id-format` to the servers. Lets one request be followed through the logs of all layers.",
      "把 `unique-id-format` 生成的标识带给服务器的请求头，便于在各层日志中追踪同一个请求。",
    ),
    link: manual("4.2", "unique-id-header"),
    ok: ["unique-id-header X-Request-ID"],
    bad: ["unique-id-header"],
  },
];
