import { edit } from "../../../../rules/fixes.ts";
import { anything, type ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { ofProxies } from "../../model/gathered.ts";
import { proxiesOf } from "../../model/proxies.ts";

const message = text(
  '"{0}" takes its settings from defaults "{1}" only because they stand above; "{2}" names them',
  '"{0}"只因位置在后而沿用 defaults"{1}"，而"{2}"则写明引用它',
);
const named = text("They are named here", "在此处写明引用");
const title = text('Write "from {0}"', '写明"from {0}"');

/** src/cfgparse-listen.c: PR_FL_EXPLICIT_REF, PR_FL_IMPLICIT_REF. */
export const defaultsMixedUse: ConfigurationRule<Globals> = {
  id: "haproxy/defaults-mixed-use",
  severity: "warning",
  scope: "configuration",
  reads: anything,
  summary: text(
    "Defaults that some proxies name and others get by their place.",
    "同一 defaults 段既被写明引用，又被按位置沿用。",
  ),
  why: text(
    "A proxy without `from` gets the last defaults above it. When another proxy names the same ones, moving either section changes settings without a trace, so HAProxy warns. Write `from` everywhere or nowhere.",
    "没有 `from` 的代理沿用其上方最近的 defaults 段。若另有代理写明引用同一段，移动任一段都会悄悄改变设置，因此 HAProxy 会警告。应统一写 `from`，或者都不写。",
  ),
  bad: [
    `
defaults plain
    timeout connect 5s
    timeout client 30s
    timeout server 30s
frontend web from plain
    bind :8080
    default_backend app
backend app
#       ^^^ "app" takes its settings from defaults "plain" only because they stand above; "web" names them
    server s1 127.0.0.1:8000
`,
  ],
  good: [
    `
defaults plain
    timeout connect 5s
    timeout client 30s
    timeout server 30s
frontend web from plain
    bind :8080
    default_backend app
backend app from plain
    server s1 127.0.0.1:8000
`,
  ],
  check(configuration, { report }) {
    const namedBy = new Map<Bound, Bound>();
    for (const { block, nearest } of naming(configuration)) if (!namedBy.has(nearest)) namedBy.set(nearest, block);
    if (namedBy.size === 0) return;
    for (const { block, defaults, name } of proxiesOf(configuration)) {
      const [nearest] = defaults;
      const rival = nearest === undefined ? undefined : namedBy.get(nearest);
      if (nearest === undefined || rival === undefined || block.value("from") !== undefined) continue;
      const { end } = block.nameWord;
      report({
        at: block.at(block.nameWord),
        severity: isUncertain(block, rival, nearest) ? "information" : "warning",
        message: fill(message, name, nearest.name, rival.name),
        related: [{ ...rival.at(rival.nameWord), message: named }],
        fixes: [
          {
            title: fill(title, nearest.name),
            safety: "safe",
            edits: [edit(block, { start: end, end }, ` from ${nearest.name}`)],
          },
        ],
      });
    }
  },
};

/** Proxies that name their defaults. */
const naming = ofProxies(({ block, defaults: [nearest] }) =>
  nearest === undefined || block.value("from") === undefined ? [] : [{ block, nearest }],
);
