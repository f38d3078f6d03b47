/** The words of the preprocessor, as data for hover and completion (doc/configuration.txt, 2.3 and 2.4). */
import type { DirectiveWord } from "../../model/language.ts";
import { text } from "../../text/localized.ts";
import { manual } from "./schema/link.ts";

/** Lines that begin with a dot. */
export const directives: readonly DirectiveWord[] = [
  {
    name: ".if",
    signature: ".if CONDITION",
    insert: ".if ${1:feature(OPENSSL)}\n    $0\n.endif",
    doc: text(
      "Opens a block whose lines are read only when the condition is true: predicates, numbers and `!`, `&&`, `||`. Mind that spaces after a comma belong to the argument.",
      "开始一个条件块，条件为真时才读取其中的行：可用谓词、数字以及 `!`、`&&`、`||`。注意逗号后的空格会成为参数的一部分。",
    ),
    link: manual("2.4", ".if"),
  },
  {
    name: ".elif",
    signature: ".elif CONDITION",
    insert: ".elif ${1:condition}",
    doc: text(
      "Tries another condition when those before it in the block were false. May be repeated, but not after `.else`.",
      "块中前面的条件都为假时再检查另一个条件。可多次出现，但不能写在 `.else` 之后。",
    ),
    link: manual("2.4", ".elif"),
  },
  {
    name: ".else",
    signature: ".else",
    insert: ".else",
    doc: text(
      "Starts the lines that apply when no condition of the block was true. Allowed once per `.if`, after the last `.elif`.",
      "块中所有条件都不成立时读取其后的行。每个 `.if` 只允许一个，且在最后一个 `.elif` 之后。",
    ),
    link: manual("2.4", ".else"),
  },
  {
    name: ".endif",
    signature: ".endif",
    insert: ".endif",
    doc: text(
      "Closes the innermost `.if`. A missing one is reported at the end of the file, far from the cause.",
      "结束最内层的 `.if`。漏写时错误会在文件末尾报告，离真正原因很远。",
    ),
    link: manual("2.4", ".endif"),
  },
  {
    name: ".notice",
    signature: '.notice "MESSAGE"',
    insert: '.notice "${1:message}"',
    doc: text(
      "Prints a message at notice level while the configuration is read, for instance to tell which branch was taken. Quote it if it contains spaces.",
      "读取配置时以 notice 级别输出一条消息，例如说明走了哪个分支。含空格时要加引号。",
    ),
    link: manual("2.4", ".notice"),
  },
  {
    name: ".warning",
    signature: '.warning "MESSAGE"',
    insert: '.warning "${1:message}"',
    doc: text(
      "Prints a warning while the configuration is read. With `zero-warning` it prevents the start; quote the text if it contains spaces.",
      "读取配置时输出一条告警。若设置了 `zero-warning` 则会阻止启动；文本含空格时要加引号。",
    ),
    link: manual("2.4", ".warning"),
  },
  {
    name: ".alert",
    signature: '.alert "MESSAGE"',
    insert: '.alert "${1:message}"',
    doc: text(
      "Prints an error and refuses the configuration. Put it inside `.if`, for example to demand a feature or a minimum version; quote the text if it contains spaces.",
      "输出错误并拒绝该配置。应放在 `.if` 中，例如要求某个功能或最低版本；文本含空格时要加引号。",
    ),
    link: manual("2.4", ".alert"),
  },
  {
    name: ".diag",
    signature: '.diag "MESSAGE"',
    insert: '.diag "${1:message}"',
    doc: text(
      "Prints a message only in diagnostic mode (`-dD`); useful as a reminder for the next upgrade. Quote it if it contains spaces.",
      "仅在诊断模式（`-dD`）下输出一条消息，适合作为下次升级的提醒。含空格时要加引号。",
    ),
    link: manual("2.4", ".diag"),
  },
];

