import type { Configuration, Mention } from "../../../../model/configuration.ts";
import { replace } from "../../../../rules/fixes.ts";
import { isOtherNumber } from "../../../../rules/generic/references.ts";
import { anything, type ConfigurationRule } from "../../../../rules/rule.ts";
import type { Severity } from "../../../../schema/problem.ts";
import { fill, type Text, text } from "../../../../text/localized.ts";
import { nearest } from "../../../../text/nearest.ts";
import type { Globals } from "../../globals.ts";
import { isInForce, proxiesObeying } from "../../model/force.ts";
import { isPartial } from "../../model/partial.ts";
import { isFromTemplate } from "../../model/serverNames.ts";
import { front, http } from "../examples.ts";
import { isBuiltIn, nounOf } from "./nouns.ts";

const messages = {
  unknown: text('No {0} is named "{1}"', '没有名为"{1}"的 {0}'),
  unknownNear: text('No {0} is named "{1}", did you mean "{2}"?', '没有名为"{1}"的 {0}，是否想写"{2}"？'),
  otherKind: text('No {0} is named "{1}"; it is the name of a {2}', '没有名为"{1}"的 {0}，它是 {2} 的名称'),
  otherOwner: text('"{0}" is an ACL of {1} only', '"{0}"只是 {1} 的 ACL'),
  server: text('{1} has no server "{0}"', '{1} 没有服务器"{0}"'),
  incomplete: text('No {0} is named "{1}" in the files that were found', '在已找到的文件中没有名为"{1}"的 {0}'),
  untested: text(
    'No {0} is named "{1}": the test of the file passes, but the daemon does not start',
    '没有名为"{1}"的 {0}：配置检查能通过，但守护进程无法启动',
  ),
};

/** Scopes whose names the daemon looks up; variables come into being when they are set. */
const scopes: ReadonlySet<string> = new Set([
  "acl",
  "acme",
  "backend",
  "cache",
  "defaults",
  "fcgi-app",
  "frontend",
  "group",
  "healthcheck",
  "http-errors",
  "log-profile",
  "mailers",
  "peers",
  "proxy",
  "resolvers",
  "ring",
  "server",
  "table",
  "user",
  "userlist",
]);

/** Scopes that are looked up while the file is read or whoever uses them is off. */
const always: ReadonlySet<string> = new Set(["acl", "defaults", "user", "group"]);

/**
 * src/proxy.c: proxy_finalize; src/sample.c: smp_resolve_args; src/acl.c: parse_acl_cond; src/server.c: srv_apply_track;
 * src/auth.c: userlist_postinit; and the post-checks of each section. Targets of `log` are looked up only when the
 * daemon starts (src/sink.c: sink_postresolve_logsrvs).
 */
