import { insertInto, replace } from "../../../../rules/fixes.ts";
import type { PartRule, Report } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { BoundValue } from "../../../../schema/value.ts";
import { fill, text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { formatOf } from "../../model/logging.ts";
import { knownModeOf, modeWord } from "../../model/modes.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { tcp } from "../examples.ts";

const messages = {
  option: text(
    '"{0}" needs mode http; "{1}" logs as with "option tcplog"',
    '"{0}"需要 http 模式；"{1}"会按"option tcplog"记录',
  ),
  alias: text('"%{0}" is empty in mode tcp', '"%{0}"在 tcp 模式下为空'),
  refused: text('"%{0}" is for mode http only before HAProxy 3.1', '在 HAProxy 3.1 之前，"%{0}"只能用于 http 模式'),
  here: text("This format", "此格式"),
};

/** src/proxy.c: proxy_cfg_ensure_no_http; src/log.c: "reserved for HTTP mode", up to 3.0. */
export const logFormatMode: PartRule<Proxy, Globals> = {
  id: "haproxy/log-format-mode",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text("A log format of HTTP in a proxy of mode tcp.", "tcp 模式的代理使用了 HTTP 日志格式。"),
  why: text(
    "There is no request to log in mode tcp. HAProxy warns and takes the format of `option tcplog` instead of `option httplog`. In a `log-format` of your own, items of requests stay empty; versions before 3.1 refuse the file for them.",
    "tcp 模式下没有请求可记录。HAProxy 会警告，并以 `option tcplog` 的格式代替 `option httplog`。自定义的 `log-format` 中，请求相关的项目为空；3.1 之前的版本会因此拒绝配置。",
  ),
  bad: [
    `
global
    log 127.0.0.1 local0
${tcp}
listen db
    bind :5432
    log global
    option httplog
#   ^^^^^^^^^^^^^^ warning: "option httplog" needs mode http; "db" logs as with "option tcplog"
    server s1 127.0.0.1:5433
`,
  ],
  good: [
    `
global
    log 127.0.0.1 local0
${tcp}
listen db
    bind :5432
    log global
    option tcplog
    server s1 127.0.0.1:5433
`,
  ],
  check(proxy, { report, version, globals }) {
    const isTcp = proxy.isFrontend && !proxy.isDisabled && knownModeOf(proxy, globals.partial) === "tcp";
    const line = isTcp ? formatOf(proxy) : undefined;
    const name = line?.keyword?.name ?? "";
    if (line === undefined) return;
    if (/^option https?log$/.test(name)) reportOption(line, proxy, report);
    else if (name === "log-format") reportAliases(line, proxy, version, globals.incomplete, report);
  },
};

function reportOption(line: Bound, proxy: Proxy, report: Report): void {
  const isOwn = line.parent === proxy.block;
  const option = line.named.at(-1);
  const name = line.keyword?.name ?? "";
  report({
    at: isOwn ? line.at(line.title) : proxy.block.at(modeWord(proxy)),
    severity: isUncertain(line, proxy.block) ? "information" : "warning",
    message: fill(messages.option, name, proxy.name),
    related: isOwn ? [] : [{ ...line.at(line.title), message: messages.here }],
    fixes:
      isOwn && option !== undefined
        ? [replace(line, option, "tcplog", "safe")]
        : [insertInto(proxy.block, "option tcplog", "safe")],
  });
}

function reportAliases(line: Bound, proxy: Proxy, version: string, incomplete: boolean, report: Report): void {
  const isRefused = !atLeast(version, "3.1");
  const ofHttp = line.values.filter(isOfHttp);
  const [first] = ofHttp;
  if (first === undefined || (!isRefused && line.parent !== proxy.block)) return;
  const isSure = isRefused && !isUncertain(line, proxy.block) && !incomplete;
  report({
    at: line.parent === proxy.block ? line.at(first.word) : proxy.block.at(modeWord(proxy)),
    severity: isSure ? "error" : "information",
    message: fill(isRefused ? messages.refused : messages.alias, String(first.data)),
    related: line.parent === proxy.block ? [] : [{ ...line.at(first.word), message: messages.here }],
  });
}

function isOfHttp({ name, keyword }: BoundValue): boolean {
  return name === "alias" && keyword?.modes?.includes("http") === true;
}
