/** What a proxy is and where it connects to (doc/configuration.txt, 4.2). */
import { refer } from "../../../../schema/values/name.ts";
import { either, fixed, many, maybe, shape, value } from "../../../../schema/values/pattern.ts";
import { word } from "../../../../schema/values/word.ts";
import { text } from "../../../../text/localized.ts";
import { address } from "../../values/address.ts";
import { call } from "../../values/call.ts";
import { choice, dated, retryReason } from "../../values/choices.ts";
import { condition } from "../../values/condition.ts";
import { integer } from "../../values/integer.ts";
import { logFormat } from "../../values/logFormat.ts";
import { nameOr } from "../../values/names.ts";
import { file, header, sentence } from "../../values/text.ts";
import { bindLine } from "../bindOptions.ts";
import * as lines from "../lines.ts";
import { manual } from "../link.ts";
import {
  backendSide,
  everywhere,
  frontendOnly,
  frontendSide,
  namedDefaults,
  notInDefaults,
  type ProxyKeyword,
  refusedInFrontend,
  serversOnly,
} from "../places.ts";

export const basics: readonly ProxyKeyword[] = [
  {
    name: "acl",
    sections: namedDefaults,
    repeat: true,
    args: lines.acl(),
    since: "1.5",
    doc: text(
      "Names a test on the connection, request or response; several lines with one name are ORed. Use the name in `if`/`unless` conditions of the same section; unknown names make the configuration fail.",
      "为针对连接、请求或响应的一项测试命名；同名的多行之间为“或”关系。名称用于本段内的 `if`/`unless` 条件；引用不存在的名称会导致配置加载失败。",
    ),
    link: manual("4.2", "acl"),
    ok: ["acl local src 127.0.0.0/8 ::1", "acl is_api path_beg -i /api/ /v2/", "acl big req.body_size gt 1000000"],
    bad: ["acl local", "acl bad/name src 127.0.0.1"],
  },
  {
    name: "backlog",
    sections: frontendSide,
    args: shape(value("conns", integer({ refuses: "nothing" }))),
    exact: true,
    since: "1.5",
    doc: text(
      "Hint for the listen queue length of the sockets of this frontend. Raise it when short bursts overflow the queue; the kernel still caps it (`net.core.somaxconn`).",
      "为本前端的监听套接字建议的连接等待队列长度。突发连接溢出队列时可调大；内核仍会按 `net.core.somaxconn` 封顶。",
    ),
    link: manual("4.2", "backlog"),
    ok: ["backlog 1024", "backlog 65535"],
    bad: ["backlog 10 20", "backlog"],
  },
  {
    name: "be-unpublished",
    sections: serversOnly,
    args: [],
    since: "3.5",
    doc: text(
      "Starts the backend hidden from content switching: `use_backend` and `default_backend` rules that name it are skipped while health checks keep running. Publish it later over the CLI, or test it with `force-be-switch`.",
      "使后端启动时不参与内容切换：指向它的 `use_backend` 和 `default_backend` 规则会被跳过，但健康检查照常运行。之后可在 CLI 上发布，或用 `force-be-switch` 先行测试。",
    ),
    link: manual("4.2", "be-unpublished"),
    ok: ["be-unpublished"],
    bad: [],
  },
  {
    name: "bind",
    sections: frontendOnly,
    repeat: true,
    args: lines.bind(),
    exact: true,
    since: "1.5",
    doc: text(
      "Opens listening addresses for the section, with TLS and socket options behind them. Several addresses, port ranges, UNIX sockets and abstract sockets are possible; a section without `bind` receives no traffic.",
      "为该段打开监听地址，其后可跟 TLS 与套接字选项。可写多个地址、端口范围、UNIX 套接字或抽象套接字；没有 `bind` 的前端收不到任何流量。",
    ),
    link: manual("4.2", "bind"),
    ok: ["bind :8443", "bind 127.0.0.1:8000-8003,[::1]:8000", "bind *:8080 name web maxconn 500 accept-proxy"],
    bad: ["bind", "bind 127.0.0.1:70000"],
  },
  {
    name: "default-server",
    sections: refusedInFrontend,
    repeat: true,
    args: lines.defaultServer(),
    exact: true,
    since: "1.5",
    doc: text(
      "Presets options for the `server` lines that follow in the section; a server can still override each one. Handy for `check`, `inter`, `maxconn` and TLS settings.",
      "为本段后续的 `server` 行预设选项，单个服务器仍可逐项覆盖。适合统一 `check`、`inter`、`maxconn` 及 TLS 设置。",
    ),
    link: manual("4.2", "default-server"),
    ok: ["default-server inter 2s fall 3 rise 2 maxconn 100", "default-server weight 256 slowstart 10s"],
    bad: ["default-server weight 300", "default-server inter never"],
  },
  {
    name: "default_backend",
    sections: frontendSide,
    args: shape(value("backend", refer("backend"))),
    exact: true,
    since: "1.5",
    doc: text(
      "Backend that takes everything no `use_backend` rule claimed. Without it, unmatched HTTP requests get a 503 and unmatched TCP connections are closed.",
      "未被任何 `use_backend` 规则选中的流量所去的后端。不设置时，未匹配的 HTTP 请求得到 503，未匹配的 TCP 连接被关闭。",
    ),
    link: manual("4.2", "default_backend"),
    ok: ["default_backend be"],
    bad: ["default_backend be extra", "default_backend"],
  },
  {
    name: "description",
    sections: notInDefaults,
    args: shape(value("text", sentence())),
    since: "1.5",
    doc: text(
      "Free text about the proxy, shown on the statistics page when `stats show-desc` is on. Has no effect on traffic.",
      "关于该代理的说明文字，启用 `stats show-desc` 时显示在统计页面上，不影响流量。",
    ),
    link: manual("4.2", "description"),
    ok: ["description Public web entry, team A"],
    bad: ["description"],
  },
  {
    name: "disabled",
    sections: everywhere,
    args: [],
    exact: true,
    since: "1.5",
    doc: text(
      "Keeps the proxy configured but not started: no listening socket, no traffic, no checks. Handy to park a section or free its port without deleting it.",
      "保留该代理的配置但不启动：不监听、不收流量、不做检查。适合临时停用某一段或释放端口，而不必删除配置。",
    ),
    link: manual("4.2", "disabled"),
    ok: ["disabled"],
    bad: ["disabled x"],
  },
  {
    name: "enabled",
    sections: everywhere,
    args: [],
    exact: true,
    since: "1.5",
    doc: text(
      "Cancels a `disabled` inherited from the `defaults` section. Otherwise superfluous, since proxies are enabled anyway.",
      "取消从 `defaults` 段继承来的 `disabled`。除此之外没有必要写，因为代理默认就是启用的。",
    ),
    link: manual("4.2", "enabled"),
    ok: ["enabled"],
    bad: ["enabled x"],
  },
  {
    name: "fullconn",
    sections: backendSide,
    args: shape(value("conns", integer({ refuses: "nothing" }))),
    exact: true,
    since: "1.5",
    doc: text(
      "Backend load at which servers with `minconn` reach their full `maxconn`. By default 10 % of the summed `maxconn` of the frontends that can lead here; set it only with `minconn`.",
      "后端达到此并发数时，设置了 `minconn` 的服务器才放开到完整的 `maxconn`。默认取可到达本后端的各前端 `maxconn` 之和的 10 %，仅配合 `minconn` 时才需设置。",
    ),
    link: manual("4.2", "fullconn"),
    ok: ["fullconn 10000"],
    bad: ["fullconn 10 20", "fullconn"],
  },
  {
    name: "guid",
    sections: notInDefaults,
    args: shape(
      value(
        "guid",
        word("GUID", {
          pattern: /^[A-Za-z0-9.:_-]{1,127}$/,
          expected: text(
            '"{0}" is no GUID: up to 127 letters, digits and . : _ -',
            '"{0}"不是有效的 GUID：最多 127 个字母、数字和 . : _ -',
          ),
        }),
      ),
    ),
    since: "3.0",
    doc: text(
      "Stable, case-sensitive identifier of this proxy, unique over all objects. Lets statistics be matched again after a reload, even when the proxy was renamed or moved.",
      "该代理的固定标识，区分大小写，在所有对象中唯一。重载后即使代理改名或调整位置，统计数据也能对应得上。",
    ),
    link: manual("4.2", "guid"),
    ok: ["guid fe:main-1"],
    bad: ["guid", "guid bad/char"],
  },
  {
    name: "id",
    sections: notInDefaults,
    args: shape(value("value", integer({ min: 1, max: 2147483647, refuses: "number" }))),
    exact: true,
    since: "1.5",
    doc: text(
      "Fixed numeric identifier of the proxy in statistics and SNMP. Assign it explicitly when monitoring relies on it, because automatic numbers shift as sections are added.",
      "该代理在统计和 SNMP 中的固定数字标识。监控依赖它时应显式指定，否则增加段落后自动编号会变化。",
    ),
    link: manual("4.2", "id"),
    ok: ["id 1001"],
    bad: ["id 2147483648", "id", "id 0"],
  },
  {
    name: "load-server-state-from-file",
    sections: backendSide,
    args: shape(value("choice", choice(["global", "local", "none"]))),
    since: "1.6",
    doc: text(
      "Restores server states (up, down, weight, address) saved before a reload. `global` reads the one file named in `global`, `local` one file per backend.",
      "重载时恢复事先保存的服务器状态（在线、宕机、权重、地址）。`global` 读取全局指定的单个文件，`local` 则每个后端一个文件。",
    ),
    link: manual("4.2", "load-server-state-from-file"),
    ok: ["load-server-state-from-file none", "load-server-state-from-file global"],
    bad: ["load-server-state-from-file", "load-server-state-from-file yes"],
  },
  {
    name: "max-keep-alive-queue",
    sections: backendSide,
    modes: ["http"],
    args: shape(value("value", integer({ refuses: "number" }))),
    default: "-1",
    since: "1.5",
    doc: text(
      "Queue length at which HAProxy stops waiting for the server it already holds a connection to and picks another one. -1 never gives up, 0 never queues for it.",
      "队列达到此长度时，HAProxy 不再等待已建立连接的那台服务器，而是另选一台。-1 表示一直等，0 表示从不为此排队。",
    ),
    link: manual("4.2", "max-keep-alive-queue"),
    ok: ["max-keep-alive-queue 10", "max-keep-alive-queue -1"],
    bad: ["max-keep-alive-queue x", "max-keep-alive-queue"],
  },
  {
    name: "max-session-srv-conns",
    sections: frontendSide,
    args: shape(value("nb", integer({ refuses: "nothing" }))),
    default: "5",
    since: "1.9",
    doc: text(
      "Most idle server connections kept attached to one client connection. Raise it only when a client session talks to many different servers.",
      "单个客户端会话最多可保留多少条空闲的服务器连接。只有一个会话要访问许多不同服务器时才需调大。",
    ),
    link: manual("4.2", "max-session-srv-conns"),
    ok: ["max-session-srv-conns 5", "max-session-srv-conns 20"],
    bad: ["max-session-srv-conns"],
  },
  {
    name: "maxconn",
    sections: frontendSide,
    args: shape(value("conns", integer({ refuses: "nothing" }))),
    exact: true,
    since: "1.5",
    doc: text(
      "Most concurrent connections the frontend accepts; further ones wait in the kernel backlog. Keep it below the `maxconn` of `global`, so that one frontend cannot use everything.",
      "前端接受的最大并发连接数，多出的在内核队列中等待。应小于 `global` 的 `maxconn`，以免一个前端占满全部名额。",
    ),
    link: manual("4.2", "maxconn"),
    ok: ["maxconn 2000", "maxconn 0"],
    bad: ["maxconn", "maxconn 10 20"],
  },
  {
    name: "mode",
    sections: everywhere,
    args: shape(
      value(
        "mode",
        dated(
          [
            { name: "tcp" },
            { name: "http" },
            { name: "log", since: "2.9" },
            { name: "spop", since: "3.1" },
            { name: "haterm", since: "3.4" },
          ],
          "MODE",
        ),
      ),
    ),
    exact: true,
    default: "tcp",
    since: "1.5",
    doc: text(
      "Protocol the proxy works at: `http` for full request processing, `tcp` for raw streams, `log` and `spop` for special backends. Frontend and backend normally need the same mode.",
      "代理的工作层次：`http` 做完整的请求处理，`tcp` 转发原始流，`log` 与 `spop` 用于特殊后端。前端与后端通常须使用同一模式。",
    ),
    link: manual("4.2", "mode"),
    ok: ["mode http", "mode tcp"],
    bad: ["mode http x", "mode", "mode https"],
  },
  {
    name: "retries",
    sections: backendSide,
    args: shape(value("value", integer({ refuses: "nothing" }))),
    exact: true,
    default: "3",
    since: "1.5",
    doc: text(
      "Number of further attempts after a failed connection to a server. Applies to connection failures only, unless `retry-on` adds other causes; needs `option redispatch` to change server.",
      "连接服务器失败后再尝试的次数。除非用 `retry-on` 增加其他原因，否则只针对连接失败；要换服务器还需 `option redispatch`。",
    ),
    link: manual("4.2", "retries"),
    ok: ["retries 3", "retries 0"],
    bad: ["retries 3 4", "retries"],
  },
  {
    name: "retry-on",
    sections: refusedInFrontend,
    args: shape(either([fixed("none")], [value("reason", retryReason()), many(value("reason", retryReason()))])),
    exact: true,
    default: "conn-failure",
    since: "2.0",
    doc: text(
      "Failures after which an HTTP request is sent again: empty or broken responses, timeouts, given status codes. Anything beyond `conn-failure` can execute a request twice; disable for POST with `disable-l7-retry`.",
      "哪些失败会触发重新发送 HTTP 请求：空响应、损坏的响应、超时或指定状态码。除 `conn-failure` 外都可能使请求执行两次，POST 可用 `disable-l7-retry` 关闭。",
    ),
    link: manual("4.2", "retry-on"),
    ok: ["retry-on conn-failure", "retry-on conn-failure empty-response response-timeout 503"],
    bad: ["retry-on none 503", "retry-on"],
  },
  {
    name: "server",
    sections: serversOnly,
    repeat: true,
    args: lines.server(),
    exact: true,
    since: "1.5",
    doc: text(
      "Declares one server of the backend: name, address and options such as `check`, `weight` or `maxconn`. A missing port reuses the port the client connected to.",
      "声明后端的一台服务器：名称、地址以及 `check`、`weight`、`maxconn` 等选项。不写端口则沿用客户端连接的端口。",
    ),
    link: manual("4.2", "server"),
    ok: [
      "server s1 127.0.0.1:8080 check weight 10 maxconn 200",
      "server s2 [::1]:8080 backup",
      "server s3 unix@/run/app.sock",
    ],
    bad: ["server s9", "server s9 127.0.0.1:70000"],
  },
  {
    name: "server-state-file-name",
    sections: backendSide,
    args: shape(maybe(either([fixed("use-backend-name")], [value("file", file())]))),
    exact: true,
    since: "1.6",
    doc: text(
      "File with saved server states for this backend, read when `load-server-state-from-file` is `local`. Relative to `server-state-base`; without it the backend's own name is used.",
      "本后端的服务器状态文件，在 `load-server-state-from-file` 为 `local` 时读取。相对于 `server-state-base`；不写则以后端名称为文件名。",
    ),
    link: manual("4.2", "server-state-file-name"),
    ok: ["server-state-file-name use-backend-name", "server-state-file-name be.state"],
    bad: ["server-state-file-name a b"],
  },
  {
    name: "server-template",
    sections: serversOnly,
    repeat: true,
    args: lines.serverTemplate(),
    exact: true,
    since: "1.8",
    doc: text(
      "Creates a numbered series of servers from one line, usually filled by DNS resolution. Give as many slots as the service may have instances.",
      "用一行生成一组带编号的服务器，通常由 DNS 解析填充地址。数量应覆盖服务可能的最大实例数。",
    ),
    link: manual("4.2", "server-template"),
    ok: ["server-template app 3 127.0.0.1:8080 check", "server-template web 1-5 127.0.0.1:80"],
    bad: ["server-template app", "server-template app x 127.0.0.1:80", "server-template app 3 127.0.0.1:70000"],
  },
  {
    name: "source",
    sections: backendSide,
    args: shape(
      value("addr", address({ port: "optional", name: true, list: true })),
      many(
        either(
          [
            fixed("usesrc"),
            either(
              [
                value("addr2", address({ port: "optional", name: true })),
                maybe(value("port2", integer({ signature: "PORT" }))),
              ],
              [fixed("client")],
              [fixed("clientip")],
              [value("hdr_ip", call([value("hdr", header()), maybe(value("occ", integer()))], { name: "hdr_ip" }))],
            ),
          ],
          [fixed("interface"), value("name", word("NAME"))],
        ),
      ),
    ),
    exact: true,
    since: "1.5",
    doc: text(
      "Address or interface from which HAProxy connects to the servers of this backend. With `usesrc clientip` it even takes over the client's address, which needs TPROXY, privileges and fitting routes.",
      "HAProxy 连接本后端服务器时使用的源地址或网卡。`usesrc clientip` 甚至可冒用客户端地址，但需要 TPROXY、相应权限与路由。",
    ),
    link: manual("4.2", "source"),
    ok: ["source 127.0.0.1", "source 0.0.0.0 usesrc clientip", "source 0.0.0.0 interface lo"],
    bad: ["source", "source 127.0.0.1 usesrc"],
  },
  {
    name: "ssl-f-use",
    sections: everywhere,
    repeat: true,
    args: shape(maybe(fixed("crt"), value("crt", file())), maybe(value("param", bindLine()))),
    since: "3.2",
    doc: text(
      "Adds a certificate, with optional TLS settings, to all `ssl` `bind` lines of the frontend. Builds an implicit crt-list named after it, so the files need no separate list.",
      "为本前端所有带 `ssl` 的 `bind` 行添加证书及可选的 TLS 设置。它会生成以前端命名的隐式 crt-list，无需另写列表文件。",
    ),
    link: manual("4.2", "ssl-f-use"),
    ok: [],
    bad: [],
  },
  {
    name: "use_backend",
    sections: frontendOnly,
    repeat: true,
    args: shape(
      value("backend", nameOr(refer("backend"), logFormat("dynamic name"))),
      maybe(value("condition", condition("use_backend"))),
    ),
    since: "1.5",
    doc: text(
      "Routes to a backend when the condition holds; the first matching line wins, then `default_backend`. The name may be a log-format string, for example built from a map, but then is only checked at run time.",
      "条件成立时转到该后端；按行序首个匹配者生效，否则用 `default_backend`。名称可为日志格式字符串（如由 map 生成），但只在运行时检查。",
    ),
    link: manual("4.2", "use_backend"),
    ok: ["use_backend be if a", "use_backend %[req.hdr(host),lower] if { path_beg /app/ }"],
    bad: ["use_backend"],
  },
];