export const unknownReference: ConfigurationRule<Globals> = {
  id: "haproxy/unknown-reference",
  severity: "error",
  scope: "configuration",
  reads: anything,
  summary: text("A name that nothing defines.", "使用了没有定义的名称。"),
  why: text(
    "HAProxy resolves names before it starts and refuses the whole configuration for one that leads nowhere, often without naming the line. ACLs and servers belong to their section: another one, even its defaults, cannot lend them.",
    "HAProxy 启动前会解析所有名称，只要有一个找不到就拒绝整个配置，而且往往不指出行号。ACL 和服务器只属于所在的段，其他段（包括 defaults）不能借用。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    use_backend appp if { path_beg /app }
#               ^^^^ error: No backend is named "appp", did you mean "app"?
    default_backend static
#                   ^^^^^^ No backend is named "static"
backend app
    server s1 127.0.0.1:8000
`,
    `${http}${front}backend app
    use-server s3 if { path_beg /big }
#              ^^ error: Backend "app" has no server "s3"
    http-request auth unless { http_auth(staff) }
#                                        ^^^^^ error: No userlist is named "staff"
    server s1 127.0.0.1:8000 resolvers dns
#                                      ^^^ error: No resolvers section is named "dns"
`,
    `${http}
frontend web
    bind :8080
    acl internal src 10.0.0.0/8
    http-request deny unless internal
    default_backend app
backend app
    http-request deny unless internal
#                            ^^^^^^^^ error: "internal" is an ACL of frontend "web" only
    server s1 127.0.0.1:8000
`,
    `${http}
frontend web
    bind :8080
    log ring@events local0
#            ^^^^^^ warning: No ring is named "events": the test of the file passes
    default_backend app
backend app
    server s1 127.0.0.1:8000
`,
    `${http}
frontend old
    bind :8080
    disabled
    default_backend gone
#                   ^^^^ information: No backend is named "gone"
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    http-request deny if HTTP_1.0
    use_backend %[req.hdr(host),lower] if { path_beg /app }
    default_backend app
backend app
    use-server s2 if { path_beg /big }
    server-template s 1-3 127.0.0.1:8000
`,
  ],
  check(configuration, { report }) {
    const partial = isPartial(configuration);
    for (const mention of [...scopes].flatMap((scope) => configuration.unresolved(scope))) {
      const { scope, name, bound, owner } = mention;
      if (name === "" || isDefined(mention, configuration)) continue;
      // What stands where in a line with a variable, only the host knows.
      if (scope === "acl" && bound.statement.words.some((word) => word.unknown === true)) continue;
      const at = bound.at(mention.value.word);
      if (partial || bound.statement.uncertain === true) {
        if (scope === "acl") continue;
        report({ at, severity: "information", message: fill(messages.incomplete, nounOf(scope), name) });
        continue;
      }
      const meant = nearest(name, configuration.names(scope, owner));
      const near = meant === undefined || isOtherNumber(name, meant) ? undefined : meant;
      report({
        at,
        severity: severityOf(mention, configuration),
        message: messageOf(mention, configuration, near),
        ...(near === undefined ? {} : { fixes: [replace(bound, mention.value.word, near, "unsafe")] }),
      });
    }
  },
};

function isDefined({ scope, name, owner }: Mention, configuration: Configuration): boolean {
  if (isBuiltIn(scope, name) || configuration.definitions(scope, name, owner).length > 0) return true;
  if (scope !== "server") return false;
  // A backend that does not exist is reported by itself.
  const backend = /^backend (.*)$/.exec(owner)?.[1];
  if (backend !== undefined && configuration.definitions("backend", backend).length === 0) return true;
  return isFromTemplate(configuration, owner, name);
}

function severityOf({ scope, bound, value }: Mention, configuration: Configuration): Severity {
  if (always.has(scope)) return "error";
  if (isLookedUpLate(bound.keyword?.name)) return "warning";
  const obeying = proxiesObeying(bound, configuration);
  if (obeying === undefined) return "error";
  if (!isInForce(bound, configuration)) return "information";
  if (bound.keyword?.name === "default-server") {
    const isUsed = obeying.some((proxy) =>
      proxy.servers.some((server) => proxy.serverOption(server, value.name)?.word === value.word),
    );
    return isUsed ? "error" : "information";
  }
  // An alert without a sender or receiver is dropped with all that it names (src/proxy.c).
  if (scope === "mailers") {
    const isComplete = obeying.some(
      (proxy) => proxy.find("email-alert from") !== undefined && proxy.find("email-alert to") !== undefined,
    );
    return isComplete ? "error" : "warning";
  }
  return "error";
}

/** What `haproxy -c` does not come to look at. */
function isLookedUpLate(keyword: string | undefined): boolean {
  return keyword === "log" || keyword === "stats scope";
}

function messageOf(
  { scope, name, owner, bound }: Mention,
  configuration: Configuration,
  near: string | undefined,
): Text {
  const noun = nounOf(scope);
  if (bound.keyword?.name === "log") return fill(messages.untested, noun, name);
  if (near !== undefined) return fill(messages.unknownNear, noun, name, near);
  if (scope === "acl") {
    const other = configuration.defined("acl").find((one) => one.name === name);
    if (other !== undefined) return fill(messages.otherOwner, name, section(other));
  }
  if (scope === "server" && owner.startsWith("backend ")) return fill(messages.server, name, ownerName(owner));
  const other = [...scopes].find((one) => one !== scope && configuration.definitions(one, name).length > 0);
  return other === undefined ? fill(messages.unknown, noun, name) : fill(messages.otherKind, noun, name, nounOf(other));
}

/** The section that a definition stands in. */
function section({ bound }: Mention): Text {
  const kind = bound.parent?.keyword?.name ?? "";
  const name = bound.parent?.name ?? "";
  const written = name === "" ? kind : `${kind} "${name}"`;
  return { en: written, zh: written };
}

function ownerName(owner: string): Text {
  const name = owner.replace(/^backend /, "");
  return { en: `Backend "${name}"`, zh: `后端"${name}"` };
}
