/** Balancing and persistence (doc/configuration.txt, 4.2). */
import { optional } from "../../../../schema/spec.ts";
import { either, fixed, many, maybe, pattern, shape, value } from "../../../../schema/values/pattern.ts";
import { word } from "../../../../schema/values/word.ts";
import { text } from "../../../../text/localized.ts";
import { call } from "../../values/call.ts";
import { choice, dated } from "../../values/choices.ts";
import { condition } from "../../values/condition.ts";
import { expression } from "../../values/expression.ts";
import { integer } from "../../values/integer.ts";
import { logFormat } from "../../values/logFormat.ts";
import { nameOr, server, stickTable } from "../../values/names.ts";
import { time } from "../../values/quantity.ts";
import { header } from "../../values/text.ts";
import * as lines from "../lines.ts";
import { manual } from "../link.ts";
import {
  backendOnly,
  backendSide,
  everywhere,
  frontendsOnly,
  notInDefaults,
  type ProxyKeyword,
  refusedInFrontend,
} from "../places.ts";

export const stickiness: readonly ProxyKeyword[] = [
  {
    name: "balance",
    sections: backendSide,
    args: [
      optional(
        "algorithm",
        pattern(
          either(
            [fixed("roundrobin")],
            [fixed("static-rr")],
            [fixed("leastconn")],
            [fixed("first")],
            [fixed("source")],
            [
              fixed("uri"),
              maybe(fixed("len"), value("len", integer({ min: 1 }))),
              maybe(fixed("depth"), value("depth", integer({ min: 1 }))),
              maybe(fixed("whole")),
              maybe(fixed("path-only")),
            ],
            [fixed("url_param"), value("param", word("STRING")), maybe(fixed("check_post"))],
            [
              value("hdr", call([value("name", header())], { name: "hdr", whole: true })),
              maybe(fixed("use_domain_only")),
            ],
            [value("random", call([value("draws", integer({ min: 1 }))], { name: "random", optional: true }))],
            [
              value(
                "rdp-cookie",
                call([value("name", word("STRING"))], { name: "rdp-cookie", optional: true, whole: true }),
              ),
            ],
            [fixed("hash"), value("expr", expression("balance"))],
            [fixed("log-hash", { since: "2.9" }), value("converters", word("CONVERTERS"))],
            [fixed("sticky", { since: "2.9" })],
          ),
        ),
      ),
    ],
    default: "roundrobin",
    since: "1.5",
    doc: text(
      "Picks the algorithm that spreads requests over the servers. Use `leastconn` for long sessions, `roundrobin` for short ones, and hashing (`source`, `uri`, `hdr()`, `hash`) when the same key should reach the same server.",
      "选择在服务器之间分配请求的算法。长会话用 `leastconn`，短请求用 `roundrobin`；需要同一键值落到同一台服务器时用哈希类（`source`、`uri`、`hdr()`、`hash`）。",
    ),
    link: manual("4.2", "balance"),
    ok: ["balance roundrobin", "balance uri depth 3 len 64", "balance hdr(Host) use_domain_only"],
    bad: ["balance random(0)", "balance fastest", "balance uri depth"],
  },
  {
    name: "cookie",
    sections: backendSide,
    modes: ["http"],
    args: shape(
      value("name", word("STRING")),
      maybe(value("choice", choice(["rewrite", "insert", "prefix"]))),
      maybe(fixed("indirect")),
      maybe(fixed("nocache")),
      maybe(fixed("postonly")),
      maybe(fixed("preserve")),
      maybe(fixed("httponly")),
      maybe(fixed("secure")),
      many(fixed("domain"), value("domain", word("DOMAIN"))),
      maybe(fixed("maxidle"), value("idle", time({ unit: "s" }))),
      maybe(fixed("maxlife"), value("life", time({ unit: "s" }))),
      maybe(fixed("dynamic")),
      many(fixed("attr"), value("value", word("STRING"))),
    ),
    exact: true,
    since: "1.5",
    doc: text(
      "Enables cookie persistence: HAProxy inserts, rewrites or prefixes the named cookie, and each server's `cookie` value decides where a client returns. Usual form: `insert indirect nocache`.",
      "启用基于 cookie 的会话保持：HAProxy 插入、改写该 cookie 或为其加前缀，由各服务器的 `cookie` 值决定客户端回到哪台。常用写法：`insert indirect nocache`。",
    ),
    link: manual("4.2", "cookie"),
    ok: [
      "cookie SRV insert indirect nocache",
      "cookie SRV insert httponly secure maxidle 30m maxlife 8h",
      "cookie JSESSIONID prefix",
    ],
    bad: ["cookie", "cookie SRV sticky"],
  },
  {
    name: "dynamic-cookie-key",
    sections: backendSide,
    modes: ["http"],
    args: shape(value("string", word("STRING"))),
    since: "1.8",
    doc: text(
      "Secret mixed into automatically computed server cookies (`cookie ... dynamic`). Use the same key on all load balancers so that they compute identical values.",
      "用于自动计算服务器 cookie（`cookie ... dynamic`）的密钥。各台负载均衡器须使用同一密钥，才能得到一致的值。",
    ),
    link: manual("4.2", "dynamic-cookie-key"),
    ok: ["dynamic-cookie-key s3cret"],
    bad: ["dynamic-cookie-key"],
  },
  {
    name: "force-be-switch",
    sections: frontendsOnly,
    repeat: true,
    args: shape(value("condition", condition("use_backend"))),
    since: "3.4",
    doc: text(
      "Lets matching traffic reach a backend that is disabled or unpublished. Meant for testing a new service from an admin address before everyone sees it.",
      "允许匹配的流量进入已禁用或未发布的后端。用于在对外开放前，从管理员地址先行测试新服务。",
    ),
    link: manual("4.2", "force-be-switch"),
    ok: ["force-be-switch if a", "force-be-switch if { src 10.0.0.0/8 }"],
    bad: ["force-be-switch"],
  },
  {
    name: "force-persist",
    sections: backendOnly,
    repeat: true,
    args: shape(value("condition", condition("use_backend"))),
    since: "1.5",
    doc: text(
      "Sends matching requests to the server named by their cookie even when it is down. Lets admins test a server in maintenance while other users stay away.",
      "即使服务器已标记为宕机，匹配的请求仍按其 cookie 送达该服务器。便于管理员测试维护中的服务器，而不影响其他用户。",
    ),
    link: manual("4.2", "force-persist"),
    ok: ["force-persist if a", "force-persist unless { src 10.0.0.0/8 }"],
    bad: ["force-persist"],
  },
  {
    name: "hash-balance-factor",
    sections: everywhere,
    args: shape(value("factor", integer({ min: 0, except: [1, 100] }))),
    default: "0",
    since: "1.7",
    doc: text(
      "Caps a server's share of concurrent requests under consistent hashing, in percent of the average. 150 allows 1.5 times the average before the next server is tried; 0 turns it off.",
      "在一致性哈希下限制单台服务器的并发份额，以平均值的百分比表示。150 表示超过平均值 1.5 倍就换下一台；0 为关闭。",
    ),
    link: manual("4.2", "hash-balance-factor"),
    ok: ["hash-balance-factor 150", "hash-balance-factor 0"],
    bad: ["hash-balance-factor", "hash-balance-factor 99", "hash-balance-factor 100"],
  },
  {
    name: "hash-preserve-affinity",
    sections: refusedInFrontend,
    modes: ["http"],
    args: shape(value("choice", choice(["always", "maxconn", "maxqueue"]))),
    default: "always",
    since: "3.2",
    doc: text(
      "Decides whether hashing still picks a server that is full. `always` keeps the affinity and queues, `maxconn` and `maxqueue` move on along the ring once that limit is reached.",
      "决定哈希算法是否仍选择已满的服务器。`always` 保持亲和并排队，`maxconn` 与 `maxqueue` 在达到相应上限后沿哈希环另选服务器。",
    ),
    link: manual("4.2", "hash-preserve-affinity"),
    ok: ["hash-preserve-affinity maxconn", "hash-preserve-affinity always"],
    bad: ["hash-preserve-affinity", "hash-preserve-affinity sometimes"],
  },
  {
    name: "hash-type",
    sections: backendSide,
    args: shape(
      value("choice", choice(["map-based", "consistent"])),
      maybe(
        value(
          "choice",
          dated([
            { name: "sdbm" },
            { name: "djb2" },
            { name: "wt6" },
            { name: "crc32" },
            { name: "none", since: "2.9" },
          ]),
        ),
      ),
      maybe(fixed("avalanche")),
    ),
    exact: true,
    default: "map-based sdbm",
    since: "1.5",
    doc: text(
      "How hash-based `balance` maps keys to servers. `consistent` moves few keys when servers come and go; `map-based` is smoother but reshuffles nearly all of them.",
      "哈希类 `balance` 把键映射到服务器的方式。`consistent` 在服务器增减时只移动少量键；`map-based` 更均匀，但几乎会全部重排。",
    ),
    link: manual("4.2", "hash-type"),
    ok: ["hash-type consistent", "hash-type consistent djb2 avalanche", "hash-type map-based sdbm"],
    bad: ["hash-type", "hash-type modulo", "hash-type consistent md5"],
  },
  {
    name: "ignore-persist",
    sections: backendOnly,
    repeat: true,
    args: shape(value("condition", condition("use_backend"))),
    since: "1.5",
    doc: text(
      "Ignores the persistence cookie for matching requests, so they are balanced freely. Good for static files that need no sticky server.",
      "对匹配的请求忽略会话保持 cookie，使其自由负载均衡。适合不需要固定服务器的静态文件。",
    ),
    link: manual("4.2", "ignore-persist"),
    ok: ["ignore-persist if a", "ignore-persist if { path_end .png .css }"],
    bad: ["ignore-persist"],
  },
  {
    name: "persist rdp-cookie",
    sections: everywhere,
    prefix: true,
    args: shape(value("cookie", call([value("name", word("NAME"))], { optional: true }))),
    exact: true,
    since: "1.5",
    doc: text(
      "Sends Terminal Services clients back to the server encoded in their RDP cookie. The frontend must wait for that cookie with `tcp-request inspect-delay` and a content rule.",
      "按 RDP cookie 中编码的信息，把终端服务客户端送回原服务器。前端须用 `tcp-request inspect-delay` 加内容规则等待该 cookie。",
    ),
    link: manual("4.2", "persist rdp-cookie"),
    ok: ["persist rdp-cookie", "persist rdp-cookie(msts)"],
    bad: ["persist rdp-cookie(", "persist", "persist cookie"],
  },
  {
    name: "stick match",
    sections: backendOnly,
    repeat: true,
    args: shape(
      value("pattern", expression("stick match")),
      maybe(fixed("table"), value("table", stickTable())),
      maybe(value("condition", condition("stick match"))),
    ),
    exact: true,
    since: "1.5",
    doc: text(
      "Looks up the key in a stick table and, if an entry exists, goes to the server stored there. Pairs with `stick store-request` when learning and matching use different keys.",
      "在 stick 表中查找键值，若有记录就使用其中保存的服务器。学习与匹配使用不同键时，与 `stick store-request` 配对。",
    ),
    link: manual("4.2", "stick match"),
    ok: ["stick match src table st", "stick match src table st if a"],
    bad: ["stick match"],
  },
  {
    name: "stick on",
    sections: backendOnly,
    repeat: true,
    args: shape(
      value("pattern", expression("stick match")),
      maybe(fixed("table"), value("table", stickTable())),
      maybe(value("condition", condition("stick match"))),
    ),
    exact: true,
    since: "1.5",
    doc: text(
      "Pins clients to servers by a key such as `src`: remembers the chosen server in a stick table and reuses it. Same as `stick match` plus `stick store-request`.",
      "以 `src` 等键值把客户端固定到服务器：把所选服务器记入 stick 表并复用。等于 `stick match` 加 `stick store-request`。",
    ),
    link: manual("4.2", "stick on"),
    ok: ["stick on src table st", "stick on src table st unless a"],
    bad: ["stick on"],
  },
  {
    name: "stick store-request",
    sections: backendOnly,
    repeat: true,
    args: shape(
      value("pattern", expression("stick match")),
      maybe(fixed("table"), value("table", stickTable())),
      maybe(value("condition", condition("stick match"))),
    ),
    since: "1.5",
    doc: text(
      "Remembers the chosen server in a stick table under a key taken from the request, once the connection to it succeeded. Does not look anything up itself.",
      "连接成功后，以取自请求的键把所选服务器记入 stick 表。它本身不做查找。",
    ),
    link: manual("4.2", "stick store-request"),
    ok: ["stick store-request src table st if a"],
    bad: ["stick store-request"],
  },
  {
    name: "stick store-response",
    sections: backendOnly,
    repeat: true,
    args: shape(
      value("pattern", expression("stick store")),
      maybe(fixed("table"), value("table", stickTable())),
      maybe(value("condition", condition("stick store"))),
    ),
    exact: true,
    since: "1.5",
    doc: text(
      "Remembers the chosen server in a stick table under a key taken from the response, such as a session cookie the server just set or a TLS session ID.",
      "以取自响应的键（如服务器刚设置的会话 cookie 或 TLS 会话 ID）把所选服务器记入 stick 表。",
    ),
    link: manual("4.2", "stick store-response"),
    ok: ["stick store-response res.cook(SESSID) table st"],
    bad: ["stick store-response"],
  },
  {
    name: "stick-table",
    sections: notInDefaults,
    args: lines.table(),
    exact: true,
    since: "1.5",
    doc: text(
      "Declares the in-memory table of this proxy: key type, size, expiry and the counters stored per key. Used for persistence and for rate limits; one table per proxy, so use extra backends for more.",
      "声明本代理的内存表：键类型、容量、过期时间以及每个键存储的计数器。用于会话保持和限速；每个代理只有一张表，更多的表请另建后端。",
    ),
    link: manual("4.2", "stick-table"),
    ok: [
      "stick-table type ip size 100k expire 30m store http_req_rate(10s),gpc0",
      "stick-table type string len 64 size 10k expire 1h peers pe",
      "stick-table type integer size 1m nopurge",
    ],
    bad: ["stick-table type ip size 0", "stick-table type ip", "stick-table type mac size 1k"],
  },
  {
    name: "use-server",
    sections: backendOnly,
    repeat: true,
    args: shape(
      value("server", nameOr(server(), logFormat("dynamic name"))),
      value("condition", condition("use-server")),
    ),
    since: "1.5",
    doc: text(
      "Sends matching requests to one server of this backend, bypassing balancing and cookies. Ignored while that server is down; give it `weight 0` to keep other traffic away.",
      "把匹配的请求送到本后端的某台服务器，绕过负载均衡与 cookie。该服务器宕机时规则被忽略；可设 `weight 0` 避免其他流量。",
    ),
    link: manual("4.2", "use-server"),
    ok: ["use-server s1 if a", "use-server %[req.hdr(x-server)] unless a"],
    bad: ["use-server", "use-server s1"],
  },
];
