/** What stick tables store (src/stick_table.c: stktable_data_types). */
import type { Keyword } from "../../../schema/spec.ts";
import { text } from "../../../text/localized.ts";
import { manual } from "./link.ts";

export interface DataType extends Keyword {
  /** What stands in parentheses behind it: the period of a rate, the number of elements of an array, or both. */
  readonly takes: "nothing" | "period" | "size" | "rates";
}

export const dataTypes: readonly DataType[] = [
  {
    name: "server_id",
    takes: "nothing",
    args: [],
    since: "1.5",
    doc: text(
      "ID of the server that a key sticks to. Stored automatically by `stick` rules, so there is rarely a need to name it.",
      "键所绑定的服务器 ID。`stick` 规则会自动存储，一般无需显式列出。",
    ),
    link: manual("4.2", "stick-table"),
    ok: ["stick-table type ip size 1m expire 10m store server_id"],
    bad: ["stick-table type ip size 1m expire 10m store server_id(10s)"],
  },
  {
    name: "gpt0",
    takes: "nothing",
    args: [],
    since: "2.5",
    doc: text(
      "Single general purpose tag, a number set by `sc-set-gpt0` to mark a key, for instance as blocked. Excludes `gpt`.",
      "单个通用标签，由 `sc-set-gpt0` 设置的数字，可给键打标记（如已封禁）。不可与 `gpt` 同用。",
    ),
    link: manual("4.2", "stick-table"),
    ok: ["stick-table type ip size 1m expire 10m store gpt0"],
    bad: ["stick-table type ip size 1m expire 10m store gpt0(10s)"],
  },
  {
    name: "gpc0",
    takes: "nothing",
    args: [],
    since: "1.5",
    doc: text(
      "First general purpose counter, raised by `sc-inc-gpc0`. Counts whatever your rules decide; excludes `gpc`.",
      "第一个通用计数器，由 `sc-inc-gpc0` 增加，统计内容由规则决定。不可与 `gpc` 同用。",
    ),
    link: manual("4.2", "stick-table"),
    ok: ["stick-table type ip size 1m expire 10m store gpc0"],
    bad: ["stick-table type ip size 1m expire 10m store gpc0(10s)"],
  },
  {
    name: "gpc0_rate",
    takes: "period",
    args: [],
    since: "1.5",
    doc: text(
      "How often `gpc0` was raised within the given period. Stored besides `gpc0`, which holds only the total.",
      "给定周期内 `gpc0` 增加的次数。需与 `gpc0` 分别存储，后者只有总数。",
    ),
    link: manual("4.2", "stick-table"),
    ok: [
      "stick-table type ip size 1m expire 10m store gpc0_rate(10s)",
      "stick-table type ip size 1m expire 10m store gpc0_rate(1m)",
    ],
    bad: [
      "stick-table type ip size 1m expire 10m store gpc0_rate",
      "stick-table type ip size 1m expire 10m store gpc0_rate(x)",
    ],
  },
  {
    name: "conn_cnt",
    takes: "nothing",
    args: [],
    since: "1.5",
    doc: text(
      "Total connections seen from a key since its entry was created. Never decreases, so limits usually rely on `conn_rate`.",
      "条目创建以来该键的连接总数。只增不减，限流通常使用 `conn_rate`。",
    ),
    link: manual("4.2", "stick-table"),
    ok: ["stick-table type ip size 1m expire 10m store conn_cnt"],
    bad: ["stick-table type ip size 1m expire 10m store conn_cnt(10s)"],
  },
  {
    name: "conn_rate",
    takes: "period",
    args: [],
    since: "1.5",
    doc: text(
      "New connections of a key within the given period. Base of connection rate limits.",
      "给定周期内该键新建的连接数，是连接限速的基础。",
    ),
    link: manual("4.2", "stick-table"),
    ok: [
      "stick-table type ip size 1m expire 10m store conn_rate(10s)",
      "stick-table type ip size 1m expire 10m store conn_rate(1m)",
    ],
    bad: [
      "stick-table type ip size 1m expire 10m store conn_rate",
      "stick-table type ip size 1m expire 10m store conn_rate(x)",
    ],
  },
  {
    name: "conn_cur",
    takes: "nothing",
    args: [],
    since: "1.5",
    doc: text(
      "Connections of a key open at this moment on this node. Peers do not share it.",
      "该键在本节点当前打开的连接数，不会在 peers 之间同步。",
    ),
    link: manual("4.2", "stick-table"),
    ok: ["stick-table type ip size 1m expire 10m store conn_cur"],
    bad: ["stick-table type ip size 1m expire 10m store conn_cur(10s)"],
  },
  {
    name: "sess_cnt",
    takes: "nothing",
    args: [],
    since: "1.5",
    doc: text(
      "Total sessions of a key, that is connections accepted by `tcp-request connection` rules.",
      "该键的会话总数，即通过 `tcp-request connection` 规则的连接。",
    ),
    link: manual("4.2", "stick-table"),
    ok: ["stick-table type ip size 1m expire 10m store sess_cnt"],
    bad: ["stick-table type ip size 1m expire 10m store sess_cnt(10s)"],
  },
  {
    name: "sess_rate",
    takes: "period",
    args: [],
    since: "1.5",
    doc: text(
      "New sessions of a key within the given period. Connections refused early are not counted.",
      "给定周期内该键新建的会话数，早期被拒绝的连接不计入。",
    ),
    link: manual("4.2", "stick-table"),
    ok: [
      "stick-table type ip size 1m expire 10m store sess_rate(10s)",
      "stick-table type ip size 1m expire 10m store sess_rate(1m)",
    ],
    bad: [
      "stick-table type ip size 1m expire 10m store sess_rate",
      "stick-table type ip size 1m expire 10m store sess_rate(x)",
    ],
  },
  {
    name: "http_req_cnt",
    takes: "nothing",
    args: [],
    since: "1.5",
    doc: text(
      "Total HTTP requests of a key since its entry was created, valid or not.",
      "该键自条目创建以来的 HTTP 请求总数，无论请求是否有效。",
    ),
    link: manual("4.2", "stick-table"),
    ok: ["stick-table type ip size 1m expire 10m store http_req_cnt"],
    bad: ["stick-table type ip size 1m expire 10m store http_req_cnt(10s)"],
  },
  {
    name: "http_req_rate",
    takes: "period",
    args: [],
    since: "1.5",
    doc: text(
      "HTTP requests of a key within the given period. Base of request rate limits.",
      "给定周期内该键的 HTTP 请求数，是请求限速的基础。",
    ),
    link: manual("4.2", "stick-table"),
    ok: [
      "stick-table type ip size 1m expire 10m store http_req_rate(10s)",
      "stick-table type ip size 1m expire 10m store http_req_rate(1m)",
    ],
    bad: [
      "stick-table type ip size 1m expire 10m store http_req_rate",
      "stick-table type ip size 1m expire 10m store http_req_rate(x)",
    ],
  },
  {
    name: "http_err_cnt",
    takes: "nothing",
    args: [],
    since: "1.5",
    doc: text(
      "Total client errors of a key: invalid requests and 4xx answers. Helps to spot scanners.",
      "该键的客户端错误总数：无效请求与 4xx 响应，可发现扫描行为。",
    ),
    link: manual("4.2", "stick-table"),
    ok: ["stick-table type ip size 1m expire 10m store http_err_cnt"],
    bad: ["stick-table type ip size 1m expire 10m store http_err_cnt(10s)"],
  },
  {
    name: "http_err_rate",
    takes: "period",
    args: [],
    since: "1.5",
    doc: text(
      "Client errors of a key within the given period: invalid requests and 4xx answers.",
      "给定周期内该键的客户端错误数：无效请求与 4xx 响应。",
    ),
    link: manual("4.2", "stick-table"),
    ok: [
      "stick-table type ip size 1m expire 10m store http_err_rate(10s)",
      "stick-table type ip size 1m expire 10m store http_err_rate(1m)",
    ],
    bad: [
      "stick-table type ip size 1m expire 10m store http_err_rate",
      "stick-table type ip size 1m expire 10m store http_err_rate(x)",
    ],
  },
  {
    name: "bytes_in_cnt",
    takes: "nothing",
    args: [],
    since: "1.5",
    doc: text(
      "Total bytes received from a key's clients. Read back in kilobytes with `sc_kbytes_in`.",
      "从该键的客户端收到的总字节数，用 `sc_kbytes_in` 以千字节读取。",
    ),
    link: manual("4.2", "stick-table"),
    ok: ["stick-table type ip size 1m expire 10m store bytes_in_cnt"],
    bad: ["stick-table type ip size 1m expire 10m store bytes_in_cnt(10s)"],
  },
  {
    name: "bytes_in_rate",
    takes: "period",
    args: [],
    since: "1.5",
    doc: text(
      "Bytes received from a key's clients within the given period. See `brates-factor` when rates overflow.",
      "给定周期内从该键的客户端收到的字节数。数值溢出时参见 `brates-factor`。",
    ),
    link: manual("4.2", "stick-table"),
    ok: [
      "stick-table type ip size 1m expire 10m store bytes_in_rate(10s)",
      "stick-table type ip size 1m expire 10m store bytes_in_rate(1m)",
    ],
    bad: [
      "stick-table type ip size 1m expire 10m store bytes_in_rate",
      "stick-table type ip size 1m expire 10m store bytes_in_rate(x)",
    ],
  },
  {
    name: "bytes_out_cnt",
    takes: "nothing",
    args: [],
    since: "1.5",
    doc: text(
      "Total bytes sent to a key's clients. Read back in kilobytes with `sc_kbytes_out`.",
      "发给该键的客户端的总字节数，用 `sc_kbytes_out` 以千字节读取。",
    ),
    link: manual("4.2", "stick-table"),
    ok: ["stick-table type ip size 1m expire 10m store bytes_out_cnt"],
    bad: ["stick-table type ip size 1m expire 10m store bytes_out_cnt(10s)"],
  },
  {
    name: "bytes_out_rate",
    takes: "period",
    args: [],
    since: "1.5",
    doc: text(
      "Bytes sent to a key's clients within the given period. See `brates-factor` when rates overflow.",
      "给定周期内发给该键的客户端的字节数。数值溢出时参见 `brates-factor`。",
    ),
    link: manual("4.2", "stick-table"),
    ok: [
      "stick-table type ip size 1m expire 10m store bytes_out_rate(10s)",
      "stick-table type ip size 1m expire 10m store bytes_out_rate(1m)",
    ],
    bad: [
      "stick-table type ip size 1m expire 10m store bytes_out_rate",
      "stick-table type ip size 1m expire 10m store bytes_out_rate(x)",
    ],
  },
  {
    name: "gpc1",
    takes: "nothing",
    args: [],
    since: "1.9",
    doc: text(
      "Second general purpose counter, raised by `sc-inc-gpc1`. Use it when `gpc0` is taken; excludes `gpc`.",
      "第二个通用计数器，由 `sc-inc-gpc1` 增加，在 `gpc0` 已占用时使用。不可与 `gpc` 同用。",
    ),
    link: manual("4.2", "stick-table"),
    ok: ["stick-table type ip size 1m expire 10m store gpc1"],
    bad: ["stick-table type ip size 1m expire 10m store gpc1(10s)"],
  },
  {
    name: "gpc1_rate",
    takes: "period",
    args: [],
    since: "1.9",
    doc: text(
      "How often `gpc1` was raised within the given period. Stored besides `gpc1`, which holds only the total.",
      "给定周期内 `gpc1` 增加的次数。需与 `gpc1` 分别存储，后者只有总数。",
    ),
    link: manual("4.2", "stick-table"),
    ok: [
      "stick-table type ip size 1m expire 10m store gpc1_rate(10s)",
      "stick-table type ip size 1m expire 10m store gpc1_rate(1m)",
    ],
    bad: [
      "stick-table type ip size 1m expire 10m store gpc1_rate",
      "stick-table type ip size 1m expire 10m store gpc1_rate(x)",
    ],
  },
  {
    name: "server_key",
    takes: "nothing",
    args: [],
    since: "2.9",
    doc: text(
      "Key of the server that a client sticks to, by name or address as set with `srvkey`. Lets stickiness survive differing server IDs.",
      "键所绑定服务器的标识，按 `srvkey` 为名称或地址。服务器 ID 不一致时仍可保持会话。",
    ),
    link: manual("4.2", "stick-table"),
    ok: ["stick-table type ip size 1m expire 10m store server_key"],
    bad: ["stick-table type ip size 1m expire 10m store server_key(10s)"],
  },
  {
    name: "http_fail_cnt",
    takes: "nothing",
    args: [],
    since: "2.4",
    doc: text(
      "Total server failures seen by a key: broken responses and 5xx other than 501 and 505. Keyed by URL it reveals fragile pages.",
      "该键遇到的服务器失败总数：异常响应与除 501、505 外的 5xx。以 URL 为键可发现脆弱页面。",
    ),
    link: manual("4.2", "stick-table"),
    ok: ["stick-table type ip size 1m expire 10m store http_fail_cnt"],
    bad: ["stick-table type ip size 1m expire 10m store http_fail_cnt(10s)"],
  },
  {
    name: "http_fail_rate",
    takes: "period",
    args: [],
    since: "2.4",
    doc: text(
      "Server failures seen by a key within the given period: broken responses and 5xx other than 501 and 505.",
      "给定周期内该键遇到的服务器失败数：异常响应与除 501、505 外的 5xx。",
    ),
    link: manual("4.2", "stick-table"),
    ok: [
      "stick-table type ip size 1m expire 10m store http_fail_rate(10s)",
      "stick-table type ip size 1m expire 10m store http_fail_rate(1m)",
    ],
    bad: [
      "stick-table type ip size 1m expire 10m store http_fail_rate",
      "stick-table type ip size 1m expire 10m store http_fail_rate(x)",
    ],
  },
  {
    name: "gpt",
    takes: "size",
    args: [],
    since: "2.5",
    doc: text(
      "Array of 1 to 100 general purpose tags per key, set with `sc-set-gpt`. Cannot share a table with `gpt0`.",
      "每个键 1 至 100 个通用标签组成的数组，用 `sc-set-gpt` 设置。不能与 `gpt0` 同表。",
    ),
    link: manual("4.2", "stick-table"),
    ok: [
      "stick-table type ip size 1m expire 10m store gpt(1)",
      "stick-table type ip size 1m expire 10m store gpt(100)",
    ],
    bad: [
      "stick-table type ip size 1m expire 10m store gpt",
      "stick-table type ip size 1m expire 10m store gpt(0)",
      "stick-table type ip size 1m expire 10m store gpt(101)",
    ],
  },
  {
    name: "gpc",
    takes: "size",
    args: [],
    since: "2.5",
    doc: text(
      "Array of 1 to 100 general purpose counters per key, raised with `sc-inc-gpc`. Cannot share a table with `gpc0` or `gpc1`.",
      "每个键 1 至 100 个通用计数器组成的数组，用 `sc-inc-gpc` 增加。不能与 `gpc0`、`gpc1` 同表。",
    ),
    link: manual("4.2", "stick-table"),
    ok: [
      "stick-table type ip size 1m expire 10m store gpc(1)",
      "stick-table type ip size 1m expire 10m store gpc(100)",
    ],
    bad: [
      "stick-table type ip size 1m expire 10m store gpc",
      "stick-table type ip size 1m expire 10m store gpc(0)",
      "stick-table type ip size 1m expire 10m store gpc(101)",
    ],
  },
  {
    name: "gpc_rate",
    takes: "rates",
    args: [],
    since: "2.5",
    doc: text(
      "Array of increase rates for the `gpc` counters: array size, then period. Cannot share a table with `gpc0_rate` or `gpc1_rate`.",
      "`gpc` 计数器的增长速率数组：先写数组大小，再写周期。不能与 `gpc0_rate`、`gpc1_rate` 同表。",
    ),
    link: manual("4.2", "stick-table"),
    ok: [
      "stick-table type ip size 1m expire 10m store gpc_rate(1,10s)",
      "stick-table type ip size 1m expire 10m store gpc_rate(100,1m)",
    ],
    bad: [
      "stick-table type ip size 1m expire 10m store gpc_rate(10s)",
      "stick-table type ip size 1m expire 10m store gpc_rate(0,10s)",
      "stick-table type ip size 1m expire 10m store gpc_rate(101,10s)",
    ],
  },
  {
    name: "glitch_cnt",
    takes: "nothing",
    args: [],
    since: "3.1",
    doc: text(
      "Total protocol anomalies seen on the client connections of a key. High totals hint at attacks on HTTP/2 or HTTP/3.",
      "该键的客户端连接上协议异常的总数，数值高可能是针对 HTTP/2 或 HTTP/3 的攻击。",
    ),
    link: manual("4.2", "stick-table"),
    ok: ["stick-table type ip size 1m expire 10m store glitch_cnt"],
    bad: ["stick-table type ip size 1m expire 10m store glitch_cnt(10s)"],
  },
  {
    name: "glitch_rate",
    takes: "period",
    args: [],
    since: "3.1",
    doc: text(
      "Protocol anomalies on the client connections of a key within the given period. Base of rules against protocol attacks.",
      "给定周期内该键的客户端连接上的协议异常次数，可用于防御协议攻击。",
    ),
    link: manual("4.2", "stick-table"),
    ok: [
      "stick-table type ip size 1m expire 10m store glitch_rate(10s)",
      "stick-table type ip size 1m expire 10m store glitch_rate(1m)",
    ],
    bad: [
      "stick-table type ip size 1m expire 10m store glitch_rate",
      "stick-table type ip size 1m expire 10m store glitch_rate(x)",
    ],
  },
];