/** Variables that the daemon sets by itself. */
export const predefined: readonly DirectiveWord[] = [
  {
    name: "HAPROXY_LOCALPEER",
    signature: '"${HAPROXY_LOCALPEER}"',
    insert: "\\${HAPROXY_LOCALPEER\\}",
    doc: text(
      "Name of the local peer, from `-L`, `localpeer` or the host name. Lets all nodes share one configuration, for instance in log fields; some versions leave it empty while parsing.",
      "本地 peer 的名称，来自 `-L`、`localpeer` 或主机名。便于各节点共用同一份配置，例如写入日志字段；某些版本在解析期间为空。",
    ),
    link: manual("2.3", "HAPROXY_LOCALPEER"),
  },
  {
    name: "HAPROXY_CFGFILES",
    signature: '"${HAPROXY_CFGFILES}"',
    insert: "\\${HAPROXY_CFGFILES\\}",
    doc: text(
      "Loaded configuration files, separated by semicolons. It is set only after parsing, so it serves external checks and the CLI rather than conditions in the file.",
      "已加载的配置文件列表，以分号分隔。解析完成后才设置，因此用于外部检查和 CLI，而不能用于文件中的条件。",
    ),
    link: manual("2.3", "HAPROXY_CFGFILES"),
  },
  {
    name: "HAPROXY_MWORKER",
    signature: '"${HAPROXY_MWORKER}"',
    insert: "\\${HAPROXY_MWORKER\\}",
    doc: text(
      "Set to 1 when HAProxy was started in master-worker mode, otherwise absent. Test it with `defined`, not by value.",
      "以 master-worker 模式启动时为 1，否则不存在。应用 `defined` 判断，而不是比较值。",
    ),
    link: manual("2.3", "HAPROXY_MWORKER"),
  },
  {
    name: "HAPROXY_CLI",
    signature: '"${HAPROXY_CLI}"',
    insert: "\\${HAPROXY_CLI\\}",
    doc: text(
      "Addresses of the stats sockets of this process, separated by semicolons. Set after parsing; meant for Lua scripts and external checks that talk to the CLI.",
      "本进程统计套接字的地址，以分号分隔。解析之后才设置；供需要访问 CLI 的 Lua 脚本和外部检查使用。",
    ),
    link: manual("2.3", "HAPROXY_CLI"),
  },
  {
    name: "HAPROXY_MASTER_CLI",
    signature: '"${HAPROXY_MASTER_CLI}"',
    insert: "\\${HAPROXY_MASTER_CLI\\}",
    doc: text(
      "Addresses of the master CLI, separated by semicolons. Exists only in master-worker mode and only after parsing.",
      "master CLI 的地址，以分号分隔。仅在 master-worker 模式下、解析完成之后存在。",
    ),
    link: manual("2.3", "HAPROXY_MASTER_CLI"),
  },
  {
    name: "HAPROXY_STARTUP_VERSION",
    signature: '"${HAPROXY_STARTUP_VERSION}"',
    insert: "\\${HAPROXY_STARTUP_VERSION\\}",
    doc: text(
      "Full version that was started first; the master keeps it across reloads even when the binary was replaced. Good for spotting processes that need a restart.",
      "最初启动时的完整版本号；即使之后替换了程序文件并重载，master 仍保留该值。可用来发现需要重启的进程。",
    ),
    link: manual("2.3", "HAPROXY_STARTUP_VERSION"),
  },
  {
    name: "HAPROXY_BRANCH",
    signature: '"${HAPROXY_BRANCH}"',
    insert: "\\${HAPROXY_BRANCH\\}",
    doc: text(
      "Branch of the running version such as `2.8`, without patch level. Handy in paths of maps or certificates that differ between branches.",
      "当前版本所属分支，如 `2.8`，不含补丁号。适合用在随分支不同的 map 或证书路径中。",
    ),
    link: manual("2.3", "HAPROXY_BRANCH"),
  },
  {
    name: "HAPROXY_HTTP_LOG_FMT",
    signature: '"${HAPROXY_HTTP_LOG_FMT}"',
    insert: "\\${HAPROXY_HTTP_LOG_FMT\\}",
    doc: text(
      "The built-in format of `option httplog` as a string, to extend it in `log-format` without copying it.",
      "`option httplog` 内置格式的字符串，可在 `log-format` 中扩展而无需复制整段。",
    ),
    link: manual("2.3", "HAPROXY_HTTP_LOG_FMT"),
  },
  {
    name: "HAPROXY_HTTP_CLF_LOG_FMT",
    signature: '"${HAPROXY_HTTP_CLF_LOG_FMT}"',
    insert: "\\${HAPROXY_HTTP_CLF_LOG_FMT\\}",
    doc: text(
      "The built-in CLF format of `option httplog clf` as a string, to extend it in `log-format` without copying it.",
      "`option httplog clf` 内置 CLF 格式的字符串，可在 `log-format` 中扩展而无需复制整段。",
    ),
    link: manual("2.3", "HAPROXY_HTTP_CLF_LOG_FMT"),
  },
  {
    name: "HAPROXY_HTTPS_LOG_FMT",
    signature: '"${HAPROXY_HTTPS_LOG_FMT}"',
    insert: "\\${HAPROXY_HTTPS_LOG_FMT\\}",
    doc: text(
      "The built-in format of `option httpslog` as a string, to extend it in `log-format` without copying it.",
      "`option httpslog` 内置格式的字符串，可在 `log-format` 中扩展而无需复制整段。",
    ),
    link: manual("2.3", "HAPROXY_HTTPS_LOG_FMT"),
  },
  {
    name: "HAPROXY_TCP_LOG_FMT",
    signature: '"${HAPROXY_TCP_LOG_FMT}"',
    insert: "\\${HAPROXY_TCP_LOG_FMT\\}",
    doc: text(
      "The built-in format of `option tcplog` as a string, to extend it in `log-format` without copying it.",
      "`option tcplog` 内置格式的字符串，可在 `log-format` 中扩展而无需复制整段。",
    ),
    link: manual("2.3", "HAPROXY_TCP_LOG_FMT"),
  },
  {
    name: "HAPROXY_TCP_CLF_LOG_FMT",
    signature: '"${HAPROXY_TCP_CLF_LOG_FMT}"',
    insert: "\\${HAPROXY_TCP_CLF_LOG_FMT\\}",
    doc: text(
      "The built-in CLF format of `option tcplog clf` as a string, to extend it in `log-format` without copying it.",
      "`option tcplog clf` 内置 CLF 格式的字符串，可在 `log-format` 中扩展而无需复制整段。",
    ),
    link: manual("2.3", "HAPROXY_TCP_CLF_LOG_FMT"),
  },
  {
    name: "HAPROXY_KEYLOG_FC_LOG_FMT",
    signature: '"${HAPROXY_KEYLOG_FC_LOG_FMT}"',
    insert: "\\${HAPROXY_KEYLOG_FC_LOG_FMT\\}",
    doc: text(
      "Log format that writes the TLS secrets of client connections for Wireshark. Needs `tune.ssl.keylog on`; the lines contain line feeds that many syslog servers mangle, and they expose the traffic.",
      "以日志格式输出客户端连接的 TLS 密钥，供 Wireshark 使用。需要 `tune.ssl.keylog on`；内容含换行，许多 syslog 服务器会处理错，且会暴露流量。",
    ),
    link: manual("2.3", "HAPROXY_KEYLOG_FC_LOG_FMT"),
  },
  {
    name: "HAPROXY_KEYLOG_BC_LOG_FMT",
    signature: '"${HAPROXY_KEYLOG_BC_LOG_FMT}"',
    insert: "\\${HAPROXY_KEYLOG_BC_LOG_FMT\\}",
    doc: text(
      "Log format that writes the TLS secrets of server connections for Wireshark. Needs `tune.ssl.keylog on`; the lines contain line feeds and expose the traffic.",
      "以日志格式输出后端连接的 TLS 密钥，供 Wireshark 使用。需要 `tune.ssl.keylog on`；内容含换行，且会暴露流量。",
    ),
    link: manual("2.3", "HAPROXY_KEYLOG_BC_LOG_FMT"),
  },
  {
    name: ".FILE",
    signature: '"${.FILE}"',
    insert: "\\${.FILE\\}",
    doc: text(
      "Name of the configuration file being read at this place. Useful in log fields or variables to tell which file a rule came from.",
      "此处正在读取的配置文件名。可用在日志字段或变量中，指明规则来自哪个文件。",
    ),
    link: manual("2.3", ".FILE"),
  },
  {
    name: ".LINE",
    signature: '"${.LINE}"',
    insert: "\\${.LINE\\}",
    doc: text(
      "Number of the line being read. Inherited settings keep the number of the `defaults` section where they were written.",
      "正在读取的行号。继承来的设置保留其在 `defaults` 段中书写时的行号。",
    ),
    link: manual("2.3", ".LINE"),
  },
  {
    name: ".SECTION",
    signature: '"${.SECTION}"',
    insert: "\\${.SECTION\\}",
    doc: text(
      "Name of the section being read, its type if it has no name, or empty before the first section.",
      "正在读取的段的名称；没有名称时为段类型，第一个段之前为空。",
    ),
    link: manual("2.3", ".SECTION"),
  },
];
