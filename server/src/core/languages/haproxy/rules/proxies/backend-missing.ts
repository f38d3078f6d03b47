import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { mayHoldLines } from "../../model/gaps.ts";
import { knownModeOf } from "../../model/modes.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { ruleOf } from "../../schema/ruleSets.ts";
import { http } from "../examples.ts";

const messages = {
  http: text('"{0}" leads to no backend: requests get a 503', '"{0}"没有指向任何后端：请求会得到 503'),
  tcp: text('"{0}" leads to no backend: connections are closed', '"{0}"没有指向任何后端：连接会被关闭'),
};

/** Actions that answer by themselves, or send the connection elsewhere. */
const answers = /^(?:deny|do-resolve|redirect|reject|return|set-dst|silent-drop|switch-mode|tarpit|use-service|auth)/;

/** What makes a proxy answer without servers. */
const lines =
  /^(?:stats |monitor-uri|redirect|errorfile|errorfiles|errorloc|http-error|dispatch|transparent|option (?:transparent|http_proxy))/;

/** src/stream.c: without a backend the frontend itself is asked for a server, and has none. */
export const backendMissing: PartRule<Proxy, Globals> = {
  id: "haproxy/backend-missing",
  severity: "information",
  scope: "part",
  parts: proxiesOf,
  summary: text("A frontend that leads nowhere.", "前端没有指向任何后端。"),
  why: text(
    "Neither `use_backend` nor `default_backend` names a place to go to, and nothing in the section answers by itself. HAProxy accepts that and turns everyone away, which is right for a section that is not finished only.",
    "既没有 `use_backend` 也没有 `default_backend` 指明去处，段内也没有自行应答的规则。HAProxy 接受这样的配置，却会拒绝所有来访者；只有尚未写完的段才会如此。",
  ),
  bad: [
    `${http}
frontend web
#        ^^^ "web" leads to no backend: requests get a 503
    bind :8080
backend app
    server s1 127.0.0.1:8000
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    http-request redirect scheme https
frontend metrics
    bind :9000
    stats enable
listen api
    bind :8081
    server s1 127.0.0.1:8000
`,
  ],
  check(proxy, { report, globals }) {
    if (globals.partial || !proxy.isFrontend || proxy.isDisabled) return;
    const mode = knownModeOf(proxy, false);
    if (proxy.mode === "haterm" || (mode !== "http" && mode !== "tcp")) return;
    if (leadsSomewhere(proxy) || [proxy.block, ...proxy.defaults].some(mayHoldLines)) return;
    report({
      at: proxy.block.at(proxy.block.nameWord),
      message: fill(mode === "http" ? messages.http : messages.tcp, proxy.name),
    });
  },
};

function leadsSomewhere(proxy: Proxy): boolean {
  if (proxy.servers.length > 0 || proxy.own("use_backend").length > 0) return true;
  if (proxy.find("default_backend") !== undefined || !proxy.block.has("bind")) return true;
  return [proxy.block, ...proxy.defaults].some((block) =>
    block.children.some(({ keyword }) => {
      const rule = ruleOf(keyword);
      return rule === undefined ? lines.test(keyword?.name ?? "") : answers.test(rule.action.name);
    }),
  );
}
