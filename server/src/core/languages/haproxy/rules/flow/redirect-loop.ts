import { edit } from "../../../../rules/fixes.ts";
import type { PartRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { Fix } from "../../../../schema/problem.ts";
import type { BoundValue } from "../../../../schema/value.ts";
import { fill, type Text, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { disturbs } from "../../model/conditions/changes.ts";
import { type Conjunction, follows, isContradiction, type Literal } from "../../model/conditions/formula.ts";
import { conditionOf, testsOf } from "../../model/conditions/read.ts";
import { endsRequest, linesOf, stageOf } from "../../model/conditions/stages.ts";
import { plainSubject, type Resource, type Subject } from "../../model/conditions/subjects.ts";
import { fact } from "../../model/conditions/test.ts";
import { isUncertain, mayHoldLines, mayHoldMore } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import type { Address } from "../../syntax/inner.ts";
import { http } from "../examples.ts";

const messages = {
  https: text(
    "Requests over TLS are redirected too, to where they already are",
    "TLS 请求也会被重定向，而它们已在目标地址",
  ),
  http: text(
    "Requests without TLS are redirected too, to where they already are",
    "非 TLS 请求也会被重定向，而它们已在目标地址",
  ),
  path: text(
    '"{0}" meets the same condition again: the redirect never ends',
    '"{0}"再次满足同一条件：重定向将无限循环',
  ),
};
const listens = text("This listens with TLS", "此处以 TLS 监听");
const listensPlain = text("This listens without TLS", "此处不使用 TLS 监听");
const onlyOthers = text('Add "{0}"', '添加"{0}"');

/** src/http_ana.c: http_apply_redirect_rule. */
export const redirectLoop: PartRule<Proxy, Globals> = {
  id: "haproxy/redirect-loop",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text("A redirect that leads to itself.", "重定向指回自身。"),
  why: text(
    "A redirect to https in a frontend that also listens with TLS sends the answer to clients that have come over TLS already, and a redirect to a path that its own condition lets through does the same. Browsers give up after some twenty rounds. Say whom it is for, such as `if !{ ssl_fc }`.",
    "若前端同时监听 TLS，则跳转到 https 的规则也会应答已经走 TLS 的客户端；跳转目标仍满足自身条件时同理。浏览器约二十次后放弃。应写明适用对象，例如 `if !{ ssl_fc }`。",
  ),
  bad: [
    `${http}
frontend www
    bind :80
    bind :443 ssl crt /etc/haproxy/site.pem
    http-request redirect scheme https code 301
#                         ^^^^^^^^^^^^ Requests over TLS are redirected too
    default_backend app
backend app
    server s1 192.0.2.10:80
`,
    `${http}
frontend www
    bind :80
    http-request redirect location /login if !{ path_beg /auth/ }
#                         ^^^^^^^^^^^^^^^ "/login" meets the same condition again
    default_backend app
frontend other
    bind :81
    redirect prefix /app unless { hdr(host) -i old.example.com }
#            ^^^^^^^^^^^ "/app" meets the same condition again
    default_backend app
backend app
    server s1 192.0.2.10:80
`,
  ],
  good: [
    `${http}
frontend www
    bind :80
    bind :8080
    http-request return status 200 if { path /alive }
    http-request redirect location /alive if { path /ping }
    http-request redirect location /alive if { path_beg /a }
    http-request redirect prefix /app if !{ path_beg /app/ } { path_beg / } !{ path_beg /static }
    http-request redirect scheme https
backend app
    redirect location /login if { path_beg /log }
    server s1 192.0.2.10:80
`,
  ],
  check(proxy, { report }) {
    const { block, isFrontend } = proxy;
    if (!isFrontend || mayHoldLines(block)) return;
    const rules = [...linesOf(block, "http-request"), ...linesOf(block, "redirect")];
    for (const [index, rule] of rules.entries()) {
      if (stageOf(rule) !== "redirect" && rule.keyword?.name !== "http-request redirect") continue;
      if (isUncertain(rule)) continue;
      const earlier = rules.slice(0, index);
      const tests = testsOf(rule);
      const path = plainSubject("path");
      const all = path === undefined ? tests : [...tests, fact(path, "found", [])];
      if (earlier.some((other) => disturbs(other, all))) continue;
      const loop = schemeLoop(proxy, rule, earlier) ?? pathLoop(rule, earlier);
      if (loop !== undefined) {
        const { value, ...finding } = loop;
        report({ at: rule.at({ start: wordBefore(rule, value), end: value.word.end }), ...finding });
      }
    }
  },
};

interface Loop {
  readonly value: BoundValue;
  readonly message: Text;
  readonly related?: readonly { source: Bound["source"]; start: number; end: number; message: Text }[];
  readonly fixes?: readonly Fix[];
}

/** What the next request has in common with the one that was redirected. */
const staying: ReadonlySet<Resource> = new Set(["src", "header host", "header user-agent"]);

function schemeLoop(proxy: Proxy, rule: Bound, earlier: readonly Bound[]): Loop | undefined {
  const value = rule.value("scheme");
  const subject = plainSubject("ssl_fc");
  if (value === undefined || subject === undefined || (value.data !== "https" && value.data !== "http"))
    return undefined;
  const isTls = value.data === "https";
  const bind = proxy.own("bind").find((line) => !isUncertain(line) && usesTls(proxy, line) === isTls);
  if (bind === undefined) return undefined;
  const known: Literal = { test: fact(subject, "bool", []), negated: !isTls };
  const same = new Set([...staying, "path", "query", "uri"]);
  if (!loops(rule, earlier, [known], same)) return undefined;
  const rest = rule.values.find(({ name }) => name === "condition");
  const condition = isTls ? "if !{ ssl_fc }" : "if { ssl_fc }";
  const end = rule.statement.words.at(-1)?.end ?? rule.statement.end;
  const isMixed = proxy.own("bind").some((line) => usesTls(proxy, line) === !isTls);
  const fix: Fix = {
    title: fill(onlyOthers, condition),
    safety: isMixed ? "safe" : "unsafe",
    edits: [edit(rule, { start: end, end }, ` ${condition}`)],
  };
  return {
    value,
    message: isTls ? messages.https : messages.http,
    related: [{ ...bind.at(bind.title), message: isTls ? listens : listensPlain }],
    fixes: rest === undefined ? [fix] : [],
  };
}

function pathLoop(rule: Bound, earlier: readonly Bound[]): Loop | undefined {
  const value = rule.value("location") ?? rule.value("prefix");
  const subject = plainSubject("path");
  if (value === undefined || subject === undefined || value.word.unknown === true) return undefined;
  const written = String(value.data);
  if (!/^\/[^/%]/.test(written) || written.includes("%")) return undefined;
  const target = written.replace(/[?#].*$/s, "");
  const method = value.name === "prefix" ? "beg" : "str";
  const pattern = { kind: "string" as const, method: method as "beg" | "str", text: target, ignoreCase: false };
  const known: Literal = { test: fact(subject, method, [pattern]), negated: false };
  if (!loops(rule, earlier, [known], staying)) return undefined;
  return { value, message: fill(messages.path, written) };
}

/**
 * Whether a request for which `known` holds is redirected again: what the condition says of other things stays as it was,
 * and no rule before it takes the request.
 */
function loops(rule: Bound, earlier: readonly Bound[], known: Conjunction, same: ReadonlySet<Resource>): boolean {
  const formula = conditionOf(rule);
  const takers = earlier.filter(endsRequest).map((other) => (isUncertain(other) ? undefined : conditionOf(other)));
  if (formula === undefined || takers.includes(undefined)) return false;
  const taken = takers.flatMap((taker) => taker ?? []);
  return formula.some((conjunction) => {
    if (isContradiction(conjunction)) return false;
    const kept = conjunction.filter(({ test }) => test.subject !== undefined && staysSame(test.subject, same));
    const open = conjunction.filter((literal) => !kept.includes(literal));
    const again = [...known, ...kept];
    return !isContradiction(again) && follows([known], [open]) && !follows([again], taken);
  });
}

/** `ssl_fc` stays the same where it is not what the redirect changes. */
function staysSame({ key, reads }: Subject, same: ReadonlySet<Resource>): boolean {
  if (key === "ssl_fc()") return !same.has("path");
  return reads.length > 0 && reads.every((resource) => same.has(resource));
}

function usesTls(proxy: Proxy, bind: Bound): boolean | undefined {
  const addresses = (bind.value("address")?.inner as readonly Address[] | undefined) ?? [];
  const isQuic = addresses.some(({ family }) => family?.value.startsWith("quic") === true);
  const byDefault = proxy.all("default-bind").some((line) => line.value("ssl") !== undefined);
  if (isQuic || byDefault || bind.value("ssl") !== undefined) return true;
  return mayHoldMore(bind, 2) ? undefined : false;
}

/** The start of the keyword that the value belongs to: `scheme https`. */
function wordBefore(rule: Bound, value: BoundValue): number {
  const { words } = rule.statement;
  const index = words.findIndex((word) => word.start === value.word.start);
  return words[index - 1]?.start ?? value.word.start;
}
