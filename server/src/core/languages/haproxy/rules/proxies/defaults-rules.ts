import type { Configuration } from "../../../../model/configuration.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, type Text, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { proxiesOf } from "../../model/proxies.ts";
import { ruleOf } from "../../schema/ruleSets.ts";

const messages = {
  listen: text(
    'A listen cannot take over rules; defaults "{0}" have some',
    'listen 不能继承规则，而 defaults"{0}"中有规则',
  ),
  defaults: text(
    'Defaults cannot take over rules; defaults "{0}" have some',
    'defaults 不能继承规则，而 defaults"{0}"中有规则',
  ),
  both: text(
    'Defaults "{0}" have rules, which frontends and backends cannot share; "{1}" has them already',
    'defaults"{0}"中有规则，前端和后端不能共用，而"{1}"已在使用',
  ),
  side: text(
    'Defaults "{0}" have a rule that a {1} cannot take over: {2}',
    'defaults"{0}"中有 {1} 不能继承的规则：{2}',
  ),
  rule: text("This rule", "此规则"),
};

/** Rule sets that exist on one side only. */
const sides: Readonly<Record<string, "frontend" | "backend">> = {
  "tcp-request connection": "frontend",
  "tcp-request session": "frontend",
  "tcp-response content": "backend",
};

/** src/proxy.c: proxy_ref_defaults. */
export const defaultsRules: ConfigurationRule<Globals> = {
  id: "haproxy/defaults-rules",
  severity: "error",
  scope: "configuration",
  reads: ["defaults", "frontend", "backend", "listen"],
  summary: text("A section that cannot take over the rules of its defaults.", "该段不能继承 defaults 中的规则。"),
  why: text(
    "Rules in named defaults run before those of a section, for sections of one kind only: all frontends, or all backends. HAProxy refuses them for a `listen`, for other defaults, and where both kinds use the same defaults.",
    "命名 defaults 中的规则先于各段自己的规则执行，但只能供同一类段使用：要么都是前端，要么都是后端。用于 `listen`、用于其他 defaults，或两类段共用同一 defaults，都会被 HAProxy 拒绝。",
  ),
  bad: [
    `
defaults strict
    mode http
    timeout connect 5s
    timeout client 30s
    timeout server 30s
    http-request deny if { path_beg /admin }
frontend web from strict
    bind :8080
    default_backend app
backend app from strict
#       ^^^ Defaults "strict" have rules, which frontends and backends cannot share; "web" has them already
    server s1 127.0.0.1:8000
`,
    `
defaults strict
    mode http
    timeout connect 5s
    timeout client 30s
    timeout server 30s
    http-request deny if { path_beg /admin }
listen web from strict
#      ^^^ A listen cannot take over rules; defaults "strict" have some
    bind :8080
    server s1 127.0.0.1:8000
`,
  ],
  good: [
    `
defaults plain
    mode http
    timeout connect 5s
    timeout client 30s
    timeout server 30s
defaults strict
    mode http
    timeout client 30s
    http-request deny if { path_beg /admin }
frontend web from strict
    bind :8080
    default_backend app
backend app from plain
    server s1 127.0.0.1:8000
`,
  ],
  check(configuration, { report }) {
    if (configuration.all("defaults").every((block) => rulesOf(block).length === 0)) return;
    const users = new Map<Bound, Bound>();
    const tell = (block: Bound, rule: Bound, message: Text) =>
      report({
        at: block.at(block.nameWord),
        severity: isUncertain(block, rule) ? "information" : "error",
        message,
        related: [{ ...rule.at(rule.title), message: messages.rule }],
      });
    for (const { block, kind, defaults } of proxiesOf(configuration)) {
      const [nearest] = defaults;
      const rules = nearest === undefined ? [] : rulesOf(nearest);
      const [first] = rules;
      if (nearest === undefined || first === undefined) continue;
      if (kind === "listen") {
        tell(block, first, fill(messages.listen, nearest.name));
        continue;
      }
      const other = users.get(nearest);
      if (other === undefined) users.set(nearest, block);
      else if (other.keyword !== block.keyword) {
        tell(block, first, fill(messages.both, nearest.name, other.name));
        continue;
      }
      const foreign = rules.find((rule) => (sides[setOf(rule)] ?? kind) !== kind);
      if (foreign !== undefined) tell(block, foreign, fill(messages.side, nearest.name, kind, setOf(foreign)));
    }
    for (const { block, from } of inheritingDefaults(configuration)) {
      const [first] = rulesOf(from);
      if (first !== undefined) tell(block, first, fill(messages.defaults, from.name));
    }
  },
};

function rulesOf(defaults: Bound): readonly Bound[] {
  return defaults.children.filter(({ keyword }) => ruleOf(keyword) !== undefined);
}

function setOf({ keyword }: Bound): string {
  return ruleOf(keyword)?.set ?? "";
}

/** Defaults that name others above them. */
function inheritingDefaults(configuration: Configuration): readonly { block: Bound; from: Bound }[] {
  const all = configuration.all("defaults");
  return all.flatMap((block, index) => {
    const name = block.values.findLast((value) => value.refers === "defaults")?.data;
    const from = name === undefined ? undefined : all.slice(0, index).findLast((one) => one.name === name);
    return from === undefined ? [] : [{ block, from }];
  });
}
