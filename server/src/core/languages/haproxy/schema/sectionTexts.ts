/** What each section is for. */
import { type Text, text } from "../../../text/localized.ts";

export const sectionTexts: Readonly<Record<string, Text>> = {
  global: text(
    "Settings of the process as a whole: user, chroot, limits, logging, TLS defaults and tuning. Usually the first section; when repeated, the settings add up.",
    "进程整体的设置：用户、chroot、限制、日志、TLS 默认值和调优。通常是第一个段；多次出现时设置会合并。",
  ),
  defaults: text(
    "Settings inherited by the proxies that follow, or by those naming it with `from`. An anonymous one replaces the previous one completely, nothing carries over unless it says `from`.",
    "供其后的代理继承的设置，或由代理用 `from` 按名引用。匿名段会完全取代前一个，除非写了 `from`，否则什么都不会延续。",
  ),
  frontend: text(
    "Accepts client connections on its `bind` lines, applies rules to them and picks a backend. Without a matching rule or `default_backend`, HTTP clients get 503.",
    "在 `bind` 行上接受客户端连接，应用规则并选择后端。没有匹配的规则也没有 `default_backend` 时，HTTP 客户端会收到 503。",
  ),
  backend: text(
    "A farm of servers with its balancing algorithm, health checks, persistence and rewriting rules. Also a convenient holder for a stick table.",
    "一组服务器及其负载均衡算法、健康检查、会话保持和改写规则。也常用来存放一张粘性表。",
  ),
  listen: text(
    "Frontend and backend in one section, handy for plain TCP services and the statistics page. Rules of both sides share the one section.",
    "把前端和后端合并在一个段中，适合简单的 TCP 服务和统计页面。两侧的规则都写在同一段里。",
  ),
  peers: text(
    "Group of HAProxy nodes that synchronise stick tables over TCP. Also keeps the tables across reloads, for which at least the local node must be listed under its own name.",
    "通过 TCP 同步粘性表的一组 HAProxy 节点。也用于在重载时保留表内容，为此至少要以本机名称列出本节点。",
  ),
  resolvers: text(
    "DNS servers and cache times used to resolve server names at run time and in `do-resolve`. A section called `default` is created from `/etc/resolv.conf` unless you write one.",
    "运行时解析服务器名称和 `do-resolve` 使用的 DNS 服务器及缓存时间。若未自行编写，会根据 `/etc/resolv.conf` 自动生成名为 `default` 的段。",
  ),
  mailers: text(
    "List of SMTP servers for e-mail alerts about server state changes. The native sender is gone since 3.3; mails then need the Lua script `mailers.lua`.",
    "服务器状态变化时发送邮件告警所用的 SMTP 服务器列表。内置发送功能自 3.3 起已移除，之后需要 Lua 脚本 `mailers.lua`。",
  ),
  userlist: text(
    "Users, groups and passwords for HTTP basic authentication with `http_auth` and on the statistics page.",
    "用于 `http_auth` 的 HTTP 基本认证以及统计页面的用户、组和密码。",
  ),
  program: text(
    "Starts an external program next to the workers in master-worker mode. Deprecated since 3.1 (needs `expose-deprecated-directives`) and removed in 3.3: run it from systemd or another supervisor.",
    "在 master-worker 模式下与 worker 一起启动外部程序。3.1 起废弃（需要 `expose-deprecated-directives`），3.3 中移除：应改由 systemd 等管理器运行。",
  ),
  ring: text(
    "Memory buffer that keeps the latest log or trace messages, readable from the CLI or forwarded to a TCP syslog server. Needed to log over TCP without blocking.",
    "保存最近日志或 trace 消息的内存缓冲，可在 CLI 查看，或转发到 TCP syslog 服务器。要用 TCP 发送日志而不阻塞就需要它。",
  ),
  cache: text(
    "Small HTTP cache in memory for favicons, scripts and the like, used by proxies through `http-request cache-use` and `http-response cache-store`. It is not shared between nodes and is lost on reload.",
    "存放图标、脚本等小对象的内存 HTTP 缓存，代理通过 `http-request cache-use` 和 `http-response cache-store` 使用。不在节点间共享，重载后清空。",
  ),
  "http-errors": text(
    "Named set of custom error pages that several proxies can import with `errorfiles`.",
    "一组命名的自定义错误页面，可由多个代理用 `errorfiles` 引入。",
  ),
  "fcgi-app": text(
    "Description of a FastCGI application such as PHP-FPM: document root, script names, parameters. A backend refers to it with `use-fcgi-app` and servers with `proto fcgi`.",
    "描述一个 FastCGI 应用（如 PHP-FPM）：文档根目录、脚本名和参数。后端用 `use-fcgi-app` 引用它，服务器使用 `proto fcgi`。",
  ),
  "log-forward": text(
    "Receives syslog messages over UDP or TCP and passes them on to other log servers, for example to balance them or to turn UDP into TCP.",
    "通过 UDP 或 TCP 接收 syslog 消息并转发到其他日志服务器，例如分摊日志量或把 UDP 转为 TCP。",
  ),
  "log-profile": text(
    "Log formats per processing step that a `log` line selects with `profile`, so that two targets can receive different lines from the same proxy.",
    "按处理步骤定义日志格式，由 `log` 行用 `profile` 选用，使同一代理可向不同目标发送不同内容。",
  ),
  traces: text(
    "Switches on developer traces from the configuration, already at startup. Verbose and slow; for debugging only, without any compatibility promise.",
    "在配置中启用开发者 trace，从启动时就生效。输出量大且拖慢速度，仅用于调试，不保证兼容。",
  ),
  "crt-store": text(
    "Declares certificates with their keys, OCSP responses and aliases in one place; `bind` lines then refer to them as `@name/alias`. Must come before its use.",
    "集中声明证书及其私钥、OCSP 响应和别名；`bind` 行随后以 `@name/alias` 引用。必须写在使用之前。",
  ),
  acme: text(
    "Account and key settings for fetching certificates from an ACME authority such as Let's Encrypt. Experimental; new certificates live in memory until dumped through the CLI.",
    "从 Let's Encrypt 等 ACME 机构获取证书所需的账户和密钥设置。属实验性功能；新证书只在内存中，需通过 CLI 导出。",
  ),
  healthcheck: text(
    "Named health check that single servers can use instead of the check of their backend.",
    "命名的健康检查，单个服务器可用它代替所在后端的检查设置。",
  ),
  namespace_list: text(
    "Declares Linux network namespaces in advance, so that `bind` and `server` lines can use them even if they appear later. Undocumented; normally naming the namespace there is enough.",
    "预先声明 Linux 网络命名空间，供 `bind` 和 `server` 行使用。未写入手册；通常直接在这些行上写命名空间即可。",
  ),
};
