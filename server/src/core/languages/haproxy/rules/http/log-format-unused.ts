import { anything, type ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain, mayHoldLines } from "../../model/gaps.ts";
import { ofProxies } from "../../model/gathered.ts";
import { formatOf } from "../../model/logging.ts";
import { isPartial } from "../../model/partial.ts";
import type { Proxy } from "../../model/proxies.ts";
import { http } from "../examples.ts";

const message = text('Nothing is logged here: "{0}" has no "log"', '此处不会记录日志："{0}"没有"log"');

/** src/proxy.c: proxy_finalize. */
export const logFormatUnused: ConfigurationRule<Globals> = {
  id: "haproxy/log-format-unused",
  severity: "warning",
  scope: "configuration",
  reads: anything,
  summary: text("A form for log lines, but nowhere to send them.", "设置了日志格式，却没有日志目标。"),
  why: text(
    "How lines look is said by `log-format` and the `option …log` lines, where they go by `log`. A `log` line in `global` reaches proxies only through `log global`. Without one HAProxy warns and writes nothing.",
    "`log-format` 和 `option …log` 只决定日志的样子，去向由 `log` 决定。`global` 中的 `log` 行要通过 `log global` 才对代理生效。缺少时 HAProxy 给出告警，不写任何日志。",
  ),
  bad: [
    `
global
    log /dev/log local0
${http}
frontend web
    bind :8080
    option httplog
#   ^^^^^^^^^^^^^^ Nothing is logged here: "web" has no "log"
`,
  ],
  good: [
    `
global
    log /dev/log local0
${http}
frontend web
    bind :8080
    log global
    option httplog
`,
  ],
  check(configuration, { report, globals }) {
    if (isPartial(configuration)) return;
    const seen = new Set<Bound>();
    for (const { proxy, format } of (globals.hasLog ? unloggedAnyway : unlogged)(configuration)) {
      if (seen.has(format)) continue;
      seen.add(format);
      report({ at: format.at(format.title), message: fill(message, proxy.name) });
    }
  },
};

/** Proxies whose format nobody sees, with and without targets of `global`. */
const unlogged = ofProxies((proxy) => formatsUnlogged(proxy, false));
const unloggedAnyway = ofProxies((proxy) => formatsUnlogged(proxy, true));

function formatsUnlogged(proxy: Proxy, hasGlobal: boolean): readonly { proxy: Proxy; format: Bound }[] {
  if (!proxy.isFrontend || proxy.isDisabled || !/^(?:tcp|http)$/.test(proxy.mode)) return [];
  const format = formatOf(proxy);
  if (format === undefined || isUncertain(format) || mayHoldLines(proxy.block)) return [];
  return isLogged(proxy, hasGlobal) ? [] : [{ proxy, format }];
}

/** Whether a target is left: `no log` drops those before it, `log global` stands for those of `global`. */
function isLogged(proxy: Proxy, hasGlobal: boolean): boolean {
  let logged = false;
  for (const line of proxy.all("log")) {
    if (line.negation !== undefined) logged = false;
    else if (line.statement.words[1]?.value !== "global" || hasGlobal) logged = true;
  }
  return logged;
}
